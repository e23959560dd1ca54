// The way to Testamur: over HTTP to a server, or in this very process on a data folder that nobody else holds.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type Call, type Client, createClient } from '#sdk/sdk.ts'
import { type Config, readConfig } from '#server/config.ts'
import { type PlaceAsked, placeMeant } from './place.ts'
import { refused } from './problem-words.ts'
import type { Screen } from './screen.ts'
import type { Surroundings } from './surroundings.ts'

export type Connection = Readonly<{
  /** Where we are, for people. */
  place: string
  /** Whose API we talk to. */
  base: string
  /** Runs in this process: what is begun here ends when we do. */
  inProcess: boolean
  /** Without a token only the doors open that are open to anyone. */
  hasToken: boolean
  call: Call
  client: (organisation?: string) => Client
  /** The organisation that was used last on this data folder. */
  remembered: () => Promise<string | undefined>
  remember: (slug: string) => Promise<void>
  close: () => Promise<void>
}>

/** `mayBegin`: whether a data folder is made where there is none. */
export async function connect(
  surroundings: Surroundings,
  screen: Pick<Screen, 'note'>,
  asked: PlaceAsked,
  { mayBegin = false } = {},
): Promise<Connection> {
  const place = placeMeant(asked, surroundings.env)
  if (place.kind === 'server') return toServer(place.origin, place.token)
  const config = configOf(surroundings, screen, place.data)
  const server = await surroundings.findServer(config.dataFolder)
  if (server) return toServer(server.origin, server.token, config.dataFolder)
  if (!mayBegin && !config.databaseUrl && !existsSync(config.dataFolder))
    throw refused(
      'no_data_folder',
      `There is no data folder ${config.dataFolder}. Name another with --data or TESTAMUR_DATA, or begin one with \`testamur import\`.`,
    )
  return inProcess(surroundings, screen, config)
}

/** The configuration as a server on this folder would have it. Refuses with every problem in it. */
export function configOf({ env, machine }: Surroundings, screen: Pick<Screen, 'note'>, data: string | undefined): Config {
  const read = readConfig(data === undefined ? env : { ...env, TESTAMUR_DATA: data }, machine)
  for (const warning of read.warnings) screen.note(warning)
  if ('problems' in read) throw refused('misconfigured', read.problems.join('\n'))
  return read.config
}

async function toServer(origin: string, token: string | undefined, folder?: string): Promise<Connection> {
  const call: Call = async (request) => {
    try {
      return await fetch(request)
    } catch (error) {
      throw unreachable(origin, error)
    }
  }
  return {
    place: `the server at ${origin}`,
    inProcess: false,
    close: async () => {},
    ...speaking(call, origin, token),
    ...memory(folder),
  }
}

function unreachable(origin: string, error: unknown): unknown {
  const cause = error instanceof TypeError ? error.cause : undefined
  if (!(cause instanceof Error)) return error
  const why = 'code' in cause ? String(cause.code) : cause.message
  return refused('server_unreachable', `The server at ${origin} does not answer (${why}). Start it, or name another place.`)
}

async function inProcess(surroundings: Surroundings, screen: Pick<Screen, 'note'>, config: Config): Promise<Connection> {
  let closing = false
  const { testamur, folder, operatorToken, close } = await surroundings.open(config, {
    // what is cut off by our own end is no fault: it goes on with the next start
    onFault: (error, where) => {
      if (!closing && !surroundings.stopAsked.aborted)
        screen.note(`Fault (${where}): ${error instanceof Error ? error.message : error}`)
    },
  })
  return {
    place: `the data folder ${folder.path}`,
    inProcess: true,
    close: () => {
      closing = true
      return close()
    },
    ...speaking((request) => testamur.call(request), config.origin, operatorToken),
    ...memory(folder.path),
  }
}

function speaking(call: Call, base: string, token: string | undefined) {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return {
    base,
    hasToken: token !== undefined,
    call,
    client: (organisation?: string) => createClient(call, { base, headers, ...(organisation ? { organisation } : {}) }),
  }
}

const Memory = z.object({ organisation: z.string() })

/** A note in the data folder; a convenience, so nothing fails for want of it. */
function memory(folder: string | undefined) {
  const file = folder === undefined ? undefined : join(folder, 'cli.json')
  return {
    remembered: async () => {
      const text = file && (await readFile(file, 'utf8').catch(() => undefined))
      return text ? organisationIn(text) : undefined
    },
    remember: async (organisation: string) => {
      if (file) await writeFile(file, `${JSON.stringify({ organisation })}\n`, { mode: 0o600 }).catch(() => {})
    },
  }
}

function organisationIn(text: string): string | undefined {
  try {
    return Memory.parse(JSON.parse(text)).organisation
  } catch {
    return undefined
  }
}
