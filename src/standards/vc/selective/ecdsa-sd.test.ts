import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import {
  createDiscloseCryptosuite,
  createSignCryptosuite,
  createVerifyCryptosuite,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import fc from 'fast-check'
import { composeOpenBadge } from '#standards/openbadge/credential.ts'
import { microCredential } from '../../../../fixtures/micro-credential.ts'
import { referenceKey } from '../../../../fixtures/reference-keys.ts'
import { changedOnce, turnedOver } from '../../../../fixtures/spoiling.ts'
import { canonicalise } from '../canonical.ts'
import { checkProof, type Secured } from '../data-integrity.ts'
import { isObject, type JsonObject } from '../json.ts'
import { fromMultibase, toBase64url } from '../multibase.ts'
import { disclose, newSecrets, secureSelectively } from './issue.ts'
import { readBase, readDerived, writeBase, writeDerived } from './proof-value.ts'
import { byLabels, linesOf, renamed } from './quads.ts'

const key = await referenceKey('P-256')
const badge = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:0c7a4f8e-6e55-4c8e-9d0f-4b2a2d0a1007',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: key.did, type: ['Profile'], name: 'Harbour _:c14n0 College' },
  validFrom: '2026-01-01T00:00:00Z',
  name: 'Ünïcödé 😀 "quoted"\n',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [
      { type: 'IdentityObject', hashed: false, identityHash: 'lena@harbour.example', identityType: 'emailAddress' },
      { type: 'IdentityObject', hashed: false, identityHash: '28400', identityType: 'sourcedId' },
    ],
    achievement: {
      id: 'urn:uuid:5b4d1f4a-8d0b-4d8f-9c1d-0c7c7a3e6f10',
      type: ['Achievement'],
      name: 'Data',
      description: 'Data',
      criteria: { narrative: 'Did it' },
      alignment: [
        { type: ['Alignment'], targetName: 'One', targetUrl: 'https://skills.example/1' },
        { type: ['Alignment'], targetName: 'Two', targetUrl: 'https://skills.example/2' },
      ],
    },
  },
}
const mandatoryPointers = ['/issuer', '/validFrom', '/credentialSubject/achievement/name']
const selectivePointers = ['/name', '/credentialSubject/identifier/1', '/credentialSubject/achievement/alignment/1/targetName']
const created = new Date('2026-01-02T03:04:05Z')
const common = { documentLoader: key.documentLoader, now: new Date('2026-02-01') }

const issued = async (document: JsonObject = badge, mandatory: readonly string[] = mandatoryPointers) =>
  secureSelectively(document, {
    verificationMethod: key.id,
    created,
    sign: key.sign,
    mandatoryPointers: mandatory,
    secrets: await newSecrets(),
  })
const holds = async (document: JsonObject) =>
  isObject(document.proof) && (await checkProof(document, document.proof, key.publicKey)).holds
const theirVerdict = (credential: object) =>
  vc.verifyCredential({ ...common, credential, suite: new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }) })

const base = await issued()
const shown = await disclose(base, selectivePointers)

test('what is shown holds, and is what was pointed at, what is mandatory, and nothing more', async () => {
  assert.deepEqual(await checkProof(shown, shown.proof, key.publicKey), { holds: true, outdated: false })
  const { proof: _, ...part } = shown
  assert.deepEqual(part, {
    '@context': badge['@context'],
    id: badge.id,
    type: badge.type,
    issuer: badge.issuer,
    validFrom: badge.validFrom,
    name: badge.name,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [badge.credentialSubject.identifier[1]],
      achievement: {
        id: badge.credentialSubject.achievement.id,
        type: ['Achievement'],
        name: 'Data',
        alignment: [{ type: ['Alignment'], targetName: 'Two' }],
      },
    },
  })
  assert.doesNotMatch(JSON.stringify(shown), /lena@harbour/)
})

