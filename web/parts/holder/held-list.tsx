// The credentials that somebody holds, each a way to its page.
import { useTranslations } from 'use-intl'
import type { HeldCredential } from '#domain/issuing/issuing.api.ts'
import { Accented } from '../../ui/accented.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Link } from '../../ui/link.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { WithDates } from '../credential/with-dates.tsx'

export function HeldList({ items, next }: { items: readonly HeldCredential[]; next: string | undefined }) {
  const t = useTranslations('holder')
  return (
    <div>
      <ul aria-label={t('list')} className="divide-y divide-line border-y border-line">
        {items.map((held) => (
          <li key={held.id}>
            <Accented accent={held.issuer.accent}>
              <Held {...held} />
            </Accented>
          </li>
        ))}
      </ul>
      {next && <Pagination shown={items.length} next={next} />}
    </div>
  )
}

function Held({ id, title, issuer, issued, validUntil, state }: HeldCredential) {
  const t = useTranslations('holder')
  return (
    <div className="flex items-start gap-4 py-5">
      <Avatar name={issuer.name} square />
      <div className="min-w-0 flex-1">
        <h2 className="font-bold">
          <Link to={`/my/credentials/${id}`}>
            <bdi>{title}</bdi>
          </Link>
        </h2>
        <p className="text-body">
          <bdi>{issuer.name}</bdi>
        </p>
        <p className="mt-1 text-fine text-ink-soft">
          <WithDates text={(date) => t('issued', { date: date ?? '' })} at={[issued]} />
          {validUntil && (
            <>
              {' · '}
              <WithDates text={(date) => t('until', { date: date ?? '' })} at={[validUntil]} />
            </>
          )}
        </p>
      </div>
      <StateTag state={state} />
    </div>
  )
}
