// What a finding says in the reader's language, and which finding explains the verdict.
import { useTranslations } from 'use-intl'
import type { Finding, Report } from '#standards/verify/report.ts'

export function useFindingWords(): (finding: Finding) => string {
  const t = useTranslations()
  return ({ code, values }) => {
    const key = `verify.finding.${code}` as 'verify.finding.expired'
    // a message takes what it names; only the status purpose is named so far
    return t.has(key) ? t(key, { purpose: String(values.purpose ?? '') } as never) : code
  }
}

/** The finding that decided: the first that failed, else the first that could not be run. */
export const causeOf = ({ findings }: Report): Finding | undefined =>
  findings.find(({ outcome }) => outcome === 'failed') ??
  findings.find(({ outcome, code }) => outcome === 'not_run' && code !== 'not_asked_yet')

/** Code → the title that says more than "do not rely on it": a key under `verify.verdict`. */
const titles = {
  signature_wrong: 'changed',
  revoked: 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  not_json: 'unreadable',
  not_a_credential: 'unreadable',
  not_png: 'unreadable',
  png_empty: 'unreadable',
  png_broken: 'unreadable',
} as const

export function titleOf(report: Report): (typeof titles)[keyof typeof titles] | undefined {
  const code = report.verdict === 'untrusted' ? causeOf(report)?.code : undefined
  return code !== undefined && Object.hasOwn(titles, code) ? titles[code as keyof typeof titles] : undefined
}
