// The keys that the organisation signs with: the one in use, and those before it.
import { KeyRound } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { organisationsApi } from '#domain/organisations/organisations.api.ts'
import type { Outputs } from '#kernel/endpoint.ts'
import type { Column } from '../../ui/column.ts'
import { Copyable } from '../../ui/copyable.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { StateIcon } from '../../ui/state-tag.tsx'

type Key = Outputs<typeof organisationsApi>['listKeys']['items'][number]

export function SigningKeys({ keys, rotateTo }: { keys: readonly Key[]; rotateTo: string | undefined }) {
  const t = useTranslations('settings.keys')
  const columns = useColumns()
  return (
    <Panel
      title={t('title')}
      about={t('about')}
      actions={
        rotateTo && (
          <ButtonLink to={rotateTo} icon={KeyRound} preventScrollReset>
            {t('rotate')}
          </ButtonLink>
        )
      }
    >
      {keys.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <PlainTable caption={t('caption')} columns={columns} rows={keys} idOf={({ id }) => id} />
      )}
    </Panel>
  )
}

function useColumns(): Column<Key>[] {
  const t = useTranslations('settings.keys')
  return [
    {
      key: 'key',
      label: t('key'),
      cell: ({ publicKeyMultibase }) => <Copyable text={publicKeyMultibase} label={t('copy')} />,
    },
    { key: 'since', label: t('since'), cell: ({ created }) => <DateText at={created} form="dateTime" /> },
    {
      key: 'retired',
      label: t('retired'),
      cell: ({ retired }) =>
        retired ? (
          <DateText at={retired} form="dateTime" />
        ) : (
          <span className="inline-flex items-center gap-1.5 font-semibold text-passed">
            <StateIcon state="passed" size={15} />
            {t('inUse')}
          </span>
        ),
    },
  ]
}
