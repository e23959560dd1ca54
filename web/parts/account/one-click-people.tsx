// The people of the demonstration, by organisation: each a button that signs in as them. A real form, so it works without JavaScript.
import { Form } from 'react-router'
import { useTranslations } from 'use-intl'
import type { peopleApi } from '#domain/people/people.api.ts'
import type { Outputs } from '#kernel/endpoint.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { byOrganisation, type Group } from './by-organisation.ts'
import { RoleNames } from './role-names.tsx'

export type CastMember = Outputs<typeof peopleApi>['demonstrationPeople']['items'][number]

type Props = { people: readonly CastMember[]; returnTo?: string | undefined; heading?: 'h2' | 'h3' }

export const OneClickPeople = ({ people, returnTo, heading = 'h3' }: Props) => (
  <div className="grid gap-6">
    {byOrganisation(people).map((group) => (
      <Cast key={group.slug ?? ''} group={group} returnTo={returnTo} Heading={heading} />
    ))}
  </div>
)

/** Whoever is one of several organisations' people enters the one under which they were chosen. */
function Cast({ group, returnTo, Heading }: { group: Group; returnTo: string | undefined; Heading: 'h2' | 'h3' }) {
  const t = useTranslations()
  return (
    <Form method="post" action="/sign-in">
      <input type="hidden" name="returnTo" value={returnTo ?? (group.slug ? `/o/${group.slug}` : '')} />
      <Heading className="mb-2 text-body font-semibold text-ink-soft">
        <bdi>{group.organisation ?? t('account.demo.nowhere')}</bdi>
      </Heading>
      <ul className="grid gap-2 sm:grid-cols-2">
        {group.people.map(({ id, name, roles }) => (
          <li key={id}>
            <button
              type="submit"
              name="person"
              value={id}
              className="flex size-full min-h-14 items-center gap-3 rounded-md border border-line bg-surface px-3 py-2 text-start text-body hover:border-line-strong hover:bg-hover"
            >
              <Avatar name={name} />
              <span className="min-w-0">
                <span className="heard">{t('account.demo.become', { name })}</span>
                <bdi aria-hidden className="block font-semibold">
                  {name}
                </bdi>
                <span className="block text-fine text-ink-soft">
                  <RoleNames roles={roles} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Form>
  )
}
