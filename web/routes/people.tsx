// Who belongs to the organisation and in which roles.
import { Users } from 'lucide-react'
import { data, redirect, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { type Role, roles } from '#domain/people/roles.ts'
import type { Client } from '#sdk/sdk.ts'
import { changed } from '../lib/address.ts'
import { api } from '../lib/api.ts'
import { type Flash, redirectSaying } from '../lib/flash.ts'
import { idIn, idMeant } from '../lib/id-in.ts'
import { listIn, oneOf } from '../lib/list-in.ts'
import { orProblem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { MemberPanel } from '../parts/people/member-panel.tsx'
import { MemberTable } from '../parts/people/member-table.tsx'
import { PeopleHead } from '../parts/people/people-head.tsx'
import { RemoveDialog } from '../parts/people/remove-dialog.tsx'
import { rolesIn } from '../parts/people/role-choice.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { Route } from './+types/people.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { id: me } = signedIn(context, url)
  const { slug, acts, roles: held } = membership(context, params.organisation)
  if (!acts.includes('member:read')) throw redirect(`/o/${slug}/people/invitations`)
  const { people } = api(context, slug)
  const search = url.searchParams
  const open = idMeant('per', search.get('open'))
  const [page, owners, opened] = await Promise.all([
    people.listMembers({ ...listIn(search), role: oneOf(roles, search.get('role')), limit: 50 }),
    // whether there is another one is all that has to be known
    people.listMembers({ role: 'owner', limit: 2 }),
    open ? orProblem(people.readMember({ person: open })) : undefined,
  ])
  return {
    ...page,
    me,
    // whoever was removed in the meantime is simply not there
    open: opened?.ok,
    owners: owners.items.map(({ person }) => person.id),
    held: held as readonly Role[], // as the door gave them
    mayChange: acts.includes('member:change'),
  }
}

export async function action({ request, params, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const form = await request.formData()
  const act = acts[String(form.get('intent'))]
  if (!act) throw data(null, { status: 400 })
  const { ok, problem } = await orProblem(act(api(context, params.organisation), form))
  if (problem) return data({ problem }, { status: problem.status })
  // back to the same page of the list, without what was open in it
  const back = changed(url.searchParams, { open: undefined, confirm: undefined })
  return redirectSaying(`/o/${params.organisation}/people${back}`, { tone: 'done', ...ok })
}

const personIn = (form: FormData) => idIn('per', String(form.get('person')))
const nameIn = (form: FormData) => ({ name: String(form.get('name') ?? '').slice(0, 200) })

const acts: Readonly<Record<string, (client: Client, form: FormData) => Promise<Omit<Flash, 'tone'>>>> = {
  roles: async ({ people }, form) => {
    const { person } = await people.changeRoles({ person: personIn(form), roles: rolesIn(form) })
    return { key: 'people.change.done', values: { name: person.name } }
  },
  remove: async ({ people }, form) => {
    await people.removeMember({ person: personIn(form) })
    return { key: 'people.remove.done', values: nameIn(form) }
  },
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const { items, total, next, me, open, owners, held, mayChange } = loaderData
  const t = useTranslations('people')
  const [search] = useSearchParams()
  const confirm = search.get('confirm')
  const problem = actionData?.problem
  const alone = items.length === 1 && search.size === 0
  return (
    <>
      {/* Above the rest: without JavaScript a dialog is part of the page, and must be seen. */}
      {open && mayChange && confirm === 'remove' && <RemoveDialog member={open} problem={problem} />}
      <PeopleHead view="members" />
      <MemberTable
        {...{ members: items, total, next, me }}
        panel={
          open && (
            <MemberPanel
              key={open.person.id}
              member={open}
              owners={owners}
              held={held}
              mayChange={mayChange}
              removeTo={changed(search, { confirm: 'remove' })}
              problem={confirm ? undefined : problem}
            />
          )
        }
      />
      {alone && (
        <EmptyState icon={Users} title={t('invite')}>
          {t('empty')}
        </EmptyState>
      )}
    </>
  )
}
