// Asked again before an import is done, discarded or undone: what will happen, in numbers.
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Import } from '#domain/intake/intake.api.ts'
import { changed } from '../../lib/address.ts'
import type { Problem } from '../../lib/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMainThing, useWhatItBrings } from './import-facts.ts'

export function ImportDialogs({ of, problem }: { of: Import; problem: Problem | undefined }) {
  const [search] = useSearchParams()
  const closeTo = changed(search, { confirm: undefined })
  const asked = search.get('confirm')
  if (asked === 'import' && of.state === 'previewed') return <ConfirmImport {...{ of, problem, closeTo }} />
  if (asked === 'discard') return <ConfirmDiscard {...{ of, problem, closeTo }} />
  if (asked === 'undo' && of.state === 'imported') return <ConfirmUndo {...{ of, problem, closeTo }} />
  return null
}

type Props = { of: Import; problem: Problem | undefined; closeTo: string }

function ConfirmImport({ of: { counts, refused }, problem, closeTo }: Props) {
  const t = useTranslations('imports')
  const brings = useWhatItBrings()
  const action = t('importThese', { what: useMainThing()(counts) })
  return (
    <ConfirmDialog title={action} {...{ closeTo, problem, action }} intent="import">
      <p>{t('willImport', { what: brings(counts) })}</p>
      {refused > 0 && <p>{t('stayOut', { count: refused })}</p>}
      <p className="text-ink-soft">{t('canUndo')}</p>
    </ConfirmDialog>
  )
}

function ConfirmDiscard({ problem, closeTo }: Props) {
  const t = useTranslations('imports')
  return (
    <ConfirmDialog title={t('discard')} {...{ closeTo, problem }} action={t('discard')} intent="discard" final>
      <p>{t('willDiscard')}</p>
    </ConfirmDialog>
  )
}

function ConfirmUndo({ of: { counts }, problem, closeTo }: Props) {
  const t = useTranslations('imports')
  const brings = useWhatItBrings()
  const why = problem && `undoWhy.${problem.type}`
  return (
    <ConfirmDialog title={t('undo')} {...{ closeTo, problem }} action={t('undoAction')} intent="undo" final>
      <p>{t('willUndo', { what: brings(counts) })}</p>
      <p className="text-ink-soft">{t('undoRestores')}</p>
      {why && t.has(why as 'undoWhy.import_in_use') && <p className="font-semibold">{t(why as 'undoWhy.import_in_use')}</p>}
    </ConfirmDialog>
  )
}
