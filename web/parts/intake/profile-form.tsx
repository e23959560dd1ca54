// The JSON of a mapping profile, edited or pasted; what is wrong stands above it with its place.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Problem } from '../../lib/problem.ts'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ProfileFaultSummary } from './profile-fault.tsx'
import type { ProfileFault } from './profile-text.ts'

export type ProfileAnswer = Readonly<{
  fault?: ProfileFault | undefined
  problem?: Problem | undefined
  values: Readonly<{ slug?: string | undefined; text: string }>
}>

type Props = {
  answer: ProfileAnswer | undefined
  text: string
  /** Asked for where a new profile is saved. */
  slug?: string
  revision?: number
  children: ReactNode
}

export function ProfileForm({ answer, text, slug, revision, children }: Props) {
  const t = useTranslations('profiles')
  const { fault, problem, values } = answer ?? {}
  const misnamed = fault?.code === 'misnamed' ? { status: 422, type: 'misfit', title: '', issues: [fault.issue] } : undefined
  return (
    <Form
      problem={problem ?? misnamed}
      values={{ slug: values?.slug, text: values?.text }}
      labels={{ slug: t('slug'), text: t('text') }}
      refusedAt={{ profile_shipped: 'slug', ...(slug === undefined ? {} : { conflict: 'slug' }) }}
    >
      {fault && fault.code !== 'misnamed' && <ProfileFaultSummary fault={fault} />}
      {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
      {slug !== undefined && (
        <TextField
          name="slug"
          label={t('slug')}
          help={t('slugHelp')}
          width="medium"
          required
          dir="ltr"
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          data-format="short_name"
          maxLength={64}
          defaultValue={slug}
        />
      )}
      <TextArea
        name="text"
        label={t('text')}
        help={t('textHelp')}
        defaultValue={text}
        required
        rows={24}
        dir="ltr"
        spellCheck={false}
        className="max-h-[70dvh] font-mono text-fine leading-5"
      />
      <div className="flex flex-wrap gap-2">{children}</div>
    </Form>
  )
}
