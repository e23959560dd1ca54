// Who was invited, and how that stands; open invitations can be withdrawn.
import { useTranslations } from 'use-intl'
import type { Invitation } from '#domain/people/people.api.ts'
import type { Column } from '../../ui/column.ts'
import { DateText } from '../../ui/date-text.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useRoleNames } from '../account/role-names.tsx'

export function InvitationList({ invitations }: { invitations: readonly Invitation[] }) {
  const t = useTranslations('people.invitations')
  const columns = useColumns()
  return (
    <Panel title={t('title')} about={t('about')}>
      {invitations.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <PlainTable caption={t('caption')} columns={columns} rows={invitations} idOf={({ id }) => id} />
      )}
    </Panel>
  )
}

function useColumns(): Column<Invitation>[] {
  const t = useTranslations('people.invitations')
  const roleNames = useRoleNames()
  return [
    { key: 'email', label: t('email'), cell: ({ email }) => <bdi>{email}</bdi> },
    { key: 'roles', label: t('roles'), wraps: true, cell: ({ roles }) => roleNames(roles) },
    { key: 'state', label: t('state'), cell: ({ state }) => <StateTag state={state} /> },
    { key: 'sent', label: t('sent'), cell: ({ created }) => <DateText at={created} /> },
    { key: 'expires', label: t('expires'), cell: ({ expires }) => <DateText at={expires} form="dateTime" /> },
    {
      key: 'withdraw',
      label: t('act'),
      cell: ({ id, email, state }) =>
        state === 'pending' && (
          <ButtonLink
            to={`?confirm=withdraw&invitation=${id}`}
            size="small"
            tone="plain"
            preventScrollReset
            aria-label={t('withdrawOf', { email })}
          >
            {t('withdraw')}
          </ButtonLink>
        ),
    },
  ]
}
