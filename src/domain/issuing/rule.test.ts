import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { type IssuingRule, issuingRule } from './rule.ts'
import { faultsOfRule, whyNotRule } from './why-not-rule.ts'

const passed: IssuingRule = { kind: 'final_outcome', in: ['passed'] }
const nested = (levels: number): IssuingRule => (levels === 1 ? passed : { kind: 'not', rule: nested(levels - 1) })

test('a rule may be eight deep and hold a hundred, and no more', () => {
  const wide = (parts: number): IssuingRule => ({ kind: 'all', rules: Array.from({ length: parts }, () => passed) })
  assert.equal(issuingRule.safeParse(nested(8)).success, true)
  assert.equal(issuingRule.safeParse(nested(9)).success, false)
  assert.equal(issuingRule.safeParse(wide(99)).success, true)
  assert.equal(issuingRule.safeParse(wide(100)).success, false)
})

test('a rule deeper than the stack is refused, not a fault', () => {
  let bomb: unknown = passed
  for (let depth = 0; depth < 200_000; depth++) bomb = { kind: 'all', rules: [bomb] }
  assert.equal(issuingRule.safeParse(bomb).success, false)
})

test('what is no rule is refused with a place', () => {
  const wrong = [
    null,
    [],
    'passed',
    { kind: 'always' },
    { kind: 'not' },
    { kind: 'all', rules: [{ kind: 'final_outcome', in: ['Pass'] }] },
    { kind: 'weighted_average', atLeast: 40.005, missing: 'left_out' },
    { kind: 'weighted_average', atLeast: Number.POSITIVE_INFINITY, missing: 'left_out' },
    { kind: 'weighted_average', atLeast: 40 },
  ]
  for (const rule of wrong) assert.equal(issuingRule.safeParse(rule).success, false, JSON.stringify(rule))
  const [issue] = issuingRule.safeParse(wrong[5]).error?.issues ?? []
  assert.deepEqual(issue?.path, ['rules', 0, 'in', 0])
})

test('a threshold of 33.33 has two decimals, whatever the binary fraction looks like', () => {
  for (const atLeast of [33.33, 0.07, 99.99, 40]) {
    const rule = { kind: 'weighted_average', atLeast, missing: 'cannot_tell' }
    assert.deepEqual(issuingRule.parse(rule), rule)
  }
})

test('the shape of a rule can be published as JSON Schema', () => {
  const schema = JSON.stringify(z.toJSONSchema(issuingRule, { io: 'input' }))
  assert.match(schema, /weighted_average/)
  assert.ok(schema.length < 6000, `${schema.length} characters`)
})

const nonsense: [name: string, rule: IssuingRule, code: ReturnType<typeof whyNotRule>][] = [
  ['any of nothing', { kind: 'any', rules: [] }, 'rule_without_parts'],
  ['all of nothing, inside', { kind: 'not', rule: { kind: 'all', rules: [] } }, 'rule_without_parts'],
  ['no outcome', { kind: 'final_outcome', in: [] }, 'rule_names_no_outcome'],
  [
    'every outcome',
    { kind: 'final_outcome', in: ['passed', 'passed_with_distinction', 'failed', 'withdrawn', 'pending'] },
    'rule_names_every_outcome',
  ],
  ['an outcome twice', { kind: 'final_outcome', in: ['passed', 'passed'] }, 'rule_repeats_itself'],
  ['three of two keys', { kind: 'line_items', atLeast: 3, of: { keys: ['a', 'b'] }, scoring: 40 }, 'rule_wants_more_than_named'],
  ['half a line item', { kind: 'line_items', atLeast: 1.5, scoring: 40 }, 'rule_count_outside'],
  ['none of them', { kind: 'line_items', atLeast: 0, scoring: 40 }, 'rule_count_outside'],
  ['everybody reaches 0', { kind: 'line_items', atLeast: 1, scoring: 0 }, 'rule_threshold_outside'],
  ['nobody reaches 101', { kind: 'weighted_average', atLeast: 101, missing: 'left_out' }, 'rule_threshold_outside'],
  [
    'an empty selection',
    { kind: 'weighted_average', atLeast: 40, of: { keys: [] }, missing: 'left_out' },
    'rule_selects_nothing',
  ],
  ['deeper than eight', nested(9), 'rule_too_deep'],
]

for (const [name, rule, code] of nonsense) {
  test(`nonsense is refused: ${name}`, () => assert.equal(whyNotRule(rule), code))
}

test('rules that make sense are not refused', () => {
  assert.equal(whyNotRule(nested(8)), undefined)
  assert.equal(whyNotRule({ kind: 'line_items', atLeast: 2, of: { keys: ['a', 'b'] }, scoring: 100 }), undefined)
  assert.equal(whyNotRule({ kind: 'line_items', atLeast: 5, of: { keys: ['a'], categories: ['exam'] }, scoring: 40 }), undefined)
})

test('every fault of a rule is told with its place', () => {
  const rule: IssuingRule = {
    kind: 'all',
    rules: [passed, { kind: 'any', rules: [] }, { kind: 'not', rule: { kind: 'all', rules: [] } }],
  }
  assert.deepEqual(faultsOfRule(rule), [
    { at: [1], code: 'rule_without_parts' },
    { at: [2, 0], code: 'rule_without_parts' },
  ])
})
