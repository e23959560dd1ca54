// Handing over a credential to be checked: as a file, as text, or as a link. Three forms, each with an address of its own.
import { ShieldCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { verificationApi } from '#domain/verification/verification.api.ts'
import type { Problem } from '../../lib/problem.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

export const ways = ['file', 'paste', 'link'] as const
export type Way = (typeof ways)[number]

type Props = { way: Way; problem?: Problem | undefined; values?: Values | undefined }

export function CandidateForm({ way, problem, values }: Props) {
  const t = useTranslations()
  const tabs = ways.map((one) => ({ to: `?by=${one}`, label: t(`verify.by.${one}`), current: one === way }))
  const Fields = fields[way]
  return (
    <>
      <Tabs label={t('verify.by.label')} tabs={tabs} />
      <Form
        key={way}
        action={`/verify?by=${way}`}
        problem={problem}
        values={values}
        labels={{ [fieldOf[way]]: t(`verify.${way}.label`) }}
        {...(way === 'file' ? { encType: 'multipart/form-data' as const } : {})}
      >
        <Fields />
        <div>
          <SubmitButton size="large" icon={ShieldCheck}>
            {t(`verify.${way}.action`)}
          </SubmitButton>
        </div>
      </Form>
    </>
  )
}

/** Way → the name of its field, as the door's schema has it. */
export const fieldOf = { file: 'file', paste: 'credential', link: 'link' } as const satisfies Record<Way, string>

const fields: Record<Way, () => React.ReactNode> = {
  file() {
    const t = useTranslations()
    return (
      <FileDrop
        name="file"
        label={t('verify.file.label')}
        help={t('verify.file.help')}
        accept=".json,.jsonld,.jwt,.png,.svg,application/json,application/ld+json,image/png,image/svg+xml"
        most={verificationApi.verifyFile.upload.most}
        required
      />
    )
  },
  paste() {
    const t = useTranslations()
    return (
      <TextArea
        name="credential"
        label={t('verify.paste.label')}
        help={t('verify.paste.help')}
        required
        rows={10}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        className="max-h-96 font-mono text-fine"
      />
    )
  },
  link() {
    const t = useTranslations()
    return (
      <TextField
        name="link"
        type="url"
        label={t('verify.link.label')}
        help={t('verify.link.help')}
        required
        dir="ltr"
        inputMode="url"
        autoComplete="off"
      />
    )
  },
}
