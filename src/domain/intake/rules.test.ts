import assert from 'node:assert/strict'
import test from 'node:test'
import { importStates } from './intake.api.ts'
import { after, moves, stateAfter, statesBefore } from './life.ts'
import { progressOf, whyNotConfirm, whyNotDiscard, whyNotPreview, whyNotUndo, whyNotUpload } from './rules.ts'

test('the life of an import knows the states of the contract and no others', () => {
  assert.deepEqual(Object.keys(moves).toSorted(), [...importStates].toSorted())
  for (const leads of Object.values(moves)) for (const state of Object.values(leads)) assert.ok(state in moves, state)
})

test('an act leads to one place, wherever it begins', () => {
  const acts = new Set(Object.values(moves).flatMap((leads) => Object.keys(leads) as (keyof typeof leads)[]))
  assert.equal(acts.size, 8)
  for (const act of acts) assert.equal(new Set(statesBefore(act).map((state) => after(state, act))).size, 1, act)
  assert.equal(stateAfter('confirm'), 'importing')
})

test('only what was previewed can be confirmed', () => {
  assert.deepEqual(
    importStates.filter((state) => !whyNotConfirm({ state })),
    ['previewed'],
  )
  assert.equal(whyNotConfirm({ state: 'open' }), 'wrong_import_state')
})

test('a preview needs files, and can be asked for again until the import is confirmed', () => {
  assert.equal(whyNotPreview({ state: 'open', files: [] }), 'no_files')
  const allowed = importStates.filter((state) => !whyNotPreview({ state, files: ['one'] }))
  assert.deepEqual(allowed, ['open', 'previewed', 'failed'])
})

test('files come before the reading, and nothing is discarded that is done', () => {
  assert.deepEqual(
    importStates.filter((state) => !whyNotUpload({ state })),
    ['open', 'previewed', 'failed'],
  )
  assert.deepEqual(
    importStates.filter((state) => !whyNotDiscard({ state })),
    ['open', 'reading', 'previewed', 'failed'],
  )
})

test('an import is not undone when something was issued on it, or a later one lies over it', () => {
  const free = { settled: false, overlaid: false }
  assert.equal(whyNotUndo({ state: 'imported' }, free), undefined)
  assert.equal(whyNotUndo({ state: 'imported' }), undefined)
  assert.equal(whyNotUndo({ state: 'imported' }, { ...free, settled: true }), 'import_in_use')
  assert.equal(whyNotUndo({ state: 'imported' }, { ...free, overlaid: true }), 'import_overlaid')
  assert.equal(whyNotUndo({ state: 'undone' }, free), 'wrong_import_state')
})

test('progress says how fast, and how long still', () => {
  const reached = { rows: 5000, bytes: 250, total: 1000, since: '2026-03-01T10:00:00.000Z' }
  assert.deepEqual(progressOf(reached, new Date('2026-03-01T10:00:10.000Z')), { ...reached, rate: 500, secondsLeft: 30 })
})

test('before anything was read nobody says how long it takes', () => {
  const since = '2026-03-01T10:00:00.000Z'
  assert.equal(progressOf({ rows: 0, bytes: 0, total: 1000, since }, new Date('2026-03-01T10:00:10.000Z')), undefined)
  assert.equal(progressOf({ rows: 1, bytes: 1, total: 1000, since }, new Date(since)), undefined)
})
