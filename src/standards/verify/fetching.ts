// Fetching for a check: what came, or why nothing did. Nothing here throws for what a stranger's server does.
import { isObject, type JsonLimits, type JsonObject, readJson } from '#standards/vc/json.ts'
import type { Fetched, World } from './check.ts'

export type Got = Readonly<{ body: Uint8Array; type: string; url: string }>
export type NotGot = Readonly<{ status?: number; technical: string }>

/** The most addresses that one verification may make us ask. */
const mostAddresses = 100

/** What is answered with 200 and nothing else. */
export async function fetched(address: string, accept: string, world: World): Promise<Got | NotGot> {
  const answer = await world.fetch(address, { accept }).catch((error: unknown) => ({ technical: String(error) }))
  if ('technical' in answer) return answer
  if (answer.status !== 200) return { status: answer.status, technical: `${address} answered ${answer.status}` }
  return answer
}

/**
 * The same where the address is to show who somebody is: the answer must come from there. Many sites send visitors on to wherever a
 * link says, and would else vouch for whatever lies there.
 */
export async function fetchedAtHome(address: string, accept: string, world: World): Promise<Got | NotGot> {
  const got = await fetched(address, accept, world)
  const isElsewhere = 'url' in got && URL.parse(got.url)?.origin !== URL.parse(address)?.origin
  return isElsewhere ? { technical: `${address} leads elsewhere, to ${got.url}` } : got
}

/** The JSON object in the bytes, read strictly; `undefined` when there is none. */
export function objectIn(body: Uint8Array | string, limits?: JsonLimits): JsonObject | undefined {
  try {
    const value = readJson(body, limits)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Within one verification every address is asked once, and not without end. */
export function remembering(world: World): World {
  const asked = new Map<string, Promise<Fetched>>()
  const fetch: World['fetch'] = (url, wants) => {
    const known = asked.get(url)
    if (!known && asked.size >= mostAddresses) return Promise.reject(new Error(`more than ${mostAddresses} addresses`))
    // Also what is thrown at once becomes a promise.
    const answer = known ?? Promise.resolve().then(() => world.fetch(url, wants))
    asked.set(url, answer)
    return answer
  }
  return { ...world, fetch }
}
