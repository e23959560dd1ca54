// `testamur export`: signed credentials as files, with the DID document and the status lists that anybody needs to verify them alone.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { addressOfDidWeb } from '#standards/did/web.ts'
import { asList, isObject, type JsonObject, readJson } from '#standards/vc/json.ts'
import { counted, duration } from './figures.ts'
import { type Within, within } from './organisation-meant.ts'
import { everyItem } from './pages.ts'
import { refused } from './problem-words.ts'
import type { Surroundings } from './surroundings.ts'
import { type CommonOptions, commandWith, type Finish, perform, type Task, withPlace } from './task.ts'

type Options = CommonOptions & Readonly<{ organisation?: string; every: number; to: string }>

// so many are fetched at once
const atOnce = 8

export const exportCommand = (surroundings: Surroundings, finish: Finish): Command =>
  withPlace(
    commandWith(
      'export',
      'Write signed credentials, the DID document and the status lists as files',
      'testamur export --to ./exported\ntestamur export --every 50 --to ./sample',
    ),
  )
    .requiredOption('--to <folder>', 'where to; made if it is missing')
    .option('--organisation <slug>', 'whose credentials; left out, the organisation used last')
    .option('--every <n>', 'every n-th credential only', wholeNumber, 1)
    .action((options: Options) => perform(surroundings, finish, options, (task) => run(task, options)))

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return number
}

type Job = Task & Within & Readonly<{ to: string }>

async function run(task: Task, { organisation: asked, every, to }: Options): Promise<void> {
  const began = performance.now()
  const job: Job = { ...task, ...(await within(task.connection, asked)), to }
  const { screen, organisation } = job
  for (const folder of ['credentials', 'status']) await mkdir(join(to, folder), { recursive: true })
  const { credentials, lists } = await writeCredentials(job, every)
  const { did } = await job.client.organisations.read({})
  await writeDocument(job, addressOfDidWeb(did) ?? did, 'did.json')
  for (const list of lists) await writeDocument(job, list, join('status', `${new URL(list).pathname.split('/').at(-1)}.json`))
  const seconds = Math.round(performance.now() - began) / 1000
  screen.say(
    `Wrote ${counted(credentials, 'credential')}, the DID document and ${counted(lists.size, 'status list')} to ${to} in ${duration(seconds)}.`,
  )
  screen.answer({ organisation: organisation.slug, credentials, did, statusLists: [...lists], to, seconds })
}

/** A page at a time, a few credentials at once. */
async function writeCredentials(job: Job, every: number) {
  const meter = job.screen.meter('Exporting', 'credential')
  const lists = new Set<string>()
  let [seen, credentials] = [0, 0]
  try {
    for await (const { ids, total } of pagesOf(job)) {
      const wanted = ids.filter((_, index) => (seen + index) % every === 0)
      for (let at = 0; at < wanted.length; at += atOnce) {
        job.stopAsked.throwIfAborted()
        const some = wanted.slice(at, at + atOnce)
        for (const urls of await Promise.all(some.map((id) => writeCredential(job, id)))) for (const url of urls) lists.add(url)
      }
      credentials += wanted.length
      seen += ids.length
      meter.show({ done: seen, total, count: credentials })
    }
  } finally {
    meter.end()
  }
  return { credentials, lists }
}

/** A whole page is one item here. */
const pagesOf = ({ client }: Job) =>
  everyItem(async (after) => {
    const { items, next, total = 0 } = await client.issuing.listCredentials({ limit: 200, ...after })
    return { items: [{ ids: items.map(({ id }) => id), total }], next }
  })

/** Answers the addresses of the credential's status lists. */
async function writeCredential({ client, to }: Job, id: `cred_${string}`): Promise<string[]> {
  const response = await client.issuing.downloadCredential({ id, format: 'json' })
  const bytes = new Uint8Array(await response.arrayBuffer())
  await writeFile(join(to, 'credentials', `${id}.json`), bytes)
  const document = readJson(bytes)
  return isObject(document) ? listsOf(document) : []
}

const listsOf = ({ credentialStatus }: JsonObject): string[] =>
  asList(credentialStatus).flatMap((entry) =>
    isObject(entry) && typeof entry.statusListCredential === 'string' ? [entry.statusListCredential] : [],
  )

/** What the world reads, read as the world does; the same path wherever Testamur really listens. */
async function writeDocument({ connection, to }: Job, address: string, file: string): Promise<void> {
  const { pathname } = new URL(address)
  const response = await connection.call(new Request(new URL(pathname, connection.base)))
  if (!response.ok) throw refused('document_missing', `${address} could not be read (the answer was ${response.status}).`)
  await writeFile(join(to, file), new Uint8Array(await response.arrayBuffer()))
}
