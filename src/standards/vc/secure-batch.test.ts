import assert from 'node:assert/strict'
import { generateKeyPairSync, hash, sign } from 'node:crypto'
import { test } from 'node:test'
import { composeOpenBadge } from '#standards/openbadge/credential.ts'
import { checkProof, secure } from './data-integrity.ts'
import { isObject, type JsonObject, readJson } from './json.ts'
import { batchSigner, secureBatch } from './secure-batch.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const raw = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'))
const options = {
  verificationMethod: 'did:web:a.example#k',
  created: new Date('2026-01-01T00:00:00Z'),
  sign: (bytes: Uint8Array) => sign(null, bytes, privateKey),
  sha256: {
    bytes: (data: Uint8Array) => hash('sha256', data, 'buffer'),
    hex: (data: Uint8Array) => hash('sha256', data, 'hex'),
  },
}

const levels = ['Pass', 'Merit', 'Distinction']
const credentialOf = (learner: number, results = 2): JsonObject =>
  composeOpenBadge({
    id: `urn:uuid:${learner}`,
    name: 'Data',
    issuer: { id: 'did:web:a.example', name: 'University' },
    validFrom: new Date('2026-01-01T00:00:00Z'),
    subject: {
      id: `did:web:a.example:${learner}`,
      identifiers: [{ identityType: 'emailAddress', identity: `${learner}@a.example` }],
    },
    achievement: {
      ...{ id: 'https://a.example/a', name: 'Data', description: 'What', criteria: { narrative: 'How' }, notionalHours: 120 },
      outcomes: [{ says: 'Reads' }, { says: 'Writes' }],
      resultDescriptions: [1, 2, 3].map((number) => ({ id: `urn:r:${number}`, name: 'R', resultType: 'LetterGrade' as const })),
    },
    results: [1, 2, 3]
      .slice(0, results)
      .map((number) => ({ resultDescription: `urn:r:${number}`, value: levels[learner % 3] ?? '' })),
    evidence: [{ name: 'Project', narrative: `${learner} “数据” 😀 \\ud83d` }],
    statuses: [{ purpose: 'revocation', list: 'https://a.example/s', index: learner }],
  })

const alone = async (document: JsonObject): Promise<string> =>
  JSON.stringify(await secure(document, { ...options, sign: async (bytes) => options.sign(bytes) }))

test('a batch is signed to the letter as each of its credentials alone, whatever their shapes', async () => {
  const documents = Array.from({ length: 30 }, (_, learner) => credentialOf(learner, 1 + (learner % 3)))
  const texts = await secureBatch(documents, options)
  assert.deepEqual(texts, await Promise.all(documents.map(alone)))
  for (const text of texts) {
    const signed = readJson(text) as JsonObject
    assert.ok(isObject(signed.proof))
    assert.deepEqual(await checkProof(signed, signed.proof, { kind: 'Ed25519', bytes: raw }), { holds: true, outdated: false })
  }
})

test('what needs a closer look goes the long way, and comes out the same', async () => {
  const good = credentialOf(1)
  const signer = batchSigner(options)
  const odd: readonly JsonObject[] = [
    { ...good, description: '\\ud83d' },
    { ...good, name: [['Data']] },
    { ...good, description: { '@value': 'x', '@index': 'i' }, '@context': good['@context'] ?? null },
  ]
  for (const document of odd) {
    assert.equal(signer(document), undefined)
    const expected = await alone(document).catch((error: { code: string }) => error.code)
    const given = await secureBatch([document], options).catch((error: { code: string }) => [error.code])
    assert.deepEqual(given, [expected])
  }
})

test('a batch refuses what is refused alone', async () => {
  const good = credentialOf(1)
  for (const [code, document] of [
    ['already_signed', { ...good, proof: {} }],
    ['number_not_exact', { ...good, notionalHours: 1e-7 }],
    ['keyword_member', { ...good, '@id': 'urn:x' }],
    ['undefined_term', { ...good, unheardOf: 1 }],
    ['broken_character', { ...good, description: '\ud83d' }],
    ['unknown_context', { ...good, '@context': ['https://x.example/context'] }],
  ] as const)
    await assert.rejects(secureBatch([credentialOf(2), credentialOf(3), credentialOf(4), document], options), { code }, code)
})
