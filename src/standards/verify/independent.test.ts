// What we say of the samples' signatures, independent libraries say too: Digital Bazaar's of documents, jose of tokens.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatSituations } from '../../../fixtures/format-situations.ts'
import { canJudge, isTrustedByReference } from '../../../fixtures/reference-verdict.ts'

const known = formatSituations.filter(({ candidate }) => canJudge(candidate))
const good = known.filter(({ verdict }) => verdict === 'trusted')
const forged = known.filter(({ code }) => code === 'signature_wrong' || code === 'proof_not_derived')

for (const { what, candidate } of good)
  test(`${what}: an independent library finds it genuine`, async () => {
    assert.equal(await isTrustedByReference(candidate), true)
  })

for (const { what, candidate } of forged)
  test(`${what}: an independent library does not find it genuine`, async () => {
    assert.equal(await isTrustedByReference(candidate), false)
  })

test('enough of the samples are of kinds that the libraries know', (t) => {
  const left = formatSituations.filter((one) => one.verdict === 'trusted' && !good.includes(one))
  for (const { what } of left) t.diagnostic(`no library at hand: ${what}`)
  assert.ok(good.length >= 12, `${good.length}`)
  assert.ok(forged.length >= 6, `${forged.length}`)
})
