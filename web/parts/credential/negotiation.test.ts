// One link for people and programs: who gets the page, and who the signed document.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkedInAddress } from './linked-in.ts'
import { prefersSigned } from './negotiation.ts'
import { readCredential } from './reading.ts'
import { structuredData } from './structured-data.ts'

test('programs that name JSON get the signed document', () => {
  for (const accept of [
    'application/vc+ld+json, application/vc, application/ld+json, application/json, image/png;q=0.9',
    'application/json',
    'application/ld+json, text/html;q=0.5',
    'Application/JSON;q=0.8, */*;q=0.1',
  ])
    assert.ok(prefersSigned(accept), accept)
})

test('browsers, and those who take anything, get the page', () => {
  for (const accept of [
    null,
    '*/*',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'text/html, application/json;q=0.9',
    'application/json;q=0',
    'application/json, text/html',
  ])
    assert.ok(!prefersSigned(accept), String(accept))
})

test('LinkedIn is given months as it counts them, and no expiry where there is none', () => {
  const { searchParams } = new URL(
    linkedInAddress({
      title: 'A & B',
      issuer: 'Harbour',
      issued: '2026-11-21T09:00:00Z',
      address: 'https://x.example/c/1',
      id: 'urn:1',
    }),
  )
  assert.deepEqual(
    ['name', 'issueYear', 'issueMonth', 'expirationYear', 'certUrl'].map((name) => searchParams.get(name)),
    ['A & B', '2026', '11', null, 'https://x.example/c/1'],
  )
})

test('a title cannot break out of the data for programs, and the earner is not in it', () => {
  const read = readCredential({
    name: '</script><script>alert(1)</script>',
    credentialSubject: { identifier: { identityType: 'name', identityHash: 'Lena', hashed: false } },
  })
  const text = structuredData(read, { issuer: { name: 'Harbour' }, address: 'https://x.example', image: 'https://x.example/i' })
  assert.ok(!text.includes('<'))
  assert.ok(!text.includes('Lena'))
  assert.equal(JSON.parse(text).name, '</script><script>alert(1)</script>')
})
