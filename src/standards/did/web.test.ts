import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOfDidWeb, didWebOf } from './web.ts'

const pairs: readonly (readonly [string, string])[] = [
  ['did:web:example.org', 'https://example.org/.well-known/did.json'],
  ['did:web:w3c-ccg.github.io:user:alice', 'https://w3c-ccg.github.io/user/alice/did.json'],
  ['did:web:example.org%3A8443:o:slug', 'https://example.org:8443/o/slug/did.json'],
  ['did:web:localhost%3A3000:o:slug', 'http://localhost:3000/o/slug/did.json'],
  ['did:web:127.0.0.1%3A3000', 'http://127.0.0.1:3000/.well-known/did.json'],
]

for (const [did, address] of pairs)
  test(`the document of ${did} lies at ${address}, and the way back leads home`, () => {
    assert.equal(addressOfDidWeb(did), address)
    assert.equal(didWebOf(address.replace(/(\/\.well-known)?\/did\.json$/, '')), did)
  })

test('a loopback host is read with TLS when that is asked for', () => {
  assert.equal(addressOfDidWeb('did:web:localhost%3A3000:o:slug', 'https'), 'https://localhost:3000/o/slug/did.json')
})

for (const did of [
  'did:web:',
  'did:key:z6Mk',
  'did:web:example.org::a',
  'did:web:example.org:..:a',
  'did:web:example.org:%2e%2E',
  'did:web:example.org:a%2Fb',
  'did:web:user@example.org',
  'did:web:example.org%2Fevil',
  'did:web:example.org/evil',
  'did:web:example.org?x',
  'did:web:example.org#key',
  'did:web:10.0.0.1',
  'did:web:169.254.169.254:latest',
  'did:web:example.org%3A99999999',
  'did:web:-x.org',
])
  test(`${did} leads nowhere`, () => {
    assert.equal(addressOfDidWeb(did), undefined)
  })

test('an address that is not safe, or says more than a place, is no did:web', () => {
  for (const address of [
    'http://example.org',
    'https://example.org/?a',
    'https://example.org/#a',
    'https://u@example.org/',
    'https://10.0.0.1/',
    'x',
  ])
    assert.equal(didWebOf(address), undefined, address)
})
