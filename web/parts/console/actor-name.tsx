// Who did it: a member, somebody who has left, or nobody of flesh and blood.
import { useTranslations } from 'use-intl'
import type { Happening } from '#domain/people/people.api.ts'

export function ActorName({ actor: { id, name } }: Pick<Happening, 'actor'>) {
  const t = useTranslations('history')
  if (name !== undefined) return <bdi>{name}</bdi>
  return <span className="text-ink-soft">{t(id === 'operator' || id === 'system' ? id : 'somebody')}</span>
}
