// The world of a verification on the command line: saved documents first, then Testamur for its own origins, then the careful way out.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Call } from '#sdk/sdk.ts'
import type { World } from '#standards/verify/check.ts'
import { type Connection, configOf, connect } from './connection.ts'
import { type PlaceAsked, placeMeant } from './place.ts'
import { refused } from './problem-words.ts'
import { answerFrom, savedDocuments } from './saved-documents.ts'
import type { Screen } from './screen.ts'
import type { Surroundings } from './surroundings.ts'

type Documents = Readonly<{ did?: readonly string[]; status?: readonly string[] }>

export type VerifyWorld = World & Readonly<{ close: () => Promise<void> }>

/** One answer for each address, however many credentials ask. */
export async function verifyWorld(
  surroundings: Surroundings,
  screen: Screen,
  asked: PlaceAsked & Documents,
): Promise<VerifyWorld> {
  const saved = savedDocuments(await readAll([...(asked.did ?? []), ...(asked.status ?? [])]))
  const home = await ourselves(surroundings, screen, asked)
  const outside = surroundings.outside(home)
  const known = new Map<string, ReturnType<World['fetch']>>()
  const look: World['fetch'] = async (url, wants) => answerFrom(saved, url) ?? outside.fetch(url, wants)
  return {
    now: new Date(),
    fetch: (url, wants) => {
      const answer = known.get(url) ?? look(url, wants)
      known.set(url, answer)
      return answer
    },
    close: home.close,
  }
}

async function readAll(paths: readonly string[]) {
  return Promise.all(paths.map(async (path) => ({ path, bytes: new Uint8Array(await readFile(path)) })))
}

type Home = Readonly<{ own: readonly [string, ...string[]]; answer: Call; close: () => Promise<void> }>

/** Our own origins, and who answers for them: a server, or the data folder, which is opened only when it is asked. */
async function ourselves(surroundings: Surroundings, screen: Screen, asked: PlaceAsked): Promise<Home> {
  const place = placeMeant(asked, surroundings.env)
  if (place.kind === 'server') return { own: [place.origin], answer: askServer(place.origin), close: async () => {} }
  const config = configOf(surroundings, screen, place.data)
  const server = await surroundings.findServer(config.dataFolder)
  const names = [config.origin, ...config.originAliases]
  if (server) return { own: [server.origin, ...names], answer: askServer(server.origin), close: async () => {} }
  let opened: Promise<Connection> | undefined
  return {
    own: [config.origin, ...config.originAliases],
    answer: async (request) => {
      if (!opened && !holdsData(config.dataFolder) && !config.databaseUrl)
        throw refused('nobody_home', `Nothing answers at ${config.origin}, and there is no data folder ${config.dataFolder}.`)
      opened ??= connect(surroundings, screen, { ...asked, data: config.dataFolder })
      return (await opened).call(request)
    },
    close: async () => (await opened?.catch(() => undefined))?.close(),
  }
}

const holdsData = (folder: string) => existsSync(join(folder, 'postgres'))

/** A redirect is the careful way's to follow, so that it checks where it leads. */
const askServer =
  (origin: string): Call =>
  ({ url, headers, signal }) => {
    const { pathname, search } = new URL(url)
    return fetch(new URL(pathname + search, origin), { headers, signal, redirect: 'manual' })
  }
