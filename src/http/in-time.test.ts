// Bodies that come in time, too slowly, or never to an end.
import assert from 'node:assert/strict'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { inTime } from './in-time.ts'

/** `count` bytes, one each `every` milliseconds, and then the end. */
function sender(count: number, every: number): ReadableStream<Uint8Array> {
  let sent = 0
  return new ReadableStream({
    async pull(controller) {
      if (sent === count) return controller.close()
      await wait(every)
      controller.enqueue(Uint8Array.of(sent))
      sent += 1
    },
  })
}

const bytesOf = async (body: ReadableStream<Uint8Array>) => (await Array.fromAsync(body)).flatMap((chunk) => [...chunk])
const slow = { name: 'Refusal', code: 'too_slow' }

test('a body that comes in time arrives whole', async () => {
  assert.deepEqual(await bytesOf(inTime(sender(5, 0), { idle: 5000, total: 5000 })), [0, 1, 2, 3, 4])
})

test('a sender who falls silent is refused, and told to stop', async () => {
  let told: unknown
  const silent = new ReadableStream<Uint8Array>({
    cancel: (reason) => {
      told = reason
    },
  })
  await assert.rejects(bytesOf(inTime(silent, { idle: 20 })), slow)
  assert.equal(told instanceof Error && told.message, 'too_slow')
})

test('a small body that trickles in is refused, although it never stops', async () => {
  await assert.rejects(bytesOf(inTime(sender(1000, 5), { idle: 5000, total: 50 })), slow)
})

test('a large upload may take longer than it may be silent', async () => {
  const body = inTime(sender(40, 20), { idle: 600 })
  assert.equal((await bytesOf(body)).length, 40)
})

test('the time that the reader takes is not counted against the sender', async () => {
  const body = inTime(sender(2, 0), { idle: 100, total: 100 })
  const seen: number[] = []
  for await (const chunk of body) {
    await wait(150)
    seen.push(...chunk)
  }
  assert.deepEqual(seen, [0, 1])
})
