// How often one address may knock at one door: counted in memory, a minute at a time.
import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export type Limits = Readonly<{
  /** Counts one attempt. `retryAfter` in whole seconds, 0 when allowed. */
  take: (door: string, address: string, perMinute: number) => Promise<{ allowed: boolean; retryAfter: number }>
}>

/** Counts for this process only; a restart forgets them. */
export function createLimits(): Limits {
  const doors = new Map<string, RateLimiterMemory>()
  const limiterOf = (door: string, perMinute: number) => {
    const name = `${perMinute} ${door}`
    const limiter = doors.get(name) ?? new RateLimiterMemory({ points: perMinute, duration: 60 })
    doors.set(name, limiter)
    return limiter
  }
  return {
    async take(door, address, perMinute) {
      try {
        await limiterOf(door, perMinute).consume(caller(address))
        return { allowed: true, retryAfter: 0 }
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return { allowed: false, retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
      }
    },
  }
}

/** One household counts as one caller: with IPv6 it has a whole /64 to itself, and an IPv4 address may be written as IPv6. */
function caller(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return plain
  // The URL parser writes every IPv6 address in one way (RFC 5952).
  const short = new URL(`http://[${plain}]`).hostname.slice(1, -1)
  if (short.startsWith('::ffff:')) return short
  const [head = '', tail] = short.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length
  return [...groups, ...Array<string>(zeros).fill('0'), ...rest].slice(0, 4).join(':')
}
