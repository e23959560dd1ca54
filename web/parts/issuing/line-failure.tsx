// A line of a release as the API gives it, and why one could not be issued.
import { useTranslations } from 'use-intl'
import type * as z from 'zod'
import type { ReleaseLine } from '#domain/issuing/issuing.api.ts'

export type Line = z.output<typeof ReleaseLine>

export function Failure({ code }: { code: string }) {
  const t = useTranslations('releases')
  const key = `failure.${code}` as 'failure.record_gone'
  return t.has(key) ? t(key) : code
}
