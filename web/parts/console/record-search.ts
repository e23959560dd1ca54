// What the command palette finds besides screens: micro-credentials, credentials, enrolments and offerings.
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { SearchRecords } from '../../ui/palette-search.tsx'

export type RecordKind = 'microCredential' | 'credential' | 'enrolment' | 'offering'

/** Answered by `/o/:organisation/search`. `to` is below the organisation's address. */
export type FoundRecord = Readonly<{ kind: RecordKind; to: string; label: string; key?: string }>

export function useRecordSearch(slug: string): SearchRecords {
  const t = useTranslations('console.found')
  return useCallback(
    async (text, signal) => {
      const response = await fetch(`/o/${slug}/search?${new URLSearchParams({ text })}`, { signal })
      if (!response.ok) throw new Error(`The search answered ${response.status}`)
      const { items } = (await response.json()) as { items: FoundRecord[] }
      return items.map(({ kind, to, label, key }) => ({
        to: `/o/${slug}/${to}`,
        label,
        about: [t(kind), key].filter(Boolean).join(' · '),
      }))
    },
    [slug, t],
  )
}
