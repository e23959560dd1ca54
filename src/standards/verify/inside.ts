// What the verification of a credential inside of another one means for the outer: its findings, each with its place.
import { failed, type Noted, notRun, passed, warned } from './check.ts'
import type { FindingCode } from './plain-words.ts'
import type { CheckId, Finding, Report } from './report.ts'

/**
 * One finding that sums it up, and all that are not simply good. `lapsed` says what it means for the outer that an inner one is
 * genuine and has expired or was taken back: a record of what was once earned stays true, something shown as valid does not.
 */
export function lookInside(report: Report, path: string, lapsed: 'failed' | 'warned' = 'failed'): readonly Noted[] {
  const { verdict, credential, findings } = report
  const reasons = findings.filter(({ outcome, code }) => outcome !== 'passed' && code !== 'not_asked_yet')
  const values = { path, id: credential?.id, because: reasons.filter(isBad).map(({ code }) => code) }
  const onlyLapsed = isOnlyLapsed(report)
  const isSoft = onlyLapsed && lapsed === 'warned'
  const sums: Readonly<Record<Report['verdict'], Noted>> = {
    trusted: passed('embedded_holds', values),
    undecided: notRun('embedded_unchecked', values),
    untrusted: onlyLapsed ? (isSoft ? warned : failed)('embedded_lapsed', values) : failed('embedded_fails', values),
  }
  return [sums[verdict], ...reasons.map((finding) => placed(finding, path, isSoft))]
}

/** Genuine, and no longer in force. */
export const isOnlyLapsed = ({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>): boolean =>
  verdict === 'untrusted' && findings.every(({ check, outcome }) => lapsing.has(check) || !isBad({ outcome }))

const lapsing: ReadonlySet<CheckId> = new Set(['within_dates', 'status'])
const isBad = ({ outcome }: Pick<Finding, 'outcome'>): boolean => outcome === 'failed' || outcome === 'not_run'

function placed({ outcome, code, values, technical }: Finding, path: string, isSoft: boolean): Noted {
  const deeper = typeof values.path === 'string' ? `${path}.${values.path}` : path
  return {
    outcome: isSoft && outcome === 'failed' ? 'warned' : outcome,
    // A finding's code is a row of `plainWords`; only the report's schema has forgotten which.
    code: code as FindingCode,
    values: { ...values, path: deeper },
    ...(technical === undefined ? {} : { technical }),
  }
}
