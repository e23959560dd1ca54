import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decide } from './decide.ts'
import { type Decision, finalOutcomes, type LearnerRecord } from './decision.ts'
import { type DecisionCode, decisionWords } from './decision-words.ts'
import { partsOfRule } from './kinds/kinds.ts'
import { missingResults } from './kinds/weighted-average.ts'
import type { IssuingRule } from './rule.ts'

const keys = ['a', 'b', 'c', 'd'] as const
const categories = ['assignment', 'quiz', 'exam'] as const

const someOf = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: list.length })
const selection = fc.option(
  fc.oneof(fc.record({ keys: someOf<string>([...keys, 'z']) }), fc.record({ categories: someOf<string>(categories) })),
  { nil: undefined },
)
const hundredths = fc.integer({ min: 1, max: 10_000 }).map((value) => value / 100)

const rule: fc.Arbitrary<IssuingRule> = fc.letrec<{ rule: IssuingRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ kind: fc.constant('final_outcome'), in: someOf(finalOutcomes) }),
    fc.record({
      kind: fc.constant('weighted_average'),
      atLeast: hundredths,
      of: selection,
      missing: fc.constantFrom(...missingResults),
    }),
    fc.record({ kind: fc.constant('line_items'), atLeast: fc.integer({ min: 1, max: 4 }), of: selection, scoring: hundredths }),
    fc.record({ kind: fc.constant('all'), rules: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('any'), rules: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not'), rule: tie('rule') }),
  ) as fc.Arbitrary<IssuingRule>,
})).rule

const lineItem = (key: string) =>
  fc.record({
    id: fc.constant(`item-${key}`),
    key: fc.constant(key),
    title: fc.constant(`Title of ${key}`),
    category: fc.constantFrom(...categories),
    weight: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(0, 0.1, 12.5, 30, 200) }, fc.constant(null)),
    maximum: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(1, 7, 20, 100) }, fc.constant(null)),
  })

const result = (key: string) =>
  fc.option(fc.record({ id: fc.constant(`row-${key}`), lineItem: fc.constant(`item-${key}`), part: fc.option(hundredths) }))

/** Scores between nothing and full marks; results and outcome may be missing. */
const record: fc.Arbitrary<LearnerRecord> = fc
  .record({
    value: fc.option(fc.constantFrom(...finalOutcomes)),
    lineItems: fc.tuple(...keys.map(lineItem)),
    results: fc.tuple(...keys.map(result)),
  })
  .map(({ value, lineItems, results }) => ({
    enrolment: 'lena',
    ...(value ? { outcome: { result: 'row-outcome', value, says: value } } : {}),
    lineItems,
    results: results.flatMap((one, index) => {
      if (!one) return []
      const full = lineItems[index]?.maximum ?? 100
      return [{ id: one.id, lineItem: one.lineItem, score: one.part === null ? null : (one.part * full) / 100 }]
    }),
  }))

const verdict = (rule: IssuingRule, given: LearnerRecord) => decide(rule, given).verdict
const not = (rule: IssuingRule): IssuingRule => ({ kind: 'not', rule })

const holdsNowhere = (rule: IssuingRule, is: (part: IssuingRule) => boolean): boolean =>
  !is(rule) && partsOfRule(rule).every((part) => holdsNowhere(part, is))

test('not of not is as if nothing had been said', () => {
  fc.assert(fc.property(rule, record, (rule, given) => assert.equal(verdict(not(not(rule)), given), verdict(rule, given))))
})

test('not all is any not, and not any is all not', () => {
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), record, (rules, given) => {
      const nots = rules.map(not)
      assert.equal(verdict(not({ kind: 'all', rules }), given), verdict({ kind: 'any', rules: nots }, given))
      assert.equal(verdict(not({ kind: 'any', rules }), given), verdict({ kind: 'all', rules: nots }, given))
    }),
  )
})

test('the order of the results never matters', () => {
  const shuffled = record.chain((given) =>
    fc.shuffledSubarray([...given.results], { minLength: given.results.length }).map((results) => ({ given, results })),
  )
  fc.assert(
    fc.property(rule, shuffled, (rule, { given, results }) => {
      assert.deepEqual(decide(rule, { ...given, results }), decide(rule, given))
    }),
  )
})

test('full marks for what was missing never cost anybody the credential', () => {
  fc.assert(
    fc.property(rule, record, fc.constantFrom(...keys), (rule, given, key) => {
      fc.pre(holdsNowhere(rule, ({ kind }) => kind === 'not'))
      const more = filled(given, key, 1)
      const rank = { does_not_qualify: 0, cannot_tell: 1, qualifies: 2 }
      if (verdict(rule, given) === 'qualifies') assert.notEqual(rank[verdict(rule, more)], 0)
    }),
    { numRuns: 300 },
  )
})

test('a result that comes in late can settle an open question and never overturns an answer', () => {
  fc.assert(
    fc.property(rule, record, fc.constantFrom(...keys), fc.double({ min: 0, max: 1, noNaN: true }), (rule, given, key, part) => {
      fc.pre(holdsNowhere(rule, (one) => one.kind === 'weighted_average' && one.missing !== 'cannot_tell'))
      const before = verdict(rule, given)
      if (before !== 'cannot_tell') assert.equal(verdict(rule, filled(given, key, part)), before)
    }),
    { numRuns: 300 },
  )
})

test('every row that is cited is a row of this enrolment, and once', () => {
  fc.assert(
    fc.property(rule, record, (rule, given) => {
      const { because } = decide(rule, given)
      const rows = new Set(['row-outcome', ...given.results.map(({ id }) => id)])
      assert.ok(because.every((id) => rows.has(id)))
      assert.equal(new Set(because).size, because.length)
    }),
  )
})

test('the rows that are cited carry the verdict on their own', () => {
  fc.assert(
    fc.property(rule, record, (rule, given) => {
      fc.pre(holdsNowhere(rule, (one) => one.kind === 'weighted_average' && one.missing !== 'cannot_tell'))
      const { because, verdict: before } = decide(rule, given)
      fc.pre(before !== 'cannot_tell')
      const { outcome, ...rest } = given
      const only = { ...rest, results: given.results.filter(({ id }) => because.includes(id)) }
      assert.equal(verdict(rule, outcome && because.includes(outcome.result) ? { ...only, outcome } : only), before)
    }),
    { numRuns: 300 },
  )
})

test('every sentence finds the values it names', () => {
  const whole = (decision: Decision): Decision[] => [decision, ...(decision.parts ?? []).flatMap(whole)]
  fc.assert(
    fc.property(rule, record, (rule, given) => {
      for (const { reason } of whole(decide(rule, given))) {
        const named = Array.from(decisionWords[reason.code as DecisionCode].matchAll(/\{(\w+)[},]/g), ([, name = '']) => name)
        for (const name of named) assert.ok(name in reason.values, `${reason.code} lacks ${name}`)
      }
    }),
  )
})

/** The record with a score for a line item that has none; unchanged when it has one. */
function filled(given: LearnerRecord, key: string, part: number): LearnerRecord {
  const item = given.lineItems.find((one) => one.key === key)
  const there = given.results.find((one) => one.lineItem === item?.id)
  if (!item || (there && there.score !== null)) return given
  const result = { id: `row-${key}`, lineItem: item.id, score: (item.maximum ?? 100) * part }
  return { ...given, results: [...given.results.filter((one) => one !== there), result] }
}
