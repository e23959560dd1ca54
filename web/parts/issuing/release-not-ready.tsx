// The micro-credentials that cannot be released yet, each with what keeps it and the way there.
import { useTranslations } from 'use-intl'
import { useHere } from '../../lib/here.ts'
import { Link } from '../../ui/link.tsx'
import { StateIcon } from '../../ui/state-tag.tsx'
import type { Readiness } from './release-readiness.ts'

export function ReleaseNotReady({ others }: { others: readonly Readiness[] }) {
  const t = useTranslations('releases')
  const { base } = useHere()
  return (
    <section aria-labelledby="not-ready" className="border-t border-line pt-4">
      <h2 id="not-ready" className="text-lead font-bold">
        {t('notReady')}
      </h2>
      <ul className="mt-2 grid gap-2">
        {others.map(({ id, title, whyNot = 'no_rule' }) => (
          <li key={id} className="flex items-start gap-2">
            <span className="mt-1">
              <StateIcon state="waiting" size={15} />
            </span>
            <span>
              <bdi className="font-semibold">{title}</bdi>{' '}
              <Link to={`${base}/${mending[whyNot](id)}`}>{t(`whyNot.${whyNot}`)}</Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const mending = {
  no_rule: (id: string) => `rules/${id}`,
  no_published_version: (id: string) => `micro-credentials/${id}`,
  no_offerings: () => 'offerings',
} as const
