// Who is calling: the connection's own address, or, through proxies that we trust, the address that they report.
import { BlockList, isIP } from 'node:net'

export type TrustedProxies = (address: string) => boolean

/**
 * The right-most entry of X-Forwarded-For that is not itself a trusted proxy; what stands left of it anybody can have written.
 * `socket` is the connection's own address, `forwarded` the whole header (several joined by commas).
 */
export function callerAddress(socket: string, forwarded: string | undefined, isTrusted: TrustedProxies): string {
  let caller = socket
  const hops = (forwarded ?? '').split(',').map(addressIn)
  // an entry that is no address ends the way: whoever passed it on is the last one known
  for (let hop = hops.pop(); isTrusted(caller) && hop !== undefined; hop = hops.pop()) caller = hop
  return caller
}

/** Some proxies add the port: `192.0.2.1:80`, `[2001:db8::1]:443`. */
function addressIn(entry: string): string | undefined {
  const text = entry.trim()
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  return isIP(bare) ? bare : undefined
}

/** `ranges` as `rangesIn` gives them. */
export function trustedProxies(ranges: readonly string[]): TrustedProxies {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    list.addSubnet(address, Number(bits), familyOf(address))
  }
  return (address) => {
    const [plain = ''] = address.split('%')
    return isIP(plain) > 0 && list.check(plain, familyOf(plain))
  }
}

/** One setting's part as CIDR ranges: an address, a range, or the word `loopback`. Nothing when it is none of them. */
export function rangesIn(part: string): readonly string[] | undefined {
  if (part.toLowerCase() === 'loopback') return ['127.0.0.0/8', '::1/128']
  const [, address = '', bits] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(part) ?? []
  const most = { 4: 32, 6: 128 }[isIP(address)]
  if (most === undefined) return undefined
  const asked = Number(bits ?? most)
  // a range of everybody would let everybody say who they are
  return asked >= 1 && asked <= most ? [`${address}/${asked}`] : undefined
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
