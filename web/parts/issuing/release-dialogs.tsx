// Asked again before a release is issued or cancelled: how many, and what cannot be taken back.
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Release } from '#domain/issuing/issuing.api.ts'
import { whyNotMoveRelease } from '#domain/issuing/rules.ts'
import { changed } from '../../lib/address.ts'
import type { Problem } from '../../lib/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

export function ReleaseDialogs({ release: { state, lines }, problem }: { release: Release; problem: Problem | undefined }) {
  const t = useTranslations('releases')
  const [search] = useSearchParams()
  const closeTo = changed(search, { confirm: undefined })
  const asked = search.get('confirm')
  if (asked === 'issue' && !whyNotMoveRelease(state, 'confirm'))
    return (
      <ConfirmDialog
        title={t('issue', { count: lines.ready })}
        {...{ closeTo, problem }}
        action={t('issue', { count: lines.ready })}
        intent="issue"
      >
        <input type="hidden" name="expected" value={lines.ready} />
        <p>{t('willIssue', { count: lines.ready })}</p>
        {lines.held + lines.excluded > 0 && <p>{t('willStayOut', { held: lines.held, excluded: lines.excluded })}</p>}
        <p className="font-semibold">{t('issueIsFinal')}</p>
      </ConfirmDialog>
    )
  if (asked === 'cancel' && !whyNotMoveRelease(state, 'cancel'))
    return (
      <ConfirmDialog title={t('cancel')} {...{ closeTo, problem }} action={t('cancelAction')} intent="cancel" final>
        <p>{t('willCancel')}</p>
      </ConfirmDialog>
    )
  return null
}
