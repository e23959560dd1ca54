// Malformed credentials of every format: each gets an answer, no check breaks on one, and none is trusted that was not issued like that.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatWorld } from '../../../fixtures/format-parts.ts'
import { type Malformed, malformed } from '../../../fixtures/malformed.ts'
import { isSameGraph, isTrustedByReference } from '../../../fixtures/reference-verdict.ts'
import { type Report, reportSchema } from './report.ts'
import { verify } from './verify.ts'

/** `TESTAMUR_LONG` for the long run, `TESTAMUR_SEED` for others. 20261121 was run over 10,000. */
const numRuns = process.env.TESTAMUR_LONG === undefined ? 500 : 10_000
const seed = Number(process.env.TESTAMUR_SEED ?? 20261121)

test('no malformed credential breaks a check, and none is trusted that an independent verifier would not trust', async () => {
  const seen = { trusted: 0, untrusted: 0, undecided: 0, signedAgain: 0, trustedAndOther: 0 }
  await fc.assert(
    fc.asyncProperty(malformed, async (make) => {
      const one = await make()
      const report = reportSchema.parse(await verify(one.candidate, formatWorld))
      seen[report.verdict]++
      if (one.isSignedAgain) seen.signedAgain++
      const broke = report.findings.filter(({ code }) => code === 'check_broke')
      assert.deepEqual(broke, [], explained(one, report))
      if (report.verdict !== 'trusted' || one.isSignedAgain || (await isAsIssued(one, report))) return
      seen.trustedAndOther++
      const isFine = (await isTrustedByReference(one.candidate)) || (await isSameGraph(one.original, one.candidate))
      assert.ok(isFine, explained(one, report))
    }),
    { numRuns, seed, endOnFailure: numRuns > 500 },
  )
  console.log(`seed ${seed}, ${numRuns} malformed credentials: ${JSON.stringify(seen)}`)
  assert.ok(seen.signedAgain > numRuns / 10, 'too few of them were signed to reach the later checks')
  assert.ok(seen.untrusted > numRuns / 3)
})

/** A change that leaves what was read as it was: a blank, a letter of the picture. */
async function isAsIssued({ original }: Malformed, { credential }: Report): Promise<boolean> {
  const { credential: before } = await verify(original, formatWorld)
  return JSON.stringify(before) === JSON.stringify(credential)
}

const explained = ({ what, candidate }: Malformed, { findings }: Report): string =>
  [
    what,
    ...findings.map(({ check, outcome, code, technical }) => `${check} ${outcome} ${code} ${technical ?? ''}`),
    typeof candidate === 'string' ? candidate : '',
  ].join('\n')
