// What can be done with an import now; the next step is the primary one.
import { Check, FileSearch, Trash2, Undo2 } from 'lucide-react'
import { Form, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Import } from '#domain/intake/intake.api.ts'
import { whyNotConfirm, whyNotDiscard, whyNotPreview, whyNotUndo } from '#domain/intake/rules.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import { changed } from '../../lib/address.ts'
import { useHere } from '../../lib/here.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { matchNames } from './file-match.ts'
import { changesAnything, useMainThing } from './import-facts.ts'

type Props = { of: Import; profile: MappingProfile | undefined }

export function ImportActions({ of, profile }: Props) {
  const t = useTranslations('imports')
  const { may } = useHere()
  const [search] = useSearchParams()
  const main = useMainThing()
  const asks = (confirm: string) => changed(search, { confirm })
  if (!may('intake:import')) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      {!whyNotDiscard(of) && (
        <ButtonLink to={asks('discard')} preventScrollReset tone="plain" icon={Trash2}>
          {t('discard')}
        </ButtonLink>
      )}
      {of.state === 'imported' && !whyNotUndo(of) && may('intake:undo') && (
        <ButtonLink to={asks('undo')} preventScrollReset icon={Undo2}>
          {t('undo')}
        </ButtonLink>
      )}
      {(of.state === 'open' || of.state === 'failed') && <Preview of={of} profile={profile} />}
      {!whyNotConfirm(of) && changesAnything(of.counts) && (
        <ButtonLink to={asks('import')} preventScrollReset tone="primary" icon={Check}>
          {t('importThese', { what: main(of.counts) })}
        </ButtonLink>
      )}
    </div>
  )
}

function Preview({ of, profile }: Props) {
  const t = useTranslations()
  const why = whyNotPreview(of)
  const match =
    profile &&
    matchNames(
      profile,
      of.files.map(({ name }) => name),
    )
  const missing = match && !match.complete ? t('imports.stillMissing') : undefined
  return (
    <Form method="post">
      <SubmitButton name="intent" value="preview" icon={FileSearch} whyNot={why ? t('imports.noFiles') : missing}>
        {t('imports.preview')}
      </SubmitButton>
    </Form>
  )
}
