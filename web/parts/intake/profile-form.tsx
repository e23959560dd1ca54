// The JSON of a mapping profile, edited or pasted; what is wrong stands above it with its place.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useIssueText } from '../../lib/issue-text.ts'
import type { Problem } from '../../lib/problem.ts'
import { Callout } from '../../ui/callout.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type ProfileFault, pathText } from './profile-text.ts'

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
  return (
    <Form problem={problem} values={{ slug: values?.slug, text: values?.text }} labels={{ slug: t('slug') }}>
      {fault && <Fault fault={fault} />}
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

function Fault({ fault }: { fault: ProfileFault }) {
  const t = useTranslations('profiles')
  const text = useIssueText()
  if (fault.code === 'not_json')
    return (
      <Callout tone="failed" title={t('notJson')}>
        {fault.line !== undefined && t('notJsonAt', { line: fault.line, column: fault.column ?? 1 })}
      </Callout>
    )
  return (
    <Callout tone="failed" title={t('misfit', { count: fault.issues.length })}>
      <ul className="grid gap-1">
        {fault.issues.slice(0, 20).map((issue) => (
          <li key={`${pathText(issue.path)} ${issue.message}`}>
            <code dir="ltr" className="font-mono text-fine font-semibold">
              {pathText(issue.path) || t('whole')}
            </code>{' '}
            {text(issue)}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
