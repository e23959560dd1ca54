// The reason in an address: what it says is found again, and what says nothing is left alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IssuingRule } from '#domain/issuing/rule.ts'
import { conditionAt, reasonAsked, reasonKey } from './reason-meant.ts'

test('a reason that an address names is the same when it is read', () => {
  for (const reason of [
    { code: 'average_short', at: [1, 0] },
    { code: 'outcome_missing', at: [] },
  ])
    assert.deepEqual(reasonAsked(reasonKey(reason)), reason)
  for (const nonsense of [null, '', '.1', 'average_short.x', 'average_short.-1', 'a b', `a${'.1'.repeat(9)}`])
    assert.equal(reasonAsked(nonsense), undefined, String(nonsense))
})

test('the condition is found, and whether it must not be the case', () => {
  const failed: IssuingRule = { kind: 'final_outcome', in: ['failed'] }
  const rule: IssuingRule = { kind: 'all', rules: [failed, { kind: 'not', rule: { kind: 'any', rules: [failed] } }] }
  assert.deepEqual(conditionAt(rule, [0]), { rule: failed, must: true })
  assert.deepEqual(conditionAt(rule, [1, 0, 0]), { rule: failed, must: false })
  assert.equal(conditionAt(rule, [2]), undefined)
})
