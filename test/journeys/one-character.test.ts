// One character: whoever changes a single one of an issued credential does not get it past the door.
import assert from 'node:assert/strict'
import test from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { prepared, readyToRelease, released } from '../steps.ts'
import { world } from '../world.ts'

type Change = Readonly<{ place: number; character: string }>

/** Readable characters mostly, so that many changed texts are still JSON. */
const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat({ max: 999_999 }),
  character: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...'abcxyzABCXYZ0123456789 _-:/.') },
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
})

test('a credential with one character changed is trusted by nobody, sent as text or as an object', async () => {
  const here = await world()
  await readyToRelease(here)
  await released(here.rita, await prepared(here.rita))
  const [issued] = (await here.rita.issuing.listCredentials({})).items
  assert.ok(issued)
  const { document } = await here.rita.issuing.readCredential({ id: issued.id })
  const verdictOn = async (credential: string | Record<string, unknown>) =>
    (await here.stranger.verification.verify({ credential })).verdict
  const text = JSON.stringify(document)
  assert.equal(await verdictOn(text), 'trusted')
  assert.equal(await verdictOn(document), 'trusted')
  let objects = 0
  await fc.assert(
    fc.asyncProperty(change, async ({ place, character }) => {
      const at = place % text.length
      const changed = text.slice(0, at) + character + text.slice(at + 1)
      const parsed = parsedObject(changed)
      fc.pre(!isDeepStrictEqual(parsed, document))
      assert.notEqual(await verdictOn(changed), 'trusted')
      if (!parsed) return
      objects += 1
      assert.notEqual(await verdictOn(parsed), 'trusted')
    }),
    { numRuns: 60 },
  )
  assert.ok(objects > 10, `only ${objects} of the changed texts were objects`)
})

function parsedObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined // just asked
  } catch {
    return undefined
  }
}
