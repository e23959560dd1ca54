// `testamur call`: one command for each endpoint of the API, made from the same rows.
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Command } from 'commander'
import type { Endpoint } from '#kernel/endpoint.ts'
import { apis, type Client } from '#sdk/sdk.ts'
import { fieldsOf, inputFrom } from './call-fields.ts'
import { within } from './organisation-meant.ts'
import { refused } from './problem-words.ts'
import type { Surroundings } from './surroundings.ts'
import { tableLines } from './table.ts'
import { type CommonOptions, commandWith, type Finish, perform, reporting, type Task, withPlace } from './task.ts'

type Options = CommonOptions & Readonly<{ organisation?: string; list?: boolean; body?: string; type?: string; output?: string }>

export const callCommand = (surroundings: Surroundings, finish: Finish): Command =>
  withPlace(
    commandWith(
      'call',
      'Call any endpoint of the API by its name; the answer is JSON',
      'testamur call --list\ntestamur call intake.listOfferings --limit 5\ntestamur call issuing.simulate \'{"limit": 0}\'\ntestamur call design.uploadImage --body badge.png',
    ),
  )
    .argument('[endpoint]', 'as ROOM.NAME')
    .argument('[input...]', 'an object as JSON, or --field value')
    .option('--list', 'list all endpoints; with a name, its fields')
    .option('--organisation <slug>', 'for whom; left out, the organisation used last')
    .option('--body <file>', 'the file to upload, where an endpoint takes one')
    .option('--type <media type>', 'what the file is; application/octet-stream unless said')
    .option('--output <file>', 'where a download goes; standard output unless said')
    // the fields are the endpoint's, not ours
    .allowUnknownOption()
    .action((name: string | undefined, words: string[], options: Options) =>
      name === undefined || options.list
        ? reporting(surroundings, finish, options, async (screen) => {
            const rows = name === undefined ? endpoints : endpoints.filter((one) => one.name === name)
            for (const line of name === undefined ? listLines : fieldLines(endpointCalled(name))) screen.say(line)
            screen.answer(rows.map(({ name, endpoint: { method, path, does, may } }) => ({ name, method, path, does, may })))
          })
        : perform(surroundings, finish, options, (task) => call(surroundings, task, endpointCalled(name), words, options), {
            mayBegin: true,
          }),
    )

type Named = Readonly<{ name: string; room: string; key: string; endpoint: Endpoint }>

const endpoints: readonly Named[] = Object.entries(apis).flatMap(([room, api]) =>
  Object.entries<Endpoint>(api).map(([key, endpoint]) => ({ name: `${room}.${key}`, room, key, endpoint })),
)

const listLines = endpoints.map(({ name, endpoint: { does } }) => `${name.padEnd(32)}  ${does}`)

function fieldLines({ name, endpoint }: Named): string[] {
  const fields = Object.entries(fieldsOf(endpoint)).map(([field, shape]) => [field, JSON.stringify(shape)])
  return [`${name}: ${endpoint.does}`, ...(fields.length > 0 ? tableLines(['field', 'schema'], fields) : ['It takes nothing.'])]
}

function endpointCalled(name: string): Named {
  const found = endpoints.find((one) => one.name === name)
  if (found) return found
  const near = endpoints.filter((one) => one.name.toLowerCase().includes(name.toLowerCase())).map((one) => one.name)
  const hint = near.length > 0 ? `Did you mean ${near.slice(0, 5).join(', ')}?` : 'See `testamur call --list`.'
  throw refused('endpoint_unknown', `There is no endpoint “${name}”. ${hint}`)
}

const withoutOrganisation = new Set(['anyone', 'signed_in', 'demonstration'])

async function call(
  { stdout, stopAsked }: Surroundings,
  { connection }: Task,
  { room, key, endpoint }: Named,
  words: readonly string[],
  { organisation, body, type, output }: Options,
): Promise<void> {
  const input = inputFrom(words, endpoint)
  const client = withoutOrganisation.has(endpoint.may) ? connection.client() : (await within(connection, organisation)).client
  if (endpoint.upload && body === undefined) throw refused('no_body', 'This endpoint takes a file: give it with --body FILE.')
  const stream = body === undefined ? undefined : Readable.toWeb(createReadStream(body, { signal: stopAsked }))
  const answer = await functionOf(client, room, key)(input, stream, type)
  if (!(answer instanceof Response)) stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  else if (output !== undefined) await writeFile(output, answer.body ?? '')
  else for await (const piece of answer.body ?? []) stdout.write(piece)
}

/** The client is made from the rows that the name was looked up in. */
const functionOf = (client: Client, room: string, key: string) =>
  (client as unknown as Record<string, Record<string, (...sent: unknown[]) => Promise<unknown>>>)[room]?.[key] ??
  (() => Promise.reject(new TypeError(`${room}.${key} is no endpoint`)))
