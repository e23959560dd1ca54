// The head of the screens of people: members and invitations are two views of one thing.
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useHere } from '../../lib/here.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Tabs } from '../../ui/tabs.tsx'

export function PeopleHead({ view }: { view: 'members' | 'invitations' }) {
  const t = useTranslations('people')
  const { base, may } = useHere()
  const tabs = [
    { to: `${base}/people`, label: t('members'), current: view === 'members' },
    { to: `${base}/people/invitations`, label: t('invitations.title'), current: view === 'invitations' },
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        action={
          may('member:invite') && (
            <ButtonLink to={`${base}/people/invite`} tone="primary" icon={UserPlus}>
              {t('invite')}
            </ButtonLink>
          )
        }
      />
      {may('member:read') && may('member:invite') && <Tabs label={t('views')} tabs={tabs} />}
    </>
  )
}
