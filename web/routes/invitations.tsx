// Who has been invited, and how that stands; open invitations can be withdrawn.
import { data, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { invitationStates } from '#domain/people/people.api.ts'
import { changed } from '../lib/address.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { idIn } from '../lib/id-in.ts'
import { listIn, oneOf } from '../lib/list-in.ts'
import { orProblem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { InvitationTable } from '../parts/people/invitation-table.tsx'
import { PeopleHead } from '../parts/people/people-head.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import type { Route } from './+types/invitations.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug, acts } = membership(context, params.organisation)
  if (!acts.includes('member:invite')) throw data(null, { status: 403 })
  const search = url.searchParams
  return api(context, slug).people.listInvitations({
    ...listIn(search),
    state: oneOf(invitationStates, search.get('state')),
    limit: 50,
  })
}

export async function action({ request, params, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const id = idIn('inv', String((await request.formData()).get('invitation')))
  const { problem } = await orProblem(api(context, params.organisation).people.withdrawInvitation({ id }))
  if (problem) return data({ problem }, { status: problem.status })
  const back = changed(url.searchParams, { confirm: undefined, open: undefined })
  return redirectSaying(`/o/${params.organisation}/people/invitations${back}`, {
    tone: 'done',
    key: 'people.invitations.withdrawn',
  })
}

export default function Invitations({ loaderData: { items, total, next }, actionData }: Route.ComponentProps) {
  const t = useTranslations('people.invitations')
  const [search] = useSearchParams()
  const invitation = items.find(({ id }) => id === search.get('open'))
  return (
    <>
      {invitation && search.get('confirm') === 'withdraw' && (
        <ConfirmDialog
          title={t('withdrawTitle', { email: invitation.email })}
          closeTo={changed(search, { confirm: undefined, open: undefined })}
          intent="withdraw"
          action={t('withdrawConfirm')}
          problem={actionData?.problem}
        >
          <input type="hidden" name="invitation" value={invitation.id} />
          <p>{t('withdrawText')}</p>
        </ConfirmDialog>
      )}
      <PeopleHead view="invitations" />
      <InvitationTable invitations={items} total={total} next={next} />
    </>
  )
}
