import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalBytes, canonicalise } from './canonical.ts'
import type { JsonObject } from './json.ts'

const v2 = 'https://www.w3.org/ns/credentials/v2'
const good: JsonObject = { '@context': [v2], id: 'urn:c', type: ['VerifiableCredential'], name: 'Dātā 数据' }

test('the canonical form is the same as text and as bytes, compiled or by the reference', async () => {
  const indexed = { ...good, name: { '@value': 'Dātā 数据', '@index': 'i' } }
  for (const document of [good, indexed]) {
    const text = await canonicalise(document)
    assert.match(text, /^<urn:c> .* "Dātā 数据" \.\n$/m)
    assert.deepEqual(await canonicalBytes(document), new TextEncoder().encode(text))
  }
  assert.equal(await canonicalise(good), await canonicalise(indexed))
})

test('what has no canonical form is refused by the code that says why', async () => {
  for (const [code, document] of [
    ['undefined_term', { ...good, unheardOf: 'x' }],
    ['relative_reference', { ...good, id: 'relative' }],
    ['relative_reference', { ...good, type: ['Unknown'] }],
    ['not_linked_data', { ...good, '@context': [v2, 'https://x.example/context'] }],
    ['not_linked_data', { ...good, '@context': [v2, { name: 'https://x.example/name' }] }],
    ['not_linked_data', { ...good, '@context': [v2, { words: 'https://x.example/w' }], words: tangled() }],
  ] as const)
    await assert.rejects(canonicalise(document as JsonObject), { code }, JSON.stringify(document))
})

/** More equal blank nodes than anybody should have to tell apart. */
function tangled(): JsonObject[] {
  return [1, 2].map(() => ({ words: [{ words: 'a' }, { words: 'a' }] }))
}