test('what the issuer gives to the holder is not for showing', async () => {
  assert.partialDeepStrictEqual(await checkProof(base, base.proof, key.publicKey), { holds: false, code: 'proof_not_derived' })
  const renamed = `u${toBase64url((fromMultibase(String(base.proof.proofValue)) ?? assert.fail()).map((byte, at) => (at === 2 ? 1 : byte)))}`
  const passedOff = { ...base, proof: { ...base.proof, proofValue: renamed } }
  assert.partialDeepStrictEqual(await checkProof(passedOff, passedOff.proof, key.publicKey), { code: 'proof_value_malformed' })
})

test('ours issued and ours shown, the reference verifies; ours issued, theirs shown, both verify', async () => {
  const plain = await issued(plainText())
  const answer = await theirVerdict(await disclose(plain, selectivePointers))
  assert.ok(answer.verified, JSON.stringify(answer.error?.errors ?? answer.error, null, 2))
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) })
  const theirs = (await vc.derive({ verifiableCredential: plain, suite, documentLoader: key.documentLoader })) as JsonObject
  assert.equal(await holds(theirs), true)
  assert.ok((await theirVerdict(theirs)).verified)
})

test('theirs issued, theirs or ours shown, both verify', async () => {
  const signing = new DataIntegrityProof({
    signer: key.signer,
    date: '2026-01-02T03:04:05Z',
    cryptosuite: createSignCryptosuite({ mandatoryPointers }),
  })
  const theirBase = (await vc.issue({ ...common, credential: plainText(), suite: signing })) as JsonObject
  const showing = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) })
  const theirs = (await vc.derive({
    verifiableCredential: theirBase,
    suite: showing,
    documentLoader: key.documentLoader,
  })) as JsonObject
  const ours = await disclose(theirBase, selectivePointers)
  for (const document of [theirs, ours]) {
    assert.equal(await holds(document), true)
    assert.ok((await theirVerdict(document)).verified)
  }
})

/** The reference looks for labels inside of texts too; it is given a document without such a text. */
function plainText(): JsonObject {
  return JSON.parse(JSON.stringify(badge).replace('_:c14n0', 'and')) as JsonObject
}

test('one member of what is shown changed, added or removed, and it never holds', async () => {
  await fc.assert(
    fc.asyncProperty(changedOnce(shown), async ({ what, document }) => {
      assert.equal(await holds(document), false, what)
    }),
    { numRuns: 100 },
  )
})

test('one bit of the proof value turned over, and it never holds', async () => {
  const bytes = fromMultibase(String(shown.proof.proofValue)) ?? assert.fail()
  await fc.assert(
    fc.asyncProperty(turnedOver(bytes), async (turned) => {
      assert.equal(await holds({ ...shown, proof: { ...shown.proof, proofValue: `u${toBase64url(turned)}` } }), false)
    }),
    { numRuns: 150 },
  )
})

test('a proof value with something left over, twice or out of order does not hold', async () => {
  const value = readDerived(shown.proof.proofValue) ?? assert.fail()
  const { labels, signatures, mandatoryIndexes } = value
  const [first = ['', '']] = labels
  const spare = `u${toBase64url(new Uint8Array(32))}`
  const changes: Readonly<Record<string, Partial<typeof value>>> = {
    'a label left over': { labels: new Map([...labels, ['c14n99', spare]]) },
    'a label missing': { labels: new Map([...labels].slice(1)) },
    'two nodes under one label': { labels: new Map([...labels].map(([node]) => [node, first[1]])) },
    'a signature left over': { signatures: [...signatures, signatures[0] ?? new Uint8Array(64)] },
    'a signature missing': { signatures: signatures.slice(0, -1) },
    'an index beyond the end': { mandatoryIndexes: [...mandatoryIndexes, 4000] },
    'an index twice': { mandatoryIndexes: [...mandatoryIndexes.slice(0, 1), ...mandatoryIndexes] },
    'indexes backwards': { mandatoryIndexes: [...mandatoryIndexes].reverse() },
    'nothing mandatory': { mandatoryIndexes: [] },
  }
  assert.equal(await holds({ ...shown, proof: { ...shown.proof, proofValue: writeDerived(value) } }), true)
  for (const [what, change] of Object.entries(changes))
    assert.equal(
      await holds({ ...shown, proof: { ...shown.proof, proofValue: writeDerived({ ...value, ...change }) } }),
      false,
      what,
    )
})

