// Where an issuer's badges may lie: elsewhere anybody could put one in the issuer's name (Open Badges 2.0, Verification, VerificationObject on Profile).
import { asList, isObject, type JsonObject } from '#standards/vc/json.ts'

/**
 * Whether the address of a hosted badge is one that the issuer issues at: it begins as the issuer's `startsWith` says, and lies at one
 * of the `allowedOrigins`, which is the issuer's own host unless said otherwise. Hosts are compared with their ports.
 */
export function isInScope(address: string, issuer: JsonObject): boolean {
  if (typeof issuer.id !== 'string' || !URL.canParse(issuer.id) || !URL.canParse(address)) return false
  const policy = isObject(issuer.verification) ? issuer.verification : {}
  const starts = textsIn(policy.startsWith)
  const origins = textsIn(policy.allowedOrigins).map(hostIn)
  const hosts = policy.allowedOrigins === undefined ? [new URL(issuer.id).host] : origins
  const begins = policy.startsWith === undefined || starts.some((start) => beginsAt(new URL(address), start))
  return begins && hosts.includes(new URL(address).host)
}

const textsIn = (value: JsonObject[string] | undefined): readonly string[] =>
  asList(value).filter((one) => typeof one === 'string')

/** `example.org`, or an origin written out. */
const hostIn = (origin: string): string =>
  URL.canParse(origin) && origin.includes('//') ? new URL(origin).host : origin.toLowerCase()

/** On the same origin, so that `https://example.org` does not let `https://example.org.evil.example` in; dots in the path are resolved. */
function beginsAt(address: URL, start: string): boolean {
  return URL.canParse(start) && new URL(start).origin === address.origin && address.href.startsWith(start)
}
