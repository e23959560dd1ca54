// Where a command works: a server that is named, the server that runs on the data folder, or the data folder itself.
import { refused } from './problem-words.ts'

export type PlaceAsked = Readonly<{ server?: string; token?: string; data?: string }>

export type Place =
  | Readonly<{ kind: 'server'; origin: string; token: string | undefined }>
  /** A server that runs on the folder is asked; without one, the folder is opened here. */
  | Readonly<{ kind: 'folder'; data: string | undefined }>

/** What is written on the command line goes before the environment, whichever of the two it is about. */
export function placeMeant(asked: PlaceAsked, env: Readonly<Record<string, string | undefined>>): Place {
  if (asked.server !== undefined && asked.data !== undefined)
    throw refused('two_places', 'Give either --server or --data, not both: a command works in one place.')
  const named = asked.data === undefined ? (asked.server ?? given(env.TESTAMUR_SERVER)) : undefined
  if (named === undefined) return { kind: 'folder', data: asked.data }
  const url = URL.parse(named)
  if (!url || !/^https?:$/.test(url.protocol))
    throw refused('no_server', `“${named}” is no address of a server. Give one such as https://credentials.example.org.`)
  return { kind: 'server', origin: url.origin, token: asked.token ?? given(env.TESTAMUR_TOKEN) }
}

const given = (value: string | undefined) => value?.trim() || undefined
