// What is compiled and what is left to the reference, case by case; and the canonical forms that W3C publishes.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { contexts } from '#standards/vc/contexts.ts'
import type { Json, JsonObject } from '#standards/vc/json.ts'
import { bytesOf } from './bytes.ts'
import { expand } from './expand.ts'
import { compile } from './linked-data.ts'
import { referenceNQuads } from './reference.ts'

const v2 = 'https://www.w3.org/ns/credentials/v2'
const badge = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const x = 'https://x.example/'
const xsd = 'http://www.w3.org/2001/XMLSchema#'

const about = (map: JsonObject, members: JsonObject): JsonObject => ({ '@context': [v2, map], id: 'urn:n:1', ...members })
const words = { words: `${x}words` }
const issuedBy = (...claims: Json[]): JsonObject => ({
  ...{ '@context': [v2, badge], id: 'urn:c', type: ['VerifiableCredential'], issuer: 'urn:n:1' },
  credentialSubject: claims,
})

const withType = (proof: JsonObject): JsonObject => ({ ...proof, type: 'DataIntegrityProof' })

const compiled: Readonly<Record<string, JsonObject>> = {
  'an issuer who is the creator too is one node': issuedBy(
    { id: 'urn:n:1', type: ['Profile'], name: 'A' },
    { id: 'urn:n:1', type: ['Profile'], name: 'A' },
  ),
  'a proof is a graph of its own': { ...issuedBy({ id: 'urn:s' }), proof: { type: 'DataIntegrityProof', created: 'x' } },
  'several proofs are several graphs': {
    ...issuedBy({ id: 'urn:s' }),
    proof: [{ id: 'urn:p:1' }, { id: 'urn:p:2' }].map(withType),
  },
  'a credential within a presentation begins with its own contexts': {
    ...{ '@context': v2, type: ['VerifiablePresentation'] },
    verifiableCredential: [issuedBy({ id: 'urn:s', name: 'x' })],
  },
  'a term of a type does not reach beyond its node': issuedBy({
    ...{ id: 'urn:s', type: ['AchievementSubject'] },
    achievement: { id: 'urn:a', type: ['Achievement'], name: 'x', related: [{ id: 'urn:b', type: ['Related'] }] },
  }),
  'texts in languages and directions': about(words, {
    words: [{ '@value': 'a', '@language': 'EN' }, { '@value': 'b', '@language': 'ar', '@direction': 'rtl' }, { '@value': 'c' }],
  }),
  'a language map': about(
    { words: { '@id': `${x}words`, '@container': '@language' } },
    { words: { en: 'a', 'de-CH': ['b', null] } },
  ),
  'a list keeps its order and its repetitions': about(
    { words: { '@id': `${x}words`, '@container': '@list' } },
    { words: ['b', 'a', 'b'] },
  ),
  'an empty list is a list': about({ words: { '@id': `${x}words`, '@container': '@list' } }, { words: [] }),
  'whole JSON values': about({ words: { '@id': `${x}words`, '@type': '@json' } }, { words: { b: [1, 'é'], a: null } }),
  'numbers as the reference writes them': about(words, { words: [0, 5.5, -1, 1e21, 0.1, true, 2 ** 60] }),
  'minus nought is nought': about(words, { words: [-0] }),
  'two blank nodes of one look': about(words, { words: [{ words: 'a' }, { words: 'a' }] }),
  'two chains of one look': about(words, { words: [{ words: { words: 'a' } }, { words: { words: 'a' } }] }),
  'characters of every plane, and half a character': about(words, {
    words: ['\u{10FFFF}', '\ue000', '😀', '\ud83d', '\u0000\u007f"\\\n'],
  }),
  'types that bring contexts, in any order': issuedBy({ id: 'urn:s', type: ['Profile', 'AchievementSubject'], name: 'x' }),
  'nothing is said by null and by empty lists': issuedBy({ id: 'urn:s', name: null, image: [] }),
  'lists in lists are one list': issuedBy({ id: 'urn:s', name: [['a'], [['b']]] }),
  'an address with a prefix': about({ p: x, words: 'p:words' }, { words: { id: 'p:1' } }),
  'a mere reference is read in the context of the type around it': about(
    { Kind: { '@id': `${x}Kind`, '@context': { p: x, words: `${x}words` } } },
    { type: 'Kind', words: [{ id: 'p:1' }, { id: 'p:2', name: 'x' }] },
  ),
  'a vocabulary for every other word': about({ '@vocab': `${x}vocab#` }, { anything: 'x' }),
  'a language for every text': about({ ...words, '@language': 'de' }, { words: 'x' }),
  'a protected term said again in the same words': about({ name: 'https://schema.org/name' }, { name: 'x' }),
}

for (const [says, document] of Object.entries(compiled))
  test(`compiled: ${says}`, async () => {
    const texts = compile(document) ?? assert.fail('left to the reference')
    const expected = await referenceNQuads(document)
    assert.equal(texts.join(''), expected)
    assert.deepEqual(bytesOf(texts), new TextEncoder().encode(expected))
  })

