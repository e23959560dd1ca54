// Who did it: a member by name; else what is known of them, which is not the same as nothing.
import { useTranslations } from 'use-intl'
import type { Happening } from '#domain/people/people.api.ts'

export function ActorName({ actor }: Pick<Happening, 'actor'>) {
  const t = useTranslations('history.actor')
  if (actor.name !== undefined) return <bdi>{actor.name}</bdi>
  return actor.is === 'member' ? null : <span className="text-ink-soft">{t(actor.is)}</span>
}
