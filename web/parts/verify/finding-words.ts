// What a finding says in the reader's language.
import { useTranslations } from 'use-intl'
import type { Finding } from '#standards/verify/report.ts'

export function useFindingWords(): (finding: Finding) => string {
  const t = useTranslations()
  return ({ code, values }) => {
    const key = `verify.finding.${code}` as 'verify.finding.expired'
    // a message takes what it names; only the status purpose is named so far
    return t.has(key) ? t(key, { purpose: String(values.purpose ?? '') } as never) : code
  }
}