test('a proof of more lines than anybody checks is not read', () => {
  const value = readDerived(shown.proof.proofValue) ?? assert.fail()
  const withLines = (count: number) => writeDerived({ ...value, signatures: new Array(count).fill(new Uint8Array(64)) })
  assert.equal(readDerived(withLines(4096))?.signatures.length, 4096)
  assert.ok(readDerived(withLines(4097)) === undefined)
})

test('one identity that was signed cannot be shown as two halves of it', async () => {
  const whole = await disclose(await issued(badge, []), ['/credentialSubject/identifier/0'])
  const value = readDerived(whole.proof.proofValue) ?? assert.fail()
  const { proof, ...part } = whole
  const shuffled = async (document: JsonObject, labels: ReadonlyMap<string, string>) =>
    linesOf(await canonicalise(document))
      .map((quad) => renamed(quad, byLabels(labels)))
      .sort()
  const lines = await shuffled(part, value.labels)
  const signed = new Map(lines.map((line, at) => [line, value.signatures[at] ?? assert.fail()]))
  const [{ identityHash, ...rest } = assert.fail()] = badge.credentialSubject.identifier
  const halves = [rest, { type: 'IdentityObject', identityHash }]
  const forged = { ...part, credentialSubject: { type: ['AchievementSubject'], identifier: halves } }
  const [a = '', b = ''] = value.labels.values()
  let signedThroughout = 0
  for (const given of [
    [a, a, b],
    [a, b, a],
    [b, a, a],
    [b, b, a],
    [b, a, b],
    [a, b, b],
  ]) {
    const labels = new Map(given.map((label, at) => [`c14n${at}`, label]))
    const signatures = (await shuffled(forged, labels)).map((line) => signed.get(line))
    if (signatures.some((signature) => signature === undefined)) continue
    signedThroughout++
    const proofValue = writeDerived({ ...value, labels, signatures: signatures.filter((signature) => signature !== undefined) })
    assert.equal(await holds({ ...forged, proof: { ...proof, proofValue } }), false)
  }
  assert.equal(signedThroughout, 1)
})

test('parts of two showings do not make a third', async () => {
  const other = await disclose(base, ['/credentialSubject/identifier/0'])
  assert.equal(await holds({ ...shown, proof: other.proof }), false)
  const another = await disclose(await issued({ ...badge, name: 'Other' }), selectivePointers)
  assert.equal(await holds({ ...shown, proof: another.proof }), false)
})

test('whatever is shown of whatever is mandatory holds', async () => {
  const pointers = [
    '/issuer',
    '/issuer/name',
    '/name',
    '/credentialSubject',
    '/credentialSubject/identifier',
    '/credentialSubject/identifier/0/identityHash',
    '/credentialSubject/achievement/alignment/0',
    '/type',
    '',
  ]
  await fc.assert(
    fc.asyncProperty(fc.subarray(pointers), fc.subarray(pointers), async (mandatory, selective) => {
      if (mandatory.length + selective.length === 0) return
      const part: Secured = await disclose(await issued(badge, mandatory), selective)
      assert.deepEqual(await checkProof(part, part.proof, key.publicKey), { holds: true, outdated: false })
    }),
    { numRuns: 25 },
  )
})

test('nothing that is not mandatory is given away by what is shown: not even in which order the rest stood', async () => {
  const [first, second] = [await disclose(await issued(), ['/name']), await disclose(await issued(), ['/name'])]
  assert.notEqual(first.proof.proofValue, second.proof.proofValue)
  assert.equal(JSON.stringify({ ...first, proof: 0 }), JSON.stringify({ ...second, proof: 0 }))
})

