// The one careful door outwards: what a stranger's URL may make us do, and no more.
import { lookup as resolve } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Refusal } from '#kernel/refusal.ts'
import type { Fetched, Outside, OutsideRefusal } from '#ports/outside.ts'
import { type Answer, answerOf, answerWithin, type Limits } from './careful-request.ts'
import { keptAnswers } from './kept-answers.ts'
import { isPublic } from './public-addresses.ts'

export type CarefulFetch = Readonly<{
  /** Our own origin first, then its aliases; nothing sent to them leaves the process. The only ones that may be `http:`. */
  own: readonly [string, ...string[]]
  answer: (request: Request) => Promise<Response>
  /** Every address of a host must pass; the public internet unless said. */
  mayReach?: (address: string) => boolean
  /** All addresses of a host name; the system's resolver unless said. */
  lookup?: (host: string) => Promise<readonly string[]>
  limits?: Partial<Limits>
  /** Further certificate authorities to trust, as PEM. */
  authorities?: string
  /** Milliseconds, for how long an answer is kept. */
  clock?: () => number
}>

/**
 * Answers GET requests. Outside of our own origin only `https:` to port 443 or to one from 1024 on: issuers do serve on other ports
 * (`did:web` can name one), but what listens below 1024 is mail, files and logins.
 */
export function carefulFetch(house: CarefulFetch): Outside {
  const limits = { ...usual, ...house.limits }
  const kept = keptAnswers(house.clock ?? (() => performance.now()))
  const next = async (url: URL, accept: string, signal: AbortSignal): Promise<Answer> => {
    const isOwn = house.own.includes(url.origin)
    const why = whyNotFetch(url, isOwn)
    if (why) throw refusal('address_refused', url, why)
    const headers = { accept, 'user-agent': `Testamur (+${house.own[0]})` }
    if (isOwn) return answerWithin(await house.answer(new Request(url, { headers, signal })), limits, url)
    return kept.get(url.href, accept) ?? kept.put(url.href, accept, await ask(url, headers, signal))
  }
  const ask = async (url: URL, headers: Record<string, string>, signal: AbortSignal) => {
    const addresses = await checkedAddresses(url, house)
    return answerOf({ url, headers, addresses, signal, limits, ca: house.authorities })
  }
  return { fetch: (address, { accept }) => follow(address, limits, (url, signal) => next(url, accept, signal)) }
}

const usual: Limits = { bytes: 2 * 1024 * 1024, milliseconds: 10_000, redirects: 3 }

/** By hand, so that each address on the way passes the same checks; one clock for all of them. */
async function follow(
  address: string,
  limits: Limits,
  ask: (url: URL, signal: AbortSignal) => Promise<Answer>,
): Promise<Fetched> {
  const clock = new AbortController()
  const timer = setTimeout(() => clock.abort(), limits.milliseconds)
  let url = parsed(address)
  try {
    for (let hop = 0; hop <= limits.redirects; hop++) {
      const answer = await unlessLate(ask(url, clock.signal), clock.signal, url)
      if (!answer.location) return { status: answer.status, type: answer.type, body: answer.body, url: url.href }
      url = parsed(answer.location, url)
    }
    throw refusal('outside_unreachable', url, 'redirects')
  } finally {
    clearTimeout(timer)
    clock.abort()
  }
}

function parsed(address: string, base?: URL): URL {
  const url = URL.parse(address, base)
  if (!url)
    throw new Refusal<OutsideRefusal>('address_refused', 'not an address', { url: address.slice(0, 200), why: 'malformed' })
  url.hash = ''
  return url
}

function whyNotFetch(url: URL, isOwn: boolean): string | undefined {
  if (url.username || url.password) return 'credentials'
  if (isOwn) return undefined
  if (url.protocol !== 'https:') return 'scheme'
  return url.port && Number(url.port) < 1024 ? 'port' : undefined
}

/** The connection goes to these and to no others, so a name that changes its mind in between changes nothing. */
async function checkedAddresses(url: URL, { lookup = system, mayReach = isPublic }: CarefulFetch): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const addresses = isIP(host) ? [host] : await lookup(host).catch(() => [])
  if (addresses.length === 0) throw refusal('outside_unreachable', url, 'unknown_host')
  if (!addresses.every((address) => mayReach(address))) throw refusal('address_refused', url, 'private')
  return addresses
}

const system = async (host: string) => (await resolve(host, { all: true })).map(({ address }) => address)

/** Nobody waits longer than the clock, whatever the work is stuck in. */
async function unlessLate<T>(work: Promise<T>, signal: AbortSignal, url: URL): Promise<T> {
  const late = () => refusal('outside_too_slow', url)
  const stop = new AbortController()
  const bell = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(late())
    signal.addEventListener('abort', () => reject(late()), { once: true, signal: stop.signal })
  })
  try {
    return await Promise.race([work, bell])
  } catch (error) {
    if (signal.aborted) throw late()
    throw error
  } finally {
    stop.abort()
  }
}

const refusal = (code: OutsideRefusal, url: URL, why?: string) =>
  new Refusal<OutsideRefusal>(code, [url.host, why].filter(Boolean).join(': '), { url: url.href, ...(why ? { why } : {}) })
