import assert from 'node:assert/strict'
import test from 'node:test'
import { ahead } from './ahead.ts'

test('what is read ahead comes in order, whole, and not further ahead than asked for', async () => {
  let made = 0
  let used = 0
  let furthest = 0
  async function* numbers() {
    for (; made < 20; made += 1) yield made
  }
  const seen: number[] = []
  for await (const number of ahead(numbers(), 3)) {
    await new Promise((resolve) => setImmediate(resolve))
    furthest = Math.max(furthest, made - used)
    used += 1
    seen.push(number)
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 20 }, (_, at) => at),
  )
  assert.equal(furthest, 3)
})

test('an error is met where it would have been read, and the source is closed', async () => {
  let closed = false
  async function* broken() {
    try {
      yield 1
      yield 2
      throw new Error('broken')
    } finally {
      closed = true
    }
  }
  const seen: number[] = []
  await assert.rejects(async () => {
    for await (const number of ahead(broken(), 5)) seen.push(number)
  }, /broken/)
  assert.deepEqual([seen, closed], [[1, 2], true])
})
