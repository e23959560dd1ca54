// What happened, as a sentence in the reader's language, and where it leads.
import { useTranslations } from 'use-intl'
import type { Happening } from '#domain/people/people.api.ts'
import { useRoleNames } from '../account/role-names.tsx'
import type { ThingNames } from './thing-names.ts'

type Told = Readonly<Pick<Happening, 'kind' | 'about' | 'detail'>>

/** `names`: what things are called; what has none is called by its kind. */
export function useHappeningText(names: ThingNames): (told: Told) => string {
  const t = useTranslations()
  const thing = useThingName(names)
  const roleNames = useRoleNames()
  return ({ kind, about, detail }) => {
    const key = `event.${kind}` as 'event.key.created' // kinds are declared by the rooms; a test compares them with the catalogue
    if (!t.has(key)) return kind
    return t(key, {
      name: thing(textIn(detail, 'microCredential') ?? about),
      roles: roleNames(listIn(detail, 'roles')),
      before: roleNames(listIn(detail, 'before')),
      after: roleNames(listIn(detail, 'after')),
      number: Number(detail.number ?? 0),
      count: countIn(detail),
      step: textIn(detail, 'step') ?? 'other',
    } as never)
  }
}

/** Set apart, so that a name that reads the other way does not turn the sentence around (Unicode, isolates). */
export function useThingName(names: ThingNames): (id: string) => string {
  const t = useTranslations('history.things')
  return (id) => {
    const name = names[id]
    if (name !== undefined) return `\u2068${name}\u2069`
    const kind = id.split('_')[0] as 'other'
    return t.has(kind) ? t(kind) : t('other')
  }
}

/** The screen of the thing, below the organisation's address; undefined where it has none. */
export function placeOfThing({ about, detail }: Told): string | undefined {
  const of = textIn(detail, 'microCredential')
  return places[about.split('_')[0] ?? '']?.(about, of)
}

const places: Readonly<Record<string, (id: string, microCredential: string | undefined) => string | undefined>> = {
  mc: (id) => `micro-credentials/${id}`,
  rel: (id) => `releases/${id}`,
  imp: (id) => `imports/${id}`,
  cred: (id) => `credentials/${id}`,
  per: (id) => `people?open=${id}`,
  inv: () => 'people/invitations',
  rule: (_, of) => of && `rules/${of}`,
  org: () => 'settings',
  key: () => 'settings',
}

const textIn = (detail: Told['detail'], name: string): string | undefined =>
  typeof detail[name] === 'string' ? detail[name] : undefined

const listIn = (detail: Told['detail'], name: string): string[] =>
  Array.isArray(detail[name]) ? detail[name].filter((entry) => typeof entry === 'string') : []

/** A count that was told, or how many there are. */
function countIn(detail: Told['detail']): number {
  if (typeof detail.count === 'number') return detail.count
  const list = detail.lines ?? detail.credentials
  return Array.isArray(list) ? list.length : 0
}
