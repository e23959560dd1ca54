// Who was invited, and how that stands; open invitations can be withdrawn.
import { MailPlus } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { type Invitation, invitationStates } from '#domain/people/people.api.ts'
import { changed } from '../../lib/address.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useRoleNames } from '../account/role-names.tsx'

type Props = { invitations: readonly Invitation[]; total: number | undefined; next: string | undefined }

export function InvitationTable({ invitations, total, next }: Props) {
  const t = useTranslations()
  return (
    <>
      <p className="mb-4 text-ink-soft">{t('people.invitations.about')}</p>
      <div className="mb-4">
        <SearchForm label={t('people.invitations.search')} />
      </div>
      <DataTable
        caption={t('people.invitations.caption')}
        what={t('people.invitations.what', { count: total ?? invitations.length })}
        columns={useColumns()}
        rows={invitations}
        idOf={({ id }) => id}
        nameOf={({ email }) => email}
        filters={[
          {
            key: 'state',
            label: t('people.invitations.state'),
            options: invitationStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        total={total}
        next={next}
        empty={
          <EmptyState icon={MailPlus} title={t('people.invitations.none')}>
            {t('people.invitations.noneText')}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<Invitation>[] {
  const t = useTranslations('people.invitations')
  const roleNames = useRoleNames()
  const [search] = useSearchParams()
  return [
    { key: 'email', label: t('email'), always: true, cell: ({ email }) => <bdi>{email}</bdi> },
    { key: 'roles', label: t('roles'), wraps: true, cell: ({ roles }) => roleNames(roles) },
    { key: 'state', label: t('state'), cell: ({ state }) => <StateTag state={state} /> },
    { key: 'sent', label: t('sent'), cell: ({ created }) => <DateText at={created} /> },
    {
      key: 'expires',
      label: t('expires'),
      // what was answered or withdrawn works no more, whenever it would have ended
      cell: ({ expires, state }) =>
        state === 'pending' || state === 'expired' ? <DateText at={expires} form="dateTime" /> : '–',
    },
    {
      key: 'withdraw',
      label: t('act'),
      cell: ({ id, email, state }) =>
        state === 'pending' && (
          <ButtonLink
            to={changed(search, { confirm: 'withdraw', open: id })}
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