const both = { words: { '@id': `${x}words`, '@type': `${xsd}integer` }, said: `${x}words` }
const left: Readonly<Record<string, JsonObject>> = {
  'a number and a text that are written the same': about(both, { words: 5, said: { '@value': '5', '@type': `${xsd}integer` } }),
  'two texts that differ in their direction alone': about(words, {
    words: ['ltr', 'rtl'].map((direction) => ({ '@value': 'a', '@direction': direction })),
  }),
  'blank nodes between which an order has to be tried': about(words, {
    words: ['b', 'c'].map((text) => ({ words: [{ words: 'a' }, { words: 'a' }, { words: { words: text } }] })),
  }),
  'a text that would be read as a double': about({ words: { '@id': `${x}words`, '@type': `${xsd}double` } }, { words: '5' }),
  'the index of a value': about(words, { words: { '@value': 'a', '@index': 'i' } }),
  'a type that gives the address another meaning': {
    '@context': { id: '@id', type: '@type', words: `${x}words`, Kind: { '@id': `${x}Kind`, '@context': { id: `${x}id` } } },
    ...{ id: 'urn:n:1', type: 'Kind', words: 'a' },
  },
  'a property that is told backwards': about({ words: { '@reverse': `${x}words` } }, { words: { id: 'urn:n:2' } }),
}

for (const [says, document] of Object.entries(left))
  test(`left to the reference: ${says}`, () => assert.equal(compile(document), undefined))

const refused: Readonly<Record<string, JsonObject>> = {
  'a term that no context defines': issuedBy({ id: 'urn:s', unheardOf: 'x' }),
  'a protected term with another meaning': about({ name: `${x}name` }, { name: 'x' }),
  'a fault in a context below a term that nobody uses': about(
    { words: { '@id': `${x}w`, '@context': { said: 'relative' } } },
    { name: 'x' },
  ),
  'a subject that is not an address': issuedBy({ id: 'relative', name: 'x' }),
  'a type that no context knows': issuedBy({ id: 'urn:s', type: ['Unknown'] }),
  'a proof that says nothing': { ...issuedBy({ id: 'urn:s' }), proof: { id: 'urn:p' } },
  'a context that is not carried': { '@context': [v2, `${x}context`], id: 'urn:n:1', name: 'x' },
  'orders to be tried among equal blank nodes, and too many': about(words, {
    words: [1, 2].map(() => ({ words: [{ words: 'a' }, { words: 'a' }] })),
  }),
  // Which way is taken depends on the hashes: this one begins at the far ends.
  'a way through equal blank nodes that is too long': about(words, {
    words: [1, 2].map(() => ({ name: 'pv7', words: ['b', 'c'].map((name) => ({ name, words: { words: 'v7' } })) })),
  }),
}

for (const [says, document] of Object.entries(refused))
  test(`not compiled, and refused by the reference: ${says}`, async () => {
    assert.equal(compile(document), undefined)
    await assert.rejects(referenceNQuads(document))
  })

test('every context that we carry lies within the subset', () => {
  // A document that says nothing is the first thing to be found fault with once its contexts have been read.
  for (const url of Object.keys(contexts))
    assert.throws(() => expand({ '@context': url }), { message: 'a node without content' }, url)
})

test('one document’s faulty context does not spoil another document', async () => {
  const good = issuedBy({ id: 'urn:s', name: 'x' })
  await assert.rejects(referenceNQuads({ ...good, '@context': [v2, { '@vocab': 'relative' }] }))
  assert.equal(await referenceNQuads(good), compile(good)?.join(''))
})

test('what is remembered of a context does not change with the caller’s own copy', async () => {
  const map = (inside: string) => ({ ...words, said: { '@id': `${x}said`, '@context': { words: inside } } })
  const own = map(`${x}inside`)
  compile(about(own, { words: 'a' }))
  own.said['@context'].words = `${x}changed`
  const document = about(map(`${x}inside`), { said: { words: 'a' } })
  assert.equal(compile(document)?.join(''), await referenceNQuads(document))
})

const folder = join(process.env.TESTAMUR_SAMPLES ?? '../shared', 'samples/w3c-vectors/eddsa')
const skip = existsSync(folder) ? false : `the W3C vectors are not at ${folder}`
const text = (file: string): string => readFileSync(join(folder, file), 'utf8')

/** The vectors use an example context that is nothing but a vocabulary; written inline the graph is the same. */
const inlineExamples = (contexts: Json | undefined): Json =>
  (contexts as Json[]).map((context) =>
    context === `${v2.replace('/v2', '')}/examples/v2` ? { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } : context,
  )

/** The signed document and the configuration of its proof, as they are hashed. */
function partsOf(file: string): JsonObject[] {
  const { proof, ...document } = JSON.parse(text(file)) as JsonObject
  const context = { '@context': inlineExamples(document['@context']) }
  return [document, ...[proof].flat().map((one) => one as JsonObject)].map(({ proofValue: _, ...part }) => ({
    ...part,
    ...context,
  }))
}

test('the W3C vectors are compiled as W3C writes them', { skip }, () => {
  for (const [folder, name] of [
    ['eddsa-rdfc-2022', 'DataInt'],
    ['Ed25519Signature2020', 'EdSig'],
  ])
    assert.deepEqual(
      partsOf(`${folder}/signed${name}.json`).map((part) => compile(part)?.join('')),
      [text(`${folder}/canonDoc${name}.txt`), text(`${folder}/proofCanon${name}.txt`)],
      folder,
    )
})

test('the W3C proof sets and proof chains are compiled as the reference writes them', { skip }, async () => {
  for (const name of ['signedProofSet1', 'signedProofSet2', 'signedProofChain1', 'signedProofChain2'])
    for (const part of partsOf(`proof-set-chain/${name}.json`))
      assert.equal(compile(part)?.join(''), await referenceNQuads(part), name)
})
