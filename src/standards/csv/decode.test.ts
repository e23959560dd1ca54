// Bytes to text: the same however they arrive, and a wrong byte is named exactly.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Encoding, Piece } from './decode.ts'
import { decodePieces } from './decode.ts'

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function decode(bytes: Uint8Array, encoding: Encoding = 'auto', size = 10_007) {
  const pieces = await Array.fromAsync(decodePieces(inPieces(bytes, size), encoding))
  return { text: pieces.map(({ text }: Piece) => text).join(''), last: pieces.at(-1) }
}

const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(bytes.buffer)
}

const sign = fc.constantFrom('a', 'ü', '€', '🎓', ',', '\n')

test('text in UTF-8 and UTF-16 survives any cutting into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: sign, minLength: 1, maxLength: 6 }),
      fc.integer({ min: 65_500, max: 65_600 }),
      async (word, length) => {
        const text = word.repeat(Math.ceil(length / word.length))
        const forms = [
          new TextEncoder().encode(text),
          new TextEncoder().encode(`\ufeff${text}`),
          utf16(`\ufeff${text}`, true),
          utf16(`\ufeff${text}`, false),
        ]
        for (const bytes of forms) assert.equal((await decode(bytes)).text, text)
      },
    ),
    { numRuns: 20 },
  )
})

test('windows-1252 is read where it is declared, and a byte order mark wins over it', async () => {
  assert.equal((await decode(Uint8Array.of(0x80, 0xfc, 0x41), 'windows-1252')).text, '€üA')
  assert.equal((await decode(new TextEncoder().encode('\ufeffü'), 'windows-1252')).text, 'ü')
})

const wrong: readonly [says: string, before: string, bytes: number[]][] = [
  ['a lone continuation byte', 'abc', [0x80]],
  ['a Latin letter among UTF-8', 'Müller,J', [0xfc, 0x72]],
  ['a character cut short by another', 'ab', [0xe4, 0x68]],
  ['a character cut short by the end', 'ab', [0xf0, 0x9f, 0x8e]],
]

for (const [says, before, bytes] of wrong)
  test(`${says} is refused at its byte, near or far`, async () => {
    for (const padding of ['', 'x'.repeat(65_534), 'ü'.repeat(50_000)]) {
      const sound = new TextEncoder().encode(padding + before)
      const { text, last } = await decode(Uint8Array.from([...sound, ...bytes]))
      assert.equal(text, padding + before)
      assert.deepEqual(last?.fault, { offset: sound.length, encoding: 'utf-8' })
    }
  })

test('half a pair in UTF-16 is refused at its byte', async () => {
  const { last } = await decode(utf16('\ufeffab\ud83cx', true))
  assert.deepEqual(last?.fault, { offset: 6, encoding: 'utf-16le' })
})

test('a stream is let go when the reader stops early', async () => {
  let cancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(70_000).fill(65)),
    cancel: () => {
      cancelled = true
    },
  })
  for await (const _ of decodePieces(endless, 'auto')) break
  assert.equal(cancelled, true)
})
