// Random releases through templates: what is filled is what the reference writes of the document, and the JSON is the document's own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { JsonObject } from '#standards/vc/json.ts'
import { address, text } from '../../../../test/random-documents.ts'
import { portableSha256 } from '../bytes.ts'
import { compile } from '../linked-data.ts'
import { referenceNQuads } from '../reference.ts'
import { templatesFor } from './templates.ts'

/** `TESTAMUR_LONG=100000` for the long run, `TESTAMUR_SEED` for other releases: both are written into docs/measurements.md. */
const documents = Number(process.env.TESTAMUR_LONG ?? 2000)
const seed = Number(process.env.TESTAMUR_SEED ?? 20261121)

const learnersInRelease = 20

/** What one learner may have that another has not; mostly of one shape, so that there is something to fill. */
const usually = <T>(usual: T, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 40, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary })

const result = fc.record({
  value: fc.oneof(text, fc.constantFrom('1', '2')),
  level: usually('https://a.example/level/1', address),
})
const learner = fc.record({
  id: fc.oneof(
    { weight: 20, arbitrary: fc.nat({ max: 99 }).map((number) => `did:web:a.example:${number}`) },
    { weight: 1, arbitrary: address },
  ),
  credential: fc.oneof({ weight: 20, arbitrary: fc.uuid().map((uuid) => `urn:uuid:${uuid}`) }, { weight: 1, arbitrary: address }),
  name: text,
  said: text,
  results: usually(2, fc.nat({ max: 3 })),
  result: fc.array(result, { minLength: 3, maxLength: 3 }),
  evidence: fc.option(fc.record({ id: usually('https://a.example/evidence/1', address), narrative: text }), { freq: 20 }),
  hours: usually<number | string>(5, fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), text)),
  status: usually('Completed', fc.constantFrom('Failed', 'InProgress')),
  index: fc.nat({ max: 9 }),
  listed: usually(true, fc.constant(false)),
  type: usually<readonly string[]>(['Result'], fc.constantFrom(['Result', 'Result'], ['Profile'], [])),
  language: usually('en', fc.constantFrom('ar', 'not a language')),
})

type Learner = typeof learner extends fc.Arbitrary<infer Shape> ? Shape : never

const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  { notionalHours: 'https://testamur.org/terms#notionalHours', schema: 'https://schema.org/', xsd: 'https://x.example/' },
]

const compose = (one: Learner): JsonObject => ({
  '@context': contexts,
  id: one.credential,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:web:a.example:1', type: ['Profile'], name: 'University' },
  validFrom: '2026-01-01T00:00:00Z',
  name: { '@value': one.name, '@language': one.language },
  credentialSubject: {
    id: one.id,
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', hashed: true, identityHash: `sha256$${one.index}`, identityType: 'emailAddress' }],
    result: one.result
      .slice(0, one.results)
      .map(({ value, level }) => ({ type: one.type, value, status: one.status, achievedLevel: level })),
    achievement: {
      ...{ id: 'https://a.example/achievement', type: ['Achievement'], name: 'Data', description: 'What', tag: ['x', one.said] },
      ...{ criteria: { narrative: 'How' }, notionalHours: one.hours },
      creator: { id: 'did:web:a.example:1', type: ['Profile'], name: 'University' },
    },
  },
  ...(one.evidence === null ? {} : { evidence: [{ ...one.evidence, type: ['Evidence'] }] }),
  ...(one.listed ? { credentialStatus: entry(one.index) } : {}),
})

const entry = (index: number): JsonObject => ({
  ...{ id: `https://a.example/status#${index}`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
  ...{ statusListIndex: String(index), statusListCredential: 'https://a.example/status' },
})

test('what a template is filled to is what the reference writes, and no value bends it', async () => {
  const seen = { filled: 0, compiled: 0, left: 0 }
  const release = fc.array(learner, { minLength: learnersInRelease, maxLength: learnersInRelease, size: 'max' })
  await fc.assert(
    fc.asyncProperty(release, async (learners) => {
      const fill = templatesFor(portableSha256)
      for (const document of learners.map(compose)) {
        const filled = fill(document)
        const bytes = filled && new TextDecoder().decode(filled.nQuads)
        const compiled = compile(document)?.join('')
        seen[filled ? 'filled' : compiled === undefined ? 'left' : 'compiled']++
        if (!filled) continue
        const written = new TextDecoder().decode(new TextEncoder().encode(await referenceNQuads(document)))
        assert.equal(bytes, written)
        assert.equal(filled.json, JSON.stringify(document))
        assert.deepEqual(JSON.parse(filled.json), document)
      }
    }),
    { numRuns: Math.ceil(documents / learnersInRelease), seed, endOnFailure: documents > 2000 },
  )
  console.log(`seed ${seed}, ${documents} documents: ${JSON.stringify(seen)}`)
  assert.ok(seen.filled > documents / 4, 'hardly any template was filled')
})
