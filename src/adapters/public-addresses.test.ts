// Public or not, address by address.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublic, keptBlocks } from './public-addresses.ts'

const strangers = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '223.255.255.255',
  '2001:4860:4860::8888',
  '2606:4700::1111',
  '2a00:1450:4001::1',
]

const notStrangers = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.168.1.1',
  '198.19.255.255',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  '2606:4700::1111%eth0',
  'ff02::1',
  '4000::1',
]

const notAddresses = ['', 'localhost', '127.1', '0x7f000001', '2130706433', '1.2.3.4.5', '[::1]', '8.8.8.8 ']

test('addresses of the public internet may be reached', () => {
  for (const address of strangers) assert.equal(isPublic(address), true, address)
})

test('addresses that are ours, a neighbour’s or nobody’s may not', () => {
  for (const address of notStrangers) assert.equal(isPublic(address), false, address)
})

test('each block of the table is kept from its first address on', () => {
  for (const [block, kind] of keptBlocks) assert.equal(isPublic(block.split('/')[0] ?? ''), false, `${block}: ${kind}`)
})

test('what is not written as one address is not reached', () => {
  for (const text of notAddresses) assert.equal(isPublic(text), false, text)
})
