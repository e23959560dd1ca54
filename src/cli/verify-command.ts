// `testamur verify`: the questions of the standard, asked here; no server is needed.
import { readFile, stat } from 'node:fs/promises'
import { addAbortSignal } from 'node:stream'
import type { Command } from 'commander'
import { isLoopback } from '#standards/did/web.ts'
import type { Known } from '#standards/verify/check.ts'
import type { Report } from '#standards/verify/report.ts'
import { verify } from '#standards/verify/verify.ts'
import { bytes } from './figures.ts'
import { problemLines, refused } from './problem-words.ts'
import type { Screen } from './screen.ts'
import type { Surroundings } from './surroundings.ts'
import { type CommonOptions, commandWith, type Finish, reporting, withPlace } from './task.ts'
import { exitCodes, reportLines, worstOf } from './verification-words.ts'
import { type VerifyWorld, verifyWorld } from './verify-world.ts'

type Options = CommonOptions & Readonly<{ did?: string[]; status?: string[] }> & Known

const accept =
  'application/vc+ld+json, application/vc, application/ld+json, application/json, application/vc+jwt;q=0.9, image/png;q=0.9, image/svg+xml;q=0.9'
// larger than any credential, small enough for memory
const mostBytes = 32 * 1024 * 1024

export const verifyCommand = (surroundings: Surroundings, finish: Finish): Command =>
  withPlace(
    commandWith(
      'verify',
      'Verify credentials. Exit code: 0 trusted, 1 not trusted, 2 could not be checked; of several, the worst',
      'testamur verify credential.json badge.png\ncurl -s https://example.org/credential.json | testamur verify -\ntestamur verify exported/credentials/*.json --did exported/did.json --status exported/status/*.json',
    ),
  )
    .argument(
      '<sources...>',
      'files (JSON, a signed token, or a PNG or SVG picture with a credential baked in), links, or - for standard input',
    )
    .option('--did <file...>', 'the issuer’s DID document or profile, saved as a file')
    .option('--status <file...>', 'status lists, saved as files')
    .option('--recipient <identity>', 'who the earner should be: an e-mail address, a DID or another identifier')
    .option('--challenge <text>', 'what the holder of a presentation was asked to sign')
    .option('--domain <name>', 'for whom the holder should have signed a presentation')
    .action((sources: string[], options: Options) =>
      reporting(surroundings, finish, options, (screen) => run(surroundings, screen, sources, options)),
    )

type Answered = Readonly<{ source: string; report: Report }>

async function run(surroundings: Surroundings, screen: Screen, sources: readonly string[], options: Options): Promise<number> {
  const world = await verifyWorld(surroundings, screen, options)
  const answered: Answered[] = []
  try {
    for (const source of sources) {
      surroundings.stopAsked.throwIfAborted()
      const report = await verifyOne(surroundings, { world, known: knownIn(options) }, source)
      answered.push({ source, report })
      for (const line of [...reportLines(source, report), ...hints(report), '']) screen.say(line)
    }
  } finally {
    await world.close()
  }
  const verdict = worstOf(answered.map(({ report }) => report.verdict))
  const [only, another] = answered
  screen.answer(only && !another ? only.report : { verdict, reports: answered })
  return exitCodes[verdict]
}

const knownIn = ({ recipient, challenge, domain }: Options): Known =>
  Object.fromEntries(Object.entries({ recipient, challenge, domain }).filter(([, value]) => value !== undefined))

type Asking = Readonly<{ world: VerifyWorld; known: Known }>

async function verifyOne(surroundings: Surroundings, { world, known }: Asking, source: string): Promise<Report> {
  try {
    return await verify(await candidateIn(surroundings, world, source), world, known)
  } catch (error) {
    surroundings.stopAsked.throwIfAborted()
    return unread(problemLines(error).join(' '))
  }
}

async function candidateIn(surroundings: Surroundings, world: VerifyWorld, source: string): Promise<Uint8Array> {
  if (source === '-') return readInput(surroundings)
  if (!/^https?:\/\//i.test(source)) return readBounded(source)
  const { status, type, body } = await world.fetch(source, { accept })
  if (status !== 200 || type.startsWith('text/html'))
    throw refused('link_answers_otherwise', `There is no credential at ${source} (the answer was ${status}, ${type}).`)
  return body
}

async function readBounded(path: string): Promise<Uint8Array> {
  if ((await stat(path)).size > mostBytes) throw tooLarge(path)
  return new Uint8Array(await readFile(path))
}

const tooLarge = (source: string) => refused('too_large', `${source} holds more than ${bytes(mostBytes)}.`)

async function readInput({ stdin, stopAsked }: Surroundings): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of addAbortSignal(stopAsked, stdin)) {
    const chunk = Buffer.from(piece)
    size += chunk.length
    if (size > mostBytes) throw tooLarge('Standard input')
    pieces.push(chunk)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** What could not even be read was not checked. */
const unread = (technical: string): Report => ({
  verdict: 'undecided',
  findings: [{ check: 'well_formed', outcome: 'not_run', code: 'check_broke', values: {}, technical }],
})

/** What to do where a look at this machine's own server would have decided. */
function hints({ findings }: Report): string[] {
  const technical = findings.flatMap(({ code, technical: said }) => (code === 'check_broke' && said ? [`  ${said}`] : []))
  const local = findings.some(
    ({ outcome, values: { address } }) =>
      outcome === 'not_run' && typeof address === 'string' && URL.canParse(address) && isLoopback(new URL(address).host),
  )
  return local
    ? [
        ...technical,
        '  It was issued on this machine: start its server, name its data folder with --data (and TESTAMUR_ORIGIN, if it is another than http://localhost:3000), or give --did and --status.',
      ]
    : technical
}
