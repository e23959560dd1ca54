// Who is calling, when proxies stand in between.
import assert from 'node:assert/strict'
import test from 'node:test'
import { callerAddress, rangesIn, trustedProxies } from './caller-address.ts'

const isTrusted = trustedProxies(['loopback', '10.0.0.0/8', '2001:db8::7'].flatMap((part) => rangesIn(part) ?? []))

const cases: readonly [name: string, socket: string, forwarded: string | undefined, caller: string][] = [
  ['nobody in between', '203.0.113.9', undefined, '203.0.113.9'],
  ['a stranger who invents a header', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['a neighbour of a trusted range', '11.0.0.1', '198.51.100.1', '11.0.0.1'],
  ['one trusted proxy', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['a trusted proxy over IPv6', '2001:db8::7', '2001:db8:1::1', '2001:db8:1::1'],
  ['another address beside that proxy', '2001:db8::8', '198.51.100.1', '2001:db8::8'],
  ['a trusted proxy whose IPv4 address is written as IPv6', '::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
  ['what the visitor wrote before the proxy added to it', '127.0.0.1', '192.0.2.1, 198.51.100.1', '198.51.100.1'],
  ['several trusted proxies', '127.0.0.1', '192.0.2.1, 198.51.100.1,10.0.0.2 , 10.0.0.1', '198.51.100.1'],
  ['trusted proxies alone', '127.0.0.1', '10.0.0.2, 10.0.0.1', '10.0.0.2'],
  ['a trusted proxy that says nothing', '127.0.0.1', undefined, '127.0.0.1'],
  ['an empty header', '127.0.0.1', '', '127.0.0.1'],
  ['a word where an address belongs', '127.0.0.1', '198.51.100.1, unknown, 10.0.0.1', '10.0.0.1'],
  ['an address with its port', '127.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
  ['an IPv6 address in brackets with its port', '127.0.0.1', '[2001:db8:1::1]:4711', '2001:db8:1::1'],
  ['a connection without an address', 'unknown', '198.51.100.1', 'unknown'],
]

for (const [name, socket, forwarded, caller] of cases)
  test(`the caller behind ${name}`, () => {
    assert.equal(callerAddress(socket, forwarded, isTrusted), caller)
  })

test('without the setting nobody is believed, not even this machine', () => {
  assert.equal(callerAddress('127.0.0.1', '198.51.100.1', trustedProxies([])), '127.0.0.1')
})
