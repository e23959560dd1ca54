// Uploads on disk: whole or not at all.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { diskBlobs, sweepUploads } from './disk-blobs.ts'

const home = await mkdtemp(join(tmpdir(), 'blobs-'))
after(() => rm(home, { recursive: true }))
let folders = 0
const newFolder = () => join(home, String(folders++))

test('an upload comes back as it went in, with its length and its SHA-256', async () => {
  const blobs = diskBlobs(newFolder())
  const content = Uint8Array.from({ length: 700_000 }, (_, at) => at % 251)
  const { blob, bytes, digest } = await blobs.put(streamOf(content.subarray(0, 3), content.subarray(3)), 700_000)
  assert.equal(bytes, 700_000)
  assert.deepEqual(digest, Uint8Array.from(createHash('sha256').update(content).digest()))
  assert.deepEqual(await bytesOf(blobs.open(blob)), content)
  const nothing = await blobs.put(streamOf(), 10)
  assert.equal((await bytesOf(blobs.open(nothing.blob))).length, 0)
})

test('an upload of one byte too many is refused, its sender is told to stop, and nothing is kept', async () => {
  const folder = newFolder()
  let sent = 0
  let stopped = false
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1000
      controller.enqueue(new Uint8Array(1000))
    },
    cancel: () => {
      stopped = true
    },
  })
  await assert.rejects(diskBlobs(folder).put(endless, 9999), { code: 'too_large', values: { most: 9999 } })
  await assert.rejects(diskBlobs(folder).put(streamOf(new Uint8Array(11)), 10), { code: 'too_large' })
  assert.ok(stopped && sent < 20_000)
  assert.deepEqual(await readdir(folder), [])
})

test('an upload that breaks off leaves nothing', async () => {
  const folder = newFolder()
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
    pull: (controller) => controller.error(new Error('the line went dead')),
  })
  await assert.rejects(diskBlobs(folder).put(broken, 100), /went dead/)
  assert.deepEqual(await readdir(folder), [])
})

test('what died half-way is swept at the next start, and what was finished stays', async () => {
  const folder = newFolder()
  assert.equal(await sweepUploads(folder), 0)
  const { blob } = await diskBlobs(folder).put(streamOf(Uint8Array.of(1)), 10)
  await writeFile(join(folder, `${'0'.repeat(32)}.part`), 'half of a file')
  assert.equal(await sweepUploads(folder), 1)
  assert.deepEqual(await readdir(folder), [blob])
})

test('what was stored before a moment is told by name, and half-written files are none of it', async () => {
  const folder = newFolder()
  const blobs = diskBlobs(folder)
  assert.deepEqual(await blobs.storedBefore(new Date()), [])
  const [old, young] = [await blobs.put(streamOf(Uint8Array.of(1)), 10), await blobs.put(streamOf(Uint8Array.of(2)), 10)]
  await writeFile(join(folder, `${'0'.repeat(32)}.part`), 'half of a file')
  await utimes(join(folder, old.blob), new Date('2026-01-01'), new Date('2026-01-01'))
  assert.deepEqual(await blobs.storedBefore(new Date('2026-01-02')), [old.blob])
  assert.deepEqual(await blobs.storedBefore(new Date('2026-01-01')), [])
  assert.deepEqual((await blobs.storedBefore(new Date(Date.now() + 60_000))).sort(), [old.blob, young.blob].sort())
})

test('a dropped blob is gone, and dropping twice is dropping once', async () => {
  const blobs = diskBlobs(newFolder())
  const { blob } = await blobs.put(streamOf(Uint8Array.of(1)), 10)
  await blobs.drop(blob)
  await blobs.drop(blob)
  await assert.rejects(bytesOf(blobs.open(blob)), { code: 'ENOENT' })
})

test('a reader who walks away half-way closes the file', async () => {
  const blobs = diskBlobs(newFolder())
  const { blob } = await blobs.put(streamOf(new Uint8Array(1_000_000)), 1_000_000)
  const reader = blobs.open(blob).getReader()
  assert.ok((await reader.read()).value?.length)
  await reader.cancel()
  assert.deepEqual(await reader.read(), { done: true, value: undefined })
})

test('a name that is not one of ours reaches no file', async () => {
  const blobs = diskBlobs(newFolder())
  for (const name of ['../installation.key', '', '/etc/passwd', `${'0'.repeat(32)}.part`, `${'0'.repeat(31)}/`]) {
    assert.throws(() => blobs.open(name), { code: 'not_found' })
    await assert.rejects(blobs.drop(name), { code: 'not_found' })
  }
})

const streamOf = (...chunks: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })

const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream as BodyInit).arrayBuffer())
