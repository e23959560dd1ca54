import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatWorld } from '../../../fixtures/format-parts.ts'
import { formatSituations } from '../../../fixtures/format-situations.ts'
import { plainWords } from './plain-words.ts'
import { type Report, reportSchema } from './report.ts'
import { verify } from './verify.ts'

const said = ({ findings }: Report) =>
  findings
    .map(
      ({ check, outcome, code, values, technical }) => `${check} ${outcome} ${code} ${JSON.stringify(values)} ${technical ?? ''}`,
    )
    .join('\n')

for (const { what, candidate, verdict, code, known } of formatSituations)
  test(`${what} is ${verdict}: ${code}`, async () => {
    const report = reportSchema.parse(await verify(candidate, formatWorld, known))
    assert.equal(report.verdict, verdict, said(report))
    assert.ok(
      report.findings.some((finding) => finding.code === code),
      said(report),
    )
    for (const finding of report.findings)
      assert.ok(Object.hasOwn(plainWords, finding.code), `${finding.code} has no plain words`)
  })
