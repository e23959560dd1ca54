// Random documents, compiled and by the reference: what is compiled is equal to the byte, and what the reference refuses is never compiled.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { randomDocument } from '../../../test/random-documents.ts'
import { bytesOf } from './bytes.ts'
import { compile } from './linked-data.ts'
import { referenceNQuads } from './reference.ts'

/** `TESTAMUR_LONG=100000` for the long run, `TESTAMUR_SEED` for other documents: both are written into docs/measurements.md. */
const numRuns = Number(process.env.TESTAMUR_LONG ?? 2000)
const seed = Number(process.env.TESTAMUR_SEED ?? 20261121)

test('a compiled document is what the reference writes, and what the reference refuses is not compiled', async () => {
  const seen = { compiled: 0, left: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(randomDocument, async (document) => {
      const compiled = compile(document)
      const expected = await referenceNQuads(document).catch(() => undefined)
      seen[compiled ? 'compiled' : expected === undefined ? 'refused' : 'left']++
      if (!compiled) return
      assert.equal(compiled.join(''), expected)
      assert.deepEqual(bytesOf(compiled), new TextEncoder().encode(expected))
    }),
    { numRuns, seed, endOnFailure: numRuns > 2000 },
  )
  console.log(`seed ${seed}, ${numRuns} documents: ${JSON.stringify(seen)}`)
  assert.ok(seen.compiled > numRuns / 3, 'too few of the documents were compiled to say anything')
  assert.ok(seen.compiled > 5 * seen.left, 'too many good documents were left to the reference')
})
