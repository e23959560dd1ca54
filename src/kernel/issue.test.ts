// What does not fit is told as data: where, by which rule, how much; never with what was sent.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { issuesOf } from './issue.ts'

const told = (schema: z.ZodType, given: unknown) =>
  issuesOf(schema.safeParse(given, { reportInput: true }).error?.issues ?? []).map(({ message: _, ...issue }) => issue)

test('what is missing is told apart from what is of another kind', () => {
  const shape = z.object({ name: z.string(), kind: z.enum(['a', 'b']), either: z.union([z.string(), z.number()]) })
  assert.deepEqual(
    told(shape, { name: 7 }).map(({ path, missing }) => [...path, missing]),
    [
      ['name', undefined],
      ['kind', true],
      ['either', true],
    ],
  )
})

test('bounds, lists and the values of our own rules go along; what was sent does not', () => {
  assert.deepEqual(told(z.number().positive(), -1), [
    { path: [], code: 'too_small', origin: 'number', minimum: 0, inclusive: false },
  ])
  assert.deepEqual(told(z.enum(['a', 'b']), 'secret'), [{ path: [], code: 'invalid_value', options: ['a', 'b'] }])
  const ruled = z.string().refine(() => false, { error: 'no', params: { rule: 'odd', name: 'x' } })
  assert.deepEqual(told(ruled, 'secret'), [{ path: [], code: 'custom', rule: 'odd', values: { name: 'x' } }])
  assert.doesNotMatch(JSON.stringify(told(z.object({ a: z.int() }), { a: 'secret' })), /secret/)
})

test('of several forms, the one that was meant is judged, at its own place', () => {
  const either = z.object({ of: z.union([z.string().max(3), z.object({ from: z.string(), deep: z.array(z.int()) })]) })
  const places = (given: unknown) => told(either, { of: given }).map(({ path, code }) => [path.join('.'), code])
  assert.deepEqual(places('abcd'), [['of', 'too_big']])
  assert.deepEqual(places({ from: 1, deep: [1, 'a'] }), [
    ['of.from', 'invalid_type'],
    ['of.deep.1', 'invalid_type'],
  ])
  assert.deepEqual(places(true), [['of', 'invalid_union']])
})
