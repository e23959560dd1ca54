// The rule editor reads back what it shows, and never invents what was not typed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { finalOutcomes } from '#domain/issuing/decision.ts'
import { kindNames } from '#domain/issuing/kinds/kinds.ts'
import { missingResults } from '#domain/issuing/kinds/weighted-average.ts'
import type { IssuingRule } from '#domain/issuing/rule.ts'
import { changedAt, type Draft, draftFrom, draftOf, edited, emptyDraft, ruleFrom } from './rule-draft.ts'

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,.]{0,8}[A-Za-z0-9]$/)
const selection = fc.option(
  fc.oneof(
    fc.record({ categories: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }) }),
    fc.record({ keys: fc.uniqueArray(name, { minLength: 3, maxLength: 4 }) }),
  ),
  { nil: undefined },
)
const percent = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100)
const chosen = <T extends object>(of: T | undefined) => (of ? { of: { ...of } } : {})

const { rule } = fc.letrec<{ rule: IssuingRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .uniqueArray(fc.constantFrom(...finalOutcomes), { minLength: 1, maxLength: 4 })
      .map((wanted): IssuingRule => ({ kind: 'final_outcome', in: finalOutcomes.filter((one) => wanted.includes(one)) })),
    fc
      .tuple(percent, fc.constantFrom(...missingResults), selection)
      .map(([atLeast, missing, of]): IssuingRule => ({ kind: 'weighted_average', atLeast, missing, ...chosen(of) })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), percent, selection)
      .map(([atLeast, scoring, of]): IssuingRule => ({ kind: 'line_items', atLeast, scoring, ...chosen(of) })),
    fc
      .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(tie('rule'), { minLength: 1, maxLength: 3 }))
      .map(([kind, rules]): IssuingRule => ({ kind, rules })),
    tie('rule').map((inner): IssuingRule => ({ kind: 'not', rule: inner })),
  ),
}))

/** The fields that the editor's form would send. */
function sent(draft: Draft, at = 'r', form = new FormData()): FormData {
  form.append(`${at}.kind`, draft.kind)
  for (const [field, text] of Object.entries(draft.typed)) form.append(`${at}.${field}`, text)
  for (const [field, names] of Object.entries(draft.chosen)) for (const name of names) form.append(`${at}.${field}`, name)
  for (const [index, part] of draft.parts.entries()) sent(part, `${at}.${index}`, form)
  return form
}

test('a saved rule comes back from the form as it was', () => {
  fc.assert(
    fc.property(rule, (saved) => {
      const read = draftFrom(sent(draftOf(saved)))
      assert.ok(read)
      assert.deepEqual(ruleFrom(read).rule, saved)
    }),
  )
})

test('a comma is read as a decimal point, and half a number is no number', () => {
  const typing = (atLeast: string): Draft => ({
    ...emptyDraft,
    kind: 'weighted_average',
    typed: { ...emptyDraft.typed, atLeast },
  })
  assert.deepEqual(ruleFrom(typing('39,5')).rule, { kind: 'weighted_average', atLeast: 39.5, missing: 'cannot_tell' })
  assert.deepEqual(ruleFrom(typing('forty')).faults, [{ at: 'r', field: 'atLeast', code: 'not_a_number' }])
  assert.deepEqual(ruleFrom(typing('39.555')).faults, [{ at: 'r', field: 'atLeast', code: 'too_fine' }])
})

test('a rule that makes no sense says where', () => {
  const nobody = { ...emptyDraft, chosen: { ...emptyDraft.chosen, in: [] } }
  assert.deepEqual(ruleFrom({ ...emptyDraft, kind: 'all', parts: [emptyDraft, nobody] }).faults, [
    { at: 'r.1', code: 'rule_names_no_outcome' },
  ])
})

test('a rule is joined with another, and what is left of a list of one is that one', () => {
  const joined = edited(emptyDraft, 'all r')
  assert.deepEqual([joined.kind, joined.parts.length], ['all', 2])
  const deeper = edited(joined, 'any r.1')
  assert.deepEqual([deeper.parts[1]?.kind, deeper.parts[1]?.parts.length], ['any', 2])
  assert.equal(edited(deeper, 'add r.1').parts[1]?.parts.length, 3)
  assert.deepEqual(edited(joined, 'remove r.1'), emptyDraft)
  assert.deepEqual(edited(joined, 'nonsense r.9'), joined)
})

test('a list that is chosen anew holds a rule at once, and “not” holds one only', () => {
  assert.equal(changedAt(emptyDraft, [], (draft) => ({ ...draft, kind: 'any' })).parts.length, 1)
  const three = { ...emptyDraft, kind: 'all', parts: [emptyDraft, emptyDraft, emptyDraft] } as const
  assert.equal(changedAt(three, [], (draft) => ({ ...draft, kind: 'not' })).parts.length, 1)
})

test('what was typed for one kind is still there after looking at every other', () => {
  const average = draftOf({ kind: 'weighted_average', atLeast: 62.5, missing: 'left_out', of: { keys: ['exam'] } })
  const looked = kindNames.reduce((draft, kind) => changedAt(draft, [], (one) => ({ ...one, kind })), average)
  const back = changedAt(looked, [], (draft) => ({ ...draft, kind: 'weighted_average' }))
  assert.deepEqual(ruleFrom(back).rule, ruleFrom(average).rule)
})
