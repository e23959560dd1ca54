import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type PublicKey, readMultikey } from '#standards/did/key.ts'
import { canonicalise } from './canonical.ts'
import { checkProof, proofsOf, secure } from './data-integrity.ts'
import { isObject, type Json, type JsonObject, readJson } from './json.ts'

const folder = join(process.env.TESTAMUR_SAMPLES ?? '../shared', 'samples/w3c-vectors/eddsa')
const skip = existsSync(folder) ? false : `the W3C vectors are not at ${folder}`

/** The vectors use an example context that is nothing but a default vocabulary; written inline the graph is the same. */
const inlineExamples = (document: JsonObject): JsonObject => ({
  ...document,
  '@context': (document['@context'] as Json[]).map((context) =>
    context === 'https://www.w3.org/ns/credentials/examples/v2'
      ? { '@vocab': 'https://www.w3.org/ns/credentials/examples#' }
      : context,
  ),
})

const text = (name: string): string => readFileSync(join(folder, name), 'utf8')
const vector = (name: string): JsonObject => readJson(text(name)) as JsonObject
const keyOf = (proof: JsonObject): PublicKey => {
  const key = readMultikey(String(proof.verificationMethod).split('#')[1] ?? '')
  assert.ok(key)
  return key
}

async function answers(document: JsonObject) {
  return Promise.all(
    proofsOf(document)
      .filter(isObject)
      .map((proof) => checkProof(document, proof, keyOf(proof))),
  )
}

const holds = (outdated = false) => ({ holds: true, outdated })

test('the W3C vector of eddsa-rdfc-2022 holds', { skip }, async () => {
  assert.deepEqual(await answers(inlineExamples(vector('eddsa-rdfc-2022/signedDataInt.json'))), [holds()])
})

test('a W3C vector with a context that we do not carry is not guessed at', { skip }, async () => {
  const [answer] = await answers(vector('eddsa-rdfc-2022/employ/signedDataInt.json'))
  assert.partialDeepStrictEqual(answer, { holds: false, code: 'unknown_context' })
})

test('the document and proof of the W3C vector are canonical as W3C writes them', { skip }, async () => {
  const { proof, ...document } = inlineExamples(vector('eddsa-rdfc-2022/signedDataInt.json'))
  assert.equal(await canonicalise(document), text('eddsa-rdfc-2022/canonDocDataInt.txt'))
  assert.equal(
    createHash('sha256')
      .update(await canonicalise(document))
      .digest('hex'),
    text('eddsa-rdfc-2022/docHashDataInt.txt').trim(),
  )
  assert.ok(isObject(proof))
})

test('the W3C vector of eddsa-jcs-2022 holds, and not with another context', { skip }, async () => {
  const signed = vector('eddsa-jcs-2022/signedJCS.json')
  assert.deepEqual(await answers(signed), [holds()])
  const [answer] = await answers({ ...signed, '@context': 'https://www.w3.org/ns/credentials/v2' })
  assert.partialDeepStrictEqual(answer, { holds: false, code: 'context_mismatch' })
})

test('the W3C vector of Ed25519Signature2020 holds, and is said to be outdated', { skip }, async () => {
  assert.deepEqual(await answers(inlineExamples(vector('Ed25519Signature2020/signedEdSig.json'))), [holds(true)])
})

test('the W3C proof sets and proof chains hold', { skip }, async () => {
  for (const name of ['signedProofSet1', 'signedProofSet2', 'signedProofChain1', 'signedProofChain2']) {
    const found = await answers(inlineExamples(vector(`proof-set-chain/${name}.json`)))
    assert.ok(found.length > 0 && found.every((answer) => answer.holds), `${name}: ${JSON.stringify(found)}`)
  }
})

test('a chain does not hold when the proof it builds on is gone', { skip }, async () => {
  const chain = inlineExamples(vector('proof-set-chain/signedProofChain2.json'))
  const [, second, third, fourth] = proofsOf(chain) as JsonObject[]
  const found = await answers({ ...chain, proof: [second, third, fourth] as Json[] })
  assert.deepEqual(
    found.map((answer) => answer.holds || answer.code),
    [true, 'previous_proof_missing', true],
  )
})

test('a bare document without a context signs and holds only if it says nothing undefined', async () => {
  const options = { verificationMethod: 'did:web:example.org#key', created: new Date(0), sign: async () => new Uint8Array(64) }
  const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: 'urn:x:1', type: ['VerifiableCredential'] }
  await assert.rejects(secure({ ...document, flavour: 'mint' }, options), {
    code: 'undefined_term',
    values: { found: 'flavour' },
  })
  await assert.rejects(secure({ ...document, type: ['VerifiableCredential', 'Mint'] }, options), { code: 'relative_reference' })
  await assert.rejects(secure({ ...document, id: 'one' }, options), { code: 'relative_reference' })
  await assert.rejects(secure({ ...document, '@context': ['https://example.org/'] }, options), { code: 'unknown_context' })
  await assert.rejects(secure({ ...document, '@id': 'urn:x:1' }, options), { code: 'keyword_member' })
  await assert.rejects(secure({ ...document, proof: {} }, options), { code: 'already_signed' })
})

test('a number that the canonical form would change is not signed', async () => {
  const options = { verificationMethod: 'did:web:example.org#key', created: new Date(0), sign: async () => new Uint8Array(64) }
  const context = ['https://www.w3.org/ns/credentials/v2', { amount: 'https://example.org/amount' }]
  const document = (amount: number) => ({ '@context': context, type: ['VerifiableCredential'], amount })
  for (const amount of [1e-7, -0.00000002, 0.30000000000000004, 2e-10])
    await assert.rejects(
      secure(document(amount), options),
      { code: 'number_not_exact', values: { path: '/amount', found: String(amount) } },
      String(amount),
    )
  for (const amount of [0, 1, -1, 8.5, 1.5e-7, 2 ** 53, 1e21, 1.25e300]) assert.ok(await secure(document(amount), options))
})
