// Who belongs to the organisation and in which roles, and who has been invited.
import { UserPlus, Users } from 'lucide-react'
import { data, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Member } from '#domain/people/people.api.ts'
import type { Role } from '#domain/people/roles.ts'
import type { Client } from '#sdk/sdk.ts'
import { changed } from '../lib/address.ts'
import { api } from '../lib/api.ts'
import { type Flash, redirectSaying } from '../lib/flash.ts'
import { idIn } from '../lib/id-in.ts'
import { orProblem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { useRoleNames } from '../parts/account/role-names.tsx'
import { InvitationList } from '../parts/people/invitation-list.tsx'
import { MemberPanel } from '../parts/people/member-panel.tsx'
import { rolesIn } from '../parts/people/role-choice.tsx'
import type { Column } from '../ui/column.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/people.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { id: me } = signedIn(context, url)
  const { slug, acts, roles } = membership(context, params.organisation)
  const { people } = api(context, slug)
  const may = (act: string) => acts.includes(act)
  const [members, invitations] = await Promise.all([
    may('member:read') ? people.listMembers({}) : { items: [] },
    may('member:invite') ? people.listInvitations({}) : { items: [] },
  ])
  return {
    me,
    slug,
    members: members.items,
    invitations: invitations.items,
    held: roles as readonly Role[], // as the door gave them
    mayInvite: may('member:invite'),
    mayChange: may('member:change'),
  }
}

export async function action({ request, params, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const form = await request.formData()
  const act = acts[String(form.get('intent'))]
  if (!act) throw data(null, { status: 400 })
  const { ok, problem } = await orProblem(act(api(context, params.organisation), form))
  if (problem) return data({ problem }, { status: problem.status })
  return redirectSaying(`/o/${params.organisation}/people`, { tone: 'done', ...ok })
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
  withdraw: async ({ people }, form) => {
    await people.withdrawInvitation({ id: idIn('inv', String(form.get('invitation'))) })
    return { key: 'people.invitations.withdrawn' }
  },
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const { members, invitations, slug, held, mayInvite, mayChange } = loaderData
  const t = useTranslations('people')
  const [search] = useSearchParams()
  const columns = useColumns(loaderData.me)
  const confirm = search.get('confirm')
  const open = members.find(({ person }) => person.id === search.get('open'))
  const invitation = invitations.find(({ id }) => id === search.get('invitation'))
  const problem = actionData?.problem
  return (
    <>
      {/* Above the rest: without JavaScript a dialog is part of the page, and must be seen. */}
      {open && mayChange && confirm === 'remove' && <RemoveDialog member={open} problem={problem} />}
      {invitation && confirm === 'withdraw' && (
        <ConfirmDialog
          title={t('invitations.withdrawTitle', { email: invitation.email })}
          closeTo={changed(search, { confirm: undefined, invitation: undefined })}
          intent="withdraw"
          action={t('invitations.withdrawConfirm')}
          problem={problem}
        >
          <input type="hidden" name="invitation" value={invitation.id} />
          <p>{t('invitations.withdrawText')}</p>
        </ConfirmDialog>
      )}
      <PageHeader
        title={t('title')}
        action={
          mayInvite && (
            <ButtonLink to={`/o/${slug}/people/invite`} tone="primary" icon={UserPlus}>
              {t('invite')}
            </ButtonLink>
          )
        }
      />
      {members.length > 0 && (
        <DataTable
          caption={t('caption')}
          what={t('what', { count: members.length })}
          columns={columns}
          rows={members}
          idOf={({ person }) => person.id}
          nameOf={({ person }) => person.name}
          to={({ person }) => changed(search, { open: person.id })}
          total={members.length}
          empty={null}
          panel={
            open && (
              <MemberPanel
                key={open.person.id}
                member={open}
                owners={members.filter(({ roles }) => roles.includes('owner')).map(({ person }) => person.id)}
                held={held}
                mayChange={mayChange}
                removeTo={changed(search, { confirm: 'remove' })}
                problem={confirm ? undefined : problem}
              />
            )
          }
        />
      )}
      {members.length === 1 && (
        <EmptyState icon={Users} title={t('invite')}>
          {t('empty')}
        </EmptyState>
      )}
      {mayInvite && (
        <div className="mt-8">
          <InvitationList invitations={invitations} />
        </div>
      )}
    </>
  )
}

function RemoveDialog({
  member: { person },
  problem,
}: {
  member: Member
  problem: Parameters<typeof MemberPanel>[0]['problem']
}) {
  const t = useTranslations('people.remove')
  const [search] = useSearchParams()
  return (
    <ConfirmDialog
      final
      title={t('title', { name: person.name })}
      closeTo={changed(search, { confirm: undefined })}
      intent="remove"
      action={t('confirm', { name: person.name })}
      problem={problem}
    >
      <input type="hidden" name="person" value={person.id} />
      <input type="hidden" name="name" value={person.name} />
      <p>{t('text')}</p>
    </ConfirmDialog>
  )
}

function useColumns(me: string): Column<Member>[] {
  const t = useTranslations('people')
  const roleNames = useRoleNames()
  return [
    {
      key: 'name',
      label: t('name'),
      always: true,
      cell: ({ person }) => (
        <>
          <bdi>{person.name}</bdi>
          {person.id === me && <span className="font-normal text-ink-soft"> ({t('you')})</span>}
        </>
      ),
    },
    { key: 'roles', label: t('roles'), wraps: true, cell: ({ roles }) => roleNames(roles) },
    { key: 'email', label: t('email'), cell: ({ person }) => <bdi>{person.email}</bdi> },
    { key: 'since', label: t('since'), cell: ({ since }) => <DateText at={since} /> },
  ]
}
