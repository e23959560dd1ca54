// Which line items a registrar is offered, and how they stand together.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineItemChoice } from './line-item-choice.ts'

const item = (key: string, category: string, weight: number | null = 10) => ({
  key,
  title: `Title of ${key}`,
  category,
  weight,
  maximum: 100,
})
const offering = (key: string, lineItems: ReturnType<typeof item>[]) =>
  ({ id: `off_${key}`, key, title: key, lineItems }) as never

const runs = [
  offering('autumn', [item('exam', 'Exam', 60), item('essay', 'Essay', 40)]),
  offering('spring', [item('exam', 'Exam', 70), item('viva', 'Exam', null)]),
]
const nothing = { categories: [], keys: [], find: '' }

test('what every offering has stands together, and what only some have is said apart', () => {
  const { groups, lost, hidden } = lineItemChoice(runs, nothing)
  assert.deepEqual(
    groups.map(({ category, parts }) => [category, ...parts.map(({ offerings, everywhere }) => [everywhere, ...offerings])]),
    [
      ['Essay', [false, 'autumn']],
      ['Exam', [true, 'autumn', 'spring'], [false, 'spring']],
    ],
  )
  assert.deepEqual([lost, hidden], [[], 0])
})

test('a weight that differs between offerings is shown with all its values', () => {
  const [, exam] = lineItemChoice(runs, nothing).groups
  assert.deepEqual(
    exam?.parts.map(({ items }) => items[0]?.weights),
    [[60, 70], [null]],
  )
})

test('a search finds by title, category and offering, and never hides what is chosen', () => {
  const found = (find: string, keys: string[] = []) =>
    lineItemChoice(runs, { ...nothing, keys, find }).groups.flatMap(({ parts }) =>
      parts.flatMap(({ items }) => items.map(({ key }) => key)),
    )
  assert.deepEqual(found('of VIVA'), ['viva'])
  assert.deepEqual(found('essay'), ['essay'])
  assert.deepEqual(found('spring'), ['exam', 'viva'])
  assert.deepEqual(found('viva', ['essay']), ['essay', 'viva'])
})

test('what is chosen and nowhere to be found is not dropped', () => {
  const { groups, lost } = lineItemChoice(runs, { categories: ['Portfolio'], keys: ['thesis', 'exam'], find: '' })
  assert.deepEqual(lost, ['thesis'])
  assert.deepEqual(
    groups.filter(({ whole }) => whole).map(({ category, count }) => [category, count]),
    [['Portfolio', 0]],
  )
})

test('of thousands two hundred are shown, and it is said how many are not', () => {
  const many = Array.from({ length: 3000 }, (_, index) => item(`k${index}`, 'Quiz'))
  const { groups, hidden } = lineItemChoice([offering('all', many)], { ...nothing, keys: ['k2999'] })
  assert.equal(groups[0]?.parts.flatMap(({ items }) => items).length, 201)
  assert.equal(hidden, 3000 - 201)
})
