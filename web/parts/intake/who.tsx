// The name of whoever did something; said honestly where it is not known.
import { useTranslations } from 'use-intl'
import { usePage } from '../../lib/page.ts'
import type { Names } from './member-names.ts'

export function Who({ id, names }: { id: string; names: Names }) {
  const t = useTranslations('records.who')
  const person = usePage()?.session.person
  const name = names[id] ?? (person?.id === id ? person.name : undefined)
  if (name !== undefined) return <bdi>{name}</bdi>
  return <span className="text-ink-soft">{t(id === 'operator' || id === 'system' ? 'operator' : 'unknown')}</span>
}
