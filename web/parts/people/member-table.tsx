// The members, by name; the roles of one of them beside the list.
import { Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Member } from '#domain/people/people.api.ts'
import { roles } from '#domain/people/roles.ts'
import { changed } from '../../lib/address.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { useRoleNames } from '../account/role-names.tsx'

type Props = {
  members: readonly Member[]
  total: number | undefined
  next: string | undefined
  /** Who reads this. */
  me: string
  panel: ReactNode
}

export function MemberTable({ members, total, next, me, panel }: Props) {
  const t = useTranslations()
  const [search] = useSearchParams()
  return (
    <>
      <div className="mb-4">
        <SearchForm label={t('people.search')} />
      </div>
      <DataTable
        caption={t('people.caption')}
        what={t('people.what', { count: total ?? members.length })}
        columns={useColumns(me)}
        rows={members}
        idOf={({ person }) => person.id}
        nameOf={({ person }) => person.name}
        to={({ person }) => changed(search, { open: person.id })}
        filters={[
          {
            key: 'role',
            label: t('people.role'),
            options: roles.map((value) => ({ value, label: t(`role.${value}.name`) })),
          },
        ]}
        total={total}
        next={next}
        empty={
          <EmptyState icon={Users} title={t('people.noMatch')}>
            {t('people.noMatchText')}
          </EmptyState>
        }
        panel={panel}
      />
    </>
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
