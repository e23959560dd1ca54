// Pictures from strangers: what is a picture comes out as a plain one, and everything else is refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { Refusal } from '#kernel/refusal.ts'
import { images } from './images.ts'

const { clean, toPng } = images()
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 4, background: '#c08030' } })
const refused = (bytes: Uint8Array, what: string) => assert.rejects(clean(bytes), { code: 'image_unreadable' }, what)

test('each of the four formats comes out as PNG of the same size', async () => {
  for (const format of ['png', 'jpeg', 'webp', 'gif'] as const) {
    const { png, width, height } = await clean(await picture(60, 40).toFormat(format).toBuffer())
    assert.deepEqual([width, height], [60, 40], format)
    assert.equal((await sharp(png).metadata()).format, 'png')
    assert.ok(Math.abs(((await sharp(png).stats()).channels[0]?.mean ?? 0) - 0xc0) < 6, format)
  }
})

test('a large picture is made to fit, and a small one stays as it is', async () => {
  const { width, height } = await clean(await picture(4000, 1000).jpeg().toBuffer())
  assert.deepEqual([width, height], [1024, 256])
  assert.equal((await clean(await picture(1, 1).png().toBuffer())).width, 1)
})

test('where it was taken and by whom does not come through, and it stands upright', async () => {
  const jpeg = await picture(60, 40)
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Rita at home' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .toBuffer()
  assert.ok((await sharp(jpeg).metadata()).exif)
  const { png, width, height } = await clean(jpeg)
  const { exif, icc, xmp, comments } = await sharp(png).metadata()
  assert.deepEqual([exif, icc, xmp, comments], [undefined, undefined, undefined, undefined])
  assert.deepEqual([width, height], [40, 60])
})

test('of a moving picture the first frame is taken', async () => {
  const colours = ['#ff0000', '#00ff00', '#0000ff']
  const frame = (background: string) =>
    sharp({ create: { width: 30, height: 20, channels: 3, background } })
      .png()
      .toBuffer()
  const gif = await sharp(await Promise.all(colours.map(frame)), { join: { animated: true } })
    .gif()
    .toBuffer()
  assert.equal((await sharp(gif, { animated: true }).metadata()).pages, 3)
  const { png, width, height } = await clean(gif)
  assert.deepEqual([width, height], [30, 20])
  assert.deepEqual(await sharp(png).removeAlpha().raw().toBuffer(), Buffer.concat(Array(600).fill(Buffer.of(255, 0, 0))))
})

test('what hides behind a picture is left behind', async () => {
  const hidden = Buffer.from('<script>alert("PK\u0003\u0004")</script>')
  const comment = chunk('tEXt', Buffer.from('Comment\0<script>'))
  const plain = await picture(10, 10).png().toBuffer()
  const { png } = await clean(Buffer.concat([plain.subarray(0, 33), comment, plain.subarray(33), hidden]))
  assert.ok(!Buffer.from(png).includes('script'))
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'

test('an SVG, a document or anything else is refused, whatever it begins with', async () => {
  const notPictures = [
    '',
    'GIF89a',
    svg,
    `<?xml version="1.0"?>${svg}`,
    `\ufeff${svg}`,
    '<!doctype html><script>alert(1)</script>',
    '%PDF-1.7',
    'II*\0\b\0\0\0',
    'push graphic-context\nfill url(https://inner.test/)',
    '\0\0\0\x20ftypavif',
  ]
  for (const text of notPictures) await refused(Buffer.from(text), text)
  // behind the first bytes stands a second wall: there is nobody left who could read it
  await assert.rejects(sharp(Buffer.from(svg)).png().toBuffer(), /unsupported/)
  for (const format of ['tiff', 'avif'] as const) await refused(await picture(10, 10).toFormat(format).toBuffer(), format)
  for (const begin of ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'GIF89a', 'RIFF....WEBP'])
    await refused(Buffer.concat([Buffer.from(begin, 'latin1'), Buffer.from(svg)]), begin)
})

test('a picture that breaks off is refused', async () => {
  const noise = sharp({
    create: { width: 200, height: 200, channels: 3, background: 'red', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  })
  for (const format of ['png', 'jpeg', 'webp'] as const) {
    const whole = await noise.clone().toFormat(format).toBuffer()
    assert.equal((await clean(whole)).width, 200)
    for (const part of [0.1, 0.5, 0.9]) await refused(whole.subarray(0, whole.length * part), `${format} ${part}`)
  }
})

test('a few bytes that claim to be an enormous picture are refused', async () => {
  for (const [width, height] of [
    [6001, 6000],
    [36_000_001, 1],
    [65_500, 65_500],
    [0x7fffffff, 0x7fffffff],
    [0, 10],
  ] as const)
    await refused(png(width, height, deflateSync(new Uint8Array(1000))), `PNG ${width} × ${height}`)
  // whole ones, of a bit a pixel: the last that is small enough, and the first that is not
  const white = (width: number, height: number) => deflateSync(Buffer.alloc(Math.ceil(width / 8 + 1) * height))
  assert.equal((await clean(png(6000, 6000, white(6000, 6000), { depth: [1, 0] }))).width, 1024)
  await refused(png(6000, 6001, white(6000, 6001), { depth: [1, 0] }), 'one row too many')
  await refused(
    Buffer.from('GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;', 'latin1'),
    'GIF',
  )
})

test('a bomb in the pixels or beside them brings nothing down', async () => {
  const zeros = deflateSync(new Uint8Array(32 * 1024 * 1024))
  // 16 rows of 16 pixels are wanted; 32 megabytes are there
  const { width } = await clean(png(16, 16, zeros)).catch((error: unknown) => {
    assert.ok(error instanceof Refusal && error.code === 'image_unreadable')
    return { width: 16 }
  })
  assert.equal(width, 16)
  const text = Buffer.concat([Buffer.from('Comment\0\0'), zeros])
  const small = png(16, 16, deflateSync(new Uint8Array(16 * 65)), { others: [chunk('zTXt', text), chunk('iCCP', text)] })
  const answer = await clean(small).catch((error: unknown) => error)
  assert.ok(answer instanceof Refusal ? answer.code === 'image_unreadable' : (answer as { width: number }).width === 16)
})

test('altered bytes end in a picture or in a refusal, never in anything else', async () => {
  const samples = await Promise.all(
    (['png', 'jpeg', 'webp', 'gif'] as const).map((format) => picture(40, 40).toFormat(format).toBuffer()),
  )
  const edits = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), edits, async (sample, edits) => {
      const bytes = Uint8Array.from(sample)
      for (const [at, byte] of edits) bytes[at % bytes.length] = byte
      const answer = await clean(bytes).catch((error: unknown) => error)
      assert.ok(answer instanceof Refusal ? answer.code === 'image_unreadable' : 'png' in (answer as object))
    }),
    { numRuns: 150 },
  )
})

test('our own drawings become pictures of the width asked for', async () => {
  const drawn = await toPng(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>',
    200,
  )
  const { format, width, height } = await sharp(drawn).metadata()
  assert.deepEqual([format, width, height], ['png', 200, 100])
})

type Otherwise = Readonly<{ depth?: readonly [bits: number, colour: number]; others?: readonly Buffer[] }>

/** A PNG (ISO/IEC 15948), with eight bits for each of four channels unless said, and other chunks before the pixels. */
function png(width: number, height: number, pixels: Buffer, { depth = [8, 6], others = [] }: Otherwise = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set(depth, 8)
  const begin = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([begin, chunk('IHDR', header), ...others, chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(content.length, 0)
  numbers.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)])
}
