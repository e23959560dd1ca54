import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { bake, unbake } from './png.ts'
import { readChunks, writeChunks } from './png-chunks.ts'
import { bakeRefusals } from './refusals.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const pixel = writeChunks([
  { type: 'IHDR', data: Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0) },
  { type: 'IDAT', data: deflateSync(Uint8Array.of(0, 0)) },
  { type: 'IEND', data: new Uint8Array() },
])

const withChunk = (type: string, data: Uint8Array, ...more: Uint8Array[]) => {
  const [header, ...rest] = readChunks(pixel)
  assert.ok(header)
  return writeChunks([header, { type, data }, ...more.map((item) => ({ type, data: item })), ...rest])
}

test('whatever is baked in comes out again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
      assert.equal(await unbake(bake(pixel, text)), text)
    }),
    { numRuns: 60 },
  )
})

test('the picture carries one uncompressed text, and the picture itself is untouched', async () => {
  const baked = bake(bake(pixel, 'first'), '{"second":"ü"}')
  const texts = readChunks(baked).filter(({ type }) => type === 'iTXt')
  assert.deepEqual(
    texts.map(({ data }) => new TextDecoder().decode(data)),
    ['openbadgecredential\0\0\0\0\0{"second":"ü"}'],
  )
  assert.equal(await unbake(baked), '{"second":"ü"}')
  assert.deepEqual(
    readChunks(baked).filter(({ type }) => type !== 'iTXt'),
    readChunks(pixel),
  )
})

test('baking replaces what an Open Badges 2.0 baker put there', async () => {
  const baked = bake(withChunk('tEXt', bytes('openbadges\0https://old.example/')), 'new')
  assert.equal(readChunks(baked).length, 4)
  assert.equal(await unbake(baked), 'new')
})

test('texts that others have put there are read, compressed or not', async () => {
  const zipped = Uint8Array.from([...bytes('openbadgecredential\0\u0001\0en\0Badge\0'), ...deflateSync(bytes('ü'))])
  assert.equal(await unbake(withChunk('iTXt', zipped)), 'ü')
  assert.equal(await unbake(withChunk('tEXt', bytes('openbadges\0old'))), 'old')
  assert.equal(await unbake(withChunk('zTXt', Uint8Array.from([...bytes('openbadges\0\0'), ...deflateSync(bytes('z'))]))), 'z')
})

const bomb = Uint8Array.from([...bytes('openbadgecredential\0\u0001\0\0\0'), ...deflateSync(new Uint8Array(32 * 1024 * 1024))])
const text = bytes('openbadgecredential\0\0\0\0\0x')
const changed = (at: number, value: number) => pixel.map((byte, index) => (index === at ? value : byte))

const hostile: readonly (readonly [string, Uint8Array, string])[] = [
  ['no picture', bytes('GIF89a'), 'not_png'],
  ['nothing', new Uint8Array(), 'not_png'],
  ['only the first eight bytes', pixel.subarray(0, 8), 'png_broken'],
  ['cut off', pixel.subarray(0, pixel.length - 5), 'png_broken'],
  ['a chunk longer than the file', changed(8, 0x7f), 'png_broken'],
  ['a wrong checksum', changed(20, 9), 'png_broken'],
  ['too many bytes', Uint8Array.from({ length: 17 * 1024 * 1024 }, (_, at) => pixel[at] ?? 0), 'png_too_large'],
  ['no header first', writeChunks([{ type: 'IEND', data: new Uint8Array() }]), 'png_broken'],
  ['no credential', pixel, 'png_empty'],
  ['two credentials', withChunk('iTXt', text, text), 'png_ambiguous'],
  ['a text that ends before it begins', withChunk('iTXt', bytes('openbadgecredential\0\0\0')), 'png_text_broken'],
  ['a text that is not UTF-8', withChunk('iTXt', Uint8Array.from([...text, 0xff])), 'png_text_broken'],
  ['a bomb', withChunk('iTXt', bomb), 'png_text_broken'],
]

for (const [situation, png, code] of hostile)
  test(`a file with ${situation} is refused as such`, async () => {
    await assert.rejects(unbake(png), { name: 'Refusal', code })
  })

test('no file whatever makes us fall or wait', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.nat({ max: 90 }), async (noise, at) => {
      const spoiled = Uint8Array.from([...pixel.subarray(0, at), ...noise, ...pixel.subarray(at)])
      await unbake(spoiled).catch((error: { code?: string }) =>
        assert.ok(Object.hasOwn(bakeRefusals, error.code ?? ''), String(error)),
      )
    }),
    { numRuns: 300 },
  )
})

const sample = join(process.env.TESTAMUR_SAMPLES ?? '../shared', 'samples/jff-plugfest/JFF-VC-EDU-PLUGFEST3-badge-image.png')

test('a real badge picture can be baked', { skip: existsSync(sample) ? false : `no sample at ${sample}` }, async () => {
  assert.equal(await unbake(bake(readFileSync(sample), '{}')), '{}')
})
