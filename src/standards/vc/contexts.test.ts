import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { contexts, loadContext } from './contexts.ts'

const folder = new URL('./contexts/', import.meta.url)

test('every context that we carry is the file that its hash names', async () => {
  for (const [url, { file, sha256, document }] of Object.entries(contexts)) {
    const bytes = await readFile(new URL(file, folder))
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256, url)
    assert.deepEqual(document, JSON.parse(bytes.toString('utf8')), url)
  }
})

test('no context lies about that the table does not name', async () => {
  const named = Object.values(contexts).map(({ file }) => file)
  assert.deepEqual((await readdir(folder)).sort(), named.sort())
})

test('a context that we do not carry is refused and not fetched', async () => {
  await assert.rejects(loadContext('https://example.org/context.json'), { code: 'unknown_context' })
  await assert.rejects(loadContext('toString'), { code: 'unknown_context' })
})
