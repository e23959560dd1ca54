// Which IP addresses belong to the public internet. Everything else is ours, a neighbour's, or nobody's, and is never fetched from.
import { BlockList, isIP } from 'node:net'

/**
 * From IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and its successors), and one that is public in name only.
 * Read a row as: this block is kept for that.
 */
export const keptBlocks = [
  ['0.0.0.0/8', 'this network, unspecified'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'shared by a carrier'],
  ['127.0.0.0/8', 'loopback'],
  ['168.63.129.16/32', 'a cloud host talking to its guests'],
  ['169.254.0.0/16', 'link-local, metadata of cloud machines'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'protocol assignments'],
  ['192.0.2.0/24', 'documentation'],
  ['192.88.99.0/24', 'relays of 6to4'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'benchmarks'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved, broadcast'],
  ['::/8', 'unspecified, loopback, IPv4 written as IPv6'],
  ['64:ff9b::/96', 'IPv4 behind NAT64'],
  ['64:ff9b:1::/48', 'IPv4 behind a local NAT64'],
  ['100::/64', 'discarded'],
  ['2001::/23', 'protocol assignments, Teredo, benchmarks, ORCHID'],
  ['2001:db8::/32', 'documentation'],
  ['2002::/16', 'IPv4 inside 6to4'],
  ['3fff::/20', 'documentation'],
  ['5f00::/16', 'segment routing'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'site-local'],
  ['ff00::/8', 'multicast'],
] as const

/** True for a well-formed address of the public internet. Of IPv6 only 2000::/3 has been handed out, so the rest is refused as well. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !kept4.check(address, 'ipv4')
  return family === 6 && !address.includes('%') && handedOut.check(address, 'ipv6') && !kept6.check(address, 'ipv6')
}

// One list a family: a single one would compare IPv4 addresses with the IPv6 block that holds them in their mapped form.
const blocks = keptBlocks.map(([block]) => block)
const kept4 = listOf(blocks.filter((block) => !block.includes(':')))
const kept6 = listOf(blocks.filter((block) => block.includes(':')))
const handedOut = listOf(['2000::/3'])

function listOf(blocks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const block of blocks) {
    const [network = '', bits] = block.split('/')
    list.addSubnet(network, Number(bits), network.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}
