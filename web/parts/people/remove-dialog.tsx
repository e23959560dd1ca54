// Asks again before a member is removed.
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Member } from '#domain/people/people.api.ts'
import { changed } from '../../lib/address.ts'
import type { Problem } from '../../lib/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

export function RemoveDialog({ member: { person }, problem }: { member: Member; problem: Problem | undefined }) {
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