test('a badge of ours, with its ordered lists, is issued in parts and verified by the reference', async () => {
  const { statuses: _, ...input } = microCredential
  const full = composeOpenBadge({ ...input, issuer: { ...input.issuer, id: key.did } })
  assert.match(JSON.stringify(full), /allowedValue/)
  const whole = await issued(full, ['/issuer', '/credentialSubject/achievement'])
  for (const pointers of [[], ['/credentialSubject/result'], ['/name', '/evidence']]) {
    const part = await disclose(whole, pointers)
    assert.equal(await holds(part), true)
    const answer = await theirVerdict(part)
    assert.ok(answer.verified, JSON.stringify(answer.error?.errors ?? answer.error, null, 2))
  }
})

const ordered = {
  ...badge,
  '@context': [...badge['@context'], { steps: { '@id': 'https://example.org/steps', '@container': '@list' } }],
  steps: ['a', { type: ['Alignment'], targetName: 'b' }],
}

test('an ordered list is shown as a whole or not at all', async () => {
  const whole = await issued(ordered, ['/issuer'])
  assert.equal(await holds(await disclose(whole, ['/steps'])), true)
  assert.equal(await holds(await disclose(whole, ['/name'])), true)
  await assert.rejects(disclose(whole, ['/steps/1']), { code: 'not_separable' })
  const reordered = await disclose(whole, ['/steps'])
  assert.equal(await holds({ ...reordered, steps: [...ordered.steps].reverse() }), false)
})

/** Every node knows every other, and nothing tells them apart. */
const busy = {
  ...badge,
  '@context': [...badge['@context'], { knows: 'https://example.org/knows' }],
  knows: Array.from({ length: 12 }, () => ({ knows: Array.from({ length: 12 }, () => ({ knows: [{}, {}] })) })),
}

const refused: readonly (readonly [string, () => Promise<unknown>, string])[] = [
  ['a pointer that leads to nothing', () => issued(badge, ['/credentialSubject/achievement/colour']), 'pointer_wrong'],
  ['a pointer beyond a list', () => issued(badge, ['/credentialSubject/identifier/2']), 'pointer_wrong'],
  ['a pointer that is none', () => issued(badge, ['issuer']), 'pointer_wrong'],
  ['a pointer to what every object has', () => issued(badge, ['/toString']), 'pointer_wrong'],
  ['a pointer into a text', () => disclose(base, ['/name/0']), 'pointer_wrong'],
  ['a part of an ordered list', () => issued(ordered, ['/steps/1']), 'not_separable'],
  ['names that stand for blank nodes', () => issued({ ...badge, id: 'urn:bnid:b0' }), 'not_separable'],
  ['a graph made to keep its reader busy', () => issued(busy), 'not_separable'],
  ['nothing to show', async () => disclose(await issued(badge, []), []), 'nothing_disclosed'],
  ['a proof that was derived already', () => disclose(shown, ['/name']), 'base_proof_missing'],
  ['an undefined term', () => issued({ ...badge, flavour: 'mint' }), 'undefined_term'],
  ['a proof already there', () => issued(base), 'already_signed'],
]

for (const [situation, attempt, code] of refused)
  test(`${situation} is refused: ${code}`, async () => {
    await assert.rejects(attempt(), { code })
  })

test('a key of another kind or another key does not vouch for it', async () => {
  const [other, edwards] = [await referenceKey('P-256'), await referenceKey('Ed25519')]
  assert.partialDeepStrictEqual(await checkProof(shown, shown.proof, other.publicKey), { code: 'signature_wrong' })
  assert.partialDeepStrictEqual(await checkProof(shown, shown.proof, edwards.publicKey), { code: 'proof_key_unfit' })
})

test('a proof value that was shortened or is of other parts is none', () => {
  const value = readBase(base.proof.proofValue) ?? assert.fail()
  assert.equal(readBase(writeBase({ ...value, hmacKey: value.hmacKey.slice(1) })), undefined)
  assert.equal(readBase(writeBase({ ...value, signatures: [new Uint8Array(63)] })), undefined)
  assert.deepEqual(readBase(writeBase(value)), value)
  assert.equal(readBase('u'), undefined)
  assert.equal(readBase(`${base.proof.proofValue}AAAA`), undefined)
})
