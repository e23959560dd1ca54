// The home of the console names what waits for somebody, nearest to a credential first, and nothing that is settled.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextSteps } from './next-steps.ts'

const at = '2026-06-01T10:00:00.000Z'
const nothing = { imports: [], releases: [], designs: [] }
const design = { id: 'mc_1' as const, key: 'AAA', title: 'First aid', changed: at, missing: [] }

test('a release that is prepared comes before an import, and an import before a design', () => {
  const steps = nextSteps({
    imports: [{ id: 'imp_1', state: 'previewed', created: at }],
    releases: [{ id: 'rel_1', state: 'prepared', title: 'Summer', created: at, lines: { ready: 12, held: 3 } as never }],
    designs: [{ ...design, state: 'draft' }],
  })
  assert.deepEqual(
    steps.map(({ code }) => code),
    ['release_prepared', 'import_previewed', 'design_complete'],
  )
  assert.equal(steps[0]?.values.count, 12)
})

test('what is settled waits for nobody', () => {
  const steps = nextSteps({
    imports: [
      { id: 'imp_1', state: 'imported', created: at },
      { id: 'imp_2', state: 'undone', created: at },
    ],
    releases: [{ id: 'rel_1', state: 'issued', title: 'Summer', created: at, lines: {} as never }],
    designs: [
      { ...design, state: 'published' },
      { ...design, state: 'retired' },
    ],
  })
  assert.deepEqual(steps, [])
})

test('a release that does not get on says so, whatever it was doing', () => {
  const failure = { code: 'fault', values: {} }
  const release = { id: 'rel_1' as const, state: 'issuing' as const, title: 'Summer', created: at, lines: {} as never, failure }
  assert.equal(nextSteps({ ...nothing, releases: [release] })[0]?.code, 'release_failed')
})

test('a draft says how much it lacks, and is called by its code while it has no title', () => {
  const lack = { step: 'volume' as const, code: 'no_hours', values: {} }
  const [step] = nextSteps({ ...nothing, designs: [{ ...design, title: '', state: 'draft', missing: [lack, lack] }] })
  assert.deepEqual(step?.values, { title: 'AAA', count: 2 })
  assert.equal(step?.code, 'design_incomplete')
})
