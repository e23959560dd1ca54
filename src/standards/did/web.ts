// did:web: an identifier that is a place on the web, and the address where its document lies (did:web Method Specification, 2 and 3.2).

/** Hosts that never leave the machine. Only there may the document be read without TLS. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host.replace(/:\d+$/, ''))

/**
 * `did:web:example.org:o:slug` → `https://example.org/o/slug/did.json`. A loopback host answers without TLS unless `https` is
 * asked for. `undefined` for what is not a `did:web`, or could lead elsewhere than it says.
 */
export function addressOfDidWeb(did: string, onLoopback: 'http' | 'https' = 'http'): string | undefined {
  const [host, ...path] = /^did:web:([^/?#]+)$/.exec(did)?.[1]?.split(':') ?? []
  const named = host === undefined ? undefined : readHost(host)
  if (named === undefined || !path.every(isPlainSegment)) return undefined
  const scheme = isLoopback(named) ? onLoopback : 'https'
  return `${scheme}://${named}/${path.length === 0 ? '.well-known' : path.join('/')}/did.json`
}

/** `https://example.org:8443/o/slug` → `did:web:example.org%3A8443:o:slug`; `undefined` for an address that cannot be a `did:web`. */
export function didWebOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host, pathname, search, hash, username } = new URL(address)
  const secure = protocol === 'https:' || (protocol === 'http:' && isLoopback(host))
  const path = pathname.split('/').filter(Boolean)
  if (!secure || search || hash || username || !isHost(host) || !path.every(isPlainSegment)) return undefined
  return ['did:web', host.replace(':', '%3A'), ...path].join(':')
}

/** A port's colon is written `%3A`; nothing else in a host is ever escaped. */
function readHost(text: string): string | undefined {
  const host = text.replace(/%3a/i, ':').toLowerCase()
  return isHost(host) ? host : undefined
}

const tlsName = /^(?!\d+(\.\d+){3}(:|$))[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?$/i

/** A name that a TLS certificate can bear; of the numeric addresses only 127.x, which needs none. */
const isHost = (host: string): boolean => tlsName.test(host) || /^127(\.\d{1,3}){3}(:\d{1,5})?$/.test(host)

function isPlainSegment(segment: string): boolean {
  if (!/^([A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+$/.test(segment)) return false
  return !/%2f|%5c|%00/i.test(segment) && !/^\.{1,2}$/.test(segment.replaceAll(/%2e/gi, '.'))
}
