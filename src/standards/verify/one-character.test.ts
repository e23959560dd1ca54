import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { sample, sampleWorld } from '../../../fixtures/credential-situations.ts'
import { verify } from './verify.ts'

const good = JSON.parse(new TextDecoder().decode(await sample('good.json')))
const text = JSON.stringify(good)

/** What becomes of the text around one place. */
const changes: Readonly<Record<string, (before: string, letter: string, after: string) => string>> = {
  replaced: (before, letter, after) => before + letter + after.slice(1),
  inserted: (before, letter, after) => before + letter + after,
  removed: (before, _, after) => before + after.slice(1),
}

const letters = [...'abcxyzAEZ0123456789"\\/:#@.-_,[]{}e+ TZütrue\u0000\u200b😀']

const isSame = (changed: string): boolean => {
  try {
    return isDeepStrictEqual(JSON.parse(changed), good)
  } catch {
    return false
  }
}

test('no change of one character that alters what is read ever ends in trusted', async () => {
  const place = fc.nat({ max: text.length - 1 })
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom(...Object.keys(changes)), fc.constantFrom(...letters), async (at, kind, letter) => {
      const changed = changes[kind]?.(text.slice(0, at), letter, text.slice(at)) ?? text
      if (isSame(changed)) return
      const { verdict } = await verify(changed, sampleWorld)
      assert.notEqual(verdict, 'trusted', `${kind} ${letter} at ${at}: …${changed.slice(Math.max(0, at - 30), at + 30)}…`)
    }),
    { numRuns: 500 },
  )
})

test('the unchanged text is trusted, so that the test above means something', async () => {
  assert.equal((await verify(text, sampleWorld)).verdict, 'trusted')
})
