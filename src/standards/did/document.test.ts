import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toBase64url } from '#standards/vc/multibase.ts'
import { composeDidDocument, documentOfDidKey, findMethod, listsMethod } from './document.ts'
import { multikeyOf, readDidKey } from './key.ts'

const id = 'did:web:example.org'
const multikey = (byte: number) => multikeyOf(new Uint8Array(32).fill(byte))
const document = composeDidDocument({
  id,
  keys: [
    { fragment: 'new', publicKeyMultibase: multikey(1) },
    { fragment: 'old', publicKeyMultibase: multikey(2), retired: true },
    { fragment: 'stolen', publicKeyMultibase: multikey(3), compromised: true },
  ],
})

test('a retired key still speaks for what it signed, a compromised one does not', () => {
  const found = (fragment: string) => findMethod(document, `${id}#${fragment}`).found
  assert.deepEqual(['new', 'old', 'stolen', 'never'].map(found), ['key', 'key', 'not_listed', 'missing'])
})

test('a method that another controls is not this document’s to give', () => {
  const [method] = document.verificationMethod as object[]
  const foreign = { ...document, verificationMethod: [{ ...method, controller: 'did:web:other.example' }] }
  assert.equal(findMethod(foreign, `${id}#new`).found, 'not_controlled')
})

test('methods are found in every form that is seen: relative, in place, as a JSON Web Key', () => {
  const method = { id: '#a', type: 'Multikey', controller: id, publicKeyMultibase: multikey(1) }
  assert.equal(findMethod({ id, verificationMethod: method, assertionMethod: '#a' }, `${id}#a`).found, 'key')
  assert.equal(findMethod({ id, assertionMethod: [method] }, `${id}#a`).found, 'key')
  const x = toBase64url(new Uint8Array(32).fill(9))
  const jwk = (more: object) => ({
    id: '#a',
    type: 'JsonWebKey',
    controller: id,
    publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x, ...more },
  })
  assert.equal(findMethod({ id, assertionMethod: [jwk({})] }, `${id}#a`).found, 'key')
  assert.equal(findMethod({ id, assertionMethod: [jwk({ d: x })] }, `${id}#a`).found, 'unreadable')
  assert.ok(listsMethod({ id, assertionMethod: ['did:key:z1#z1'] }, 'did:key:z1#z1'))
})

test('a did:key is its own document', () => {
  const did = `did:key:${multikey(4)}`
  const own = documentOfDidKey(did, readDidKey(did))
  assert.equal(own && findMethod(own, `${did}#${multikey(4)}`).found, 'key')
  assert.equal(documentOfDidKey('did:key:zQ3', undefined), undefined)
  const own384 = 'z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9'
  const document384 = documentOfDidKey(`did:key:${own384}`, readDidKey(`did:key:${own384}`))
  assert.partialDeepStrictEqual(document384 && findMethod(document384, `did:key:${own384}#${own384}`), { key: { kind: 'P-384' } })
})

test('what a key may be used for is asked purpose by purpose', () => {
  const method = { id: '#a', type: 'Multikey', controller: id, publicKeyMultibase: multikey(1) }
  const only = { id, verificationMethod: [method], authentication: ['#a'] }
  assert.equal(findMethod(only, `${id}#a`).found, 'not_listed')
  assert.equal(findMethod(only, `${id}#a`, 'authentication').found, 'key')
  assert.equal(listsMethod(only, `${id}#a`), false)
  assert.equal(listsMethod(only, `${id}#a`, 'authentication'), true)
})
