// How the organisation presents itself: the form, with its colour shown as it will be used.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Organisation } from '#domain/organisations/organisations.api.ts'
import type { Problem } from '../../lib/problem.ts'
import { ColourField } from '../../ui/colour-field.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AccentPreview } from './accent-preview.tsx'

type Props = {
  organisation: Organisation
  /** On top of which this is saved. */
  revision: number
  problem: Problem | undefined
  values: Values | undefined
  conflicting: boolean
}

export function PresentationForm({ organisation, revision, problem, values, conflicting }: Props) {
  const t = useTranslations('settings.presentation')
  const [accent, setAccent] = useState(values?.accent ?? organisation.accent)
  return (
    <Form
      problem={problem}
      values={values}
      labels={{
        name: t('name'),
        description: t('description'),
        url: t('url'),
        email: t('email'),
        accent: t('accent'),
      }}
      className="max-w-2xl"
    >
      <input type="hidden" name="revision" value={revision} />
      <Fields organisation={organisation} />
      <ColourField
        name="accent"
        label={t('accent')}
        help={t('accentHelp')}
        defaultValue={organisation.accent}
        onChange={(event) => setAccent(event.currentTarget.value)}
      />
      <AccentPreview accent={accent} />
      <div>
        <SubmitButton name="intent" value="save">
          {conflicting ? t('keepMine') : t('save')}
        </SubmitButton>
      </div>
    </Form>
  )
}

function Fields({ organisation: { name, description, url, email } }: Pick<Props, 'organisation'>) {
  const t = useTranslations('settings.presentation')
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        help={t('nameHelp')}
        required
        minLength={2}
        maxLength={200}
        dir="auto"
        defaultValue={name}
      />
      <TextArea
        name="description"
        label={t('description')}
        help={t('descriptionHelp')}
        required={false}
        maxLength={2000}
        dir="auto"
        defaultValue={description}
      />
      <TextField
        name="url"
        label={t('url')}
        help={t('urlHelp')}
        type="url"
        required={false}
        maxLength={2000}
        dir="ltr"
        defaultValue={url}
      />
      <TextField
        name="email"
        label={t('email')}
        help={t('emailHelp')}
        type="email"
        required={false}
        width="medium"
        maxLength={320}
        dir="ltr"
        defaultValue={email}
      />
    </>
  )
}
