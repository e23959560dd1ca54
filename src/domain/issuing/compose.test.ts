import assert from 'node:assert/strict'
import test from 'node:test'
import { designDocument } from '#domain/design/design-document.ts'
import { composeOpenBadge } from '#standards/openbadge/credential.ts'
import { type ComposedFrom, monthsAfter, openBadgeFor } from './compose.ts'

const design = designDocument.parse({
  overview: { title: 'Reading rivers', description: 'How water moves.', language: ['en'] },
  outcomes: {
    learningOutcomes: [
      {
        id: 'o1',
        text: 'Reads a gauge',
        alignments: [{ name: 'Gauging', target: 'https://skills.example.org/g', code: 'G1' }, { name: 'Care' }],
      },
    ],
  },
  assessment: { criteria: 'Hand in both tasks.', supervisionIdentity: 'supervised-id' },
  volume: { hours: 40, levels: [{ framework: 'EQF', level: '5' }], deliveryMode: 'blended', validMonths: 24 },
})

const from: ComposedFrom = {
  id: 'https://a.example/credentials/cred_1',
  issuer: { id: 'did:web:a.example:o:a', name: 'A' },
  validFrom: new Date('2026-01-31T10:00:00Z'),
  statuses: [],
  achievement: {
    id: 'https://a.example/achievements/dv_1',
    version: 3,
    key: 'RIV',
    design,
    image: 'https://a.example/achievements/dv_1/image.png',
  },
  identifiers: [{ identityType: 'sourcedId', identity: '17', hashed: false }],
  offering: { title: 'Rivers, autumn', startsOn: '2025-09-01', endsOn: '2025-12-19' },
  lineItems: [
    { id: 'li_1', title: 'Field book', category: 'Task', weight: 40, maximum: 50 },
    { id: 'li_2', title: 'Report', category: 'Task', weight: null, maximum: null },
  ],
  results: [
    { id: 'res_1', lineItem: 'li_1', score: 41.5, submittedOn: '2025-10-02' },
    { id: 'res_2', lineItem: 'li_2', score: null },
  ],
  outcome: { says: 'Pass' },
}

test('every result is described, and work without a score is completed without a value', () => {
  const { results, achievement } = openBadgeFor(from)
  assert.deepEqual(
    achievement.resultDescriptions?.map(({ name, valueMax }) => [name, valueMax]),
    [
      ['Field book', '50'],
      ['Report', undefined],
    ],
  )
  assert.deepEqual(results, [
    { resultDescription: 'https://a.example/achievements/dv_1#li_1', value: '41.5' },
    { resultDescription: 'https://a.example/achievements/dv_1#li_2', status: 'Completed' },
  ])
})

test('scored and narrative evidence say what was done, when, and how it ended', () => {
  const [scored, narrative] = openBadgeFor(from).evidence ?? []
  assert.equal(
    scored?.narrative,
    '- Field book (Task): 41.5 of 50, weight 40, handed in on 2025-10-02\n- Report (Task): handed in, no score recorded',
  )
  assert.match(
    narrative?.narrative ?? '',
    /Rivers, autumn, from 2025-09-01 to 2025-12-19\. Handed in 2 of 2 .* institution: Pass\./,
  )
})

test('the evidence speaks the language of the design', () => {
  const arabic = designDocument.parse({ ...design, overview: { ...design.overview, language: ['ar-EG'] } })
  const [scored] = openBadgeFor({ ...from, achievement: { ...from.achievement, design: arabic } }).evidence ?? []
  assert.match(scored?.narrative ?? '', /41\.5 من 50/)
})

test('who has no results gets neither results nor their descriptions, and still the narrative', () => {
  const { results, achievement, evidence } = openBadgeFor({ ...from, results: [] })
  assert.equal(results, undefined)
  assert.equal(achievement.resultDescriptions, undefined)
  assert.equal(evidence?.length, 1)
})

test('skills without an address of their own point to the outcome that they belong to', () => {
  assert.deepEqual(
    openBadgeFor(from).achievement.alignments?.map(({ targetName, targetUrl }) => [targetName, targetUrl]),
    [
      ['Gauging', 'https://skills.example.org/g'],
      ['Care', 'https://a.example/achievements/dv_1#o1'],
    ],
  )
})

test('the composed credential is one that can be issued, with the terms that Open Badges lacks', () => {
  const credential = composeOpenBadge(openBadgeFor(from))
  const text = JSON.stringify(credential)
  for (const term of ['notionalHours', 'deliveryMode', 'supervision']) assert.ok(text.includes(`"${term}"`), term)
  assert.equal(credential.validUntil, '2028-01-31T10:00:00Z')
})

test('months are counted by the calendar', () => {
  assert.equal(monthsAfter(new Date('2026-01-31T00:00:00Z'), 12).toISOString(), '2027-01-31T00:00:00.000Z')
  assert.equal(monthsAfter(new Date('2026-01-31T00:00:00Z'), 1).toISOString(), '2026-02-28T00:00:00.000Z')
  assert.equal(monthsAfter(new Date('2028-02-29T00:00:00Z'), 12).toISOString(), '2029-02-28T00:00:00.000Z')
})
