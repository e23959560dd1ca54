// The gallery's forms: every kind of field, as it is at first, with something wrong, and the question before something final.
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Problem } from '../../lib/problem.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

export type FormAnswer = { problem: Problem; values: Values } | undefined

export function Forms({ answer }: { answer: FormAnswer }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  return (
    <div className="grid gap-8">
      {search.get('confirm') === 'revoke' && (
        <ConfirmDialog title={t('gallery.forms.confirmTitle')} action={t('gallery.forms.open')} intent="revoke" closeTo="?" final>
          <p className="measure">{t('gallery.forms.confirmText')}</p>
          <TextArea
            name="reason"
            label={t('gallery.forms.reason')}
            help={t('gallery.forms.reasonHelp')}
            required
            minLength={3}
            rows={2}
          />
        </ConfirmDialog>
      )}
      <Panel title={t('gallery.forms.title')}>
        <Form
          problem={answer?.problem}
          values={answer?.values}
          labels={{ name: t('gallery.forms.name'), email: t('gallery.forms.email') }}
          className="max-w-2xl"
        >
          <Texts />
          <Choices />
          <FileDrop
            name="files"
            label={t('gallery.forms.files')}
            help={t('gallery.forms.filesHelp')}
            accept=".csv"
            most={500_000_000}
            many
          />
          <div className="flex gap-3">
            <SubmitButton name="intent" value="save">
              {t('gallery.forms.save')}
            </SubmitButton>
          </div>
        </Form>
      </Panel>
      <Panel title={t('gallery.forms.confirm')}>
        <ButtonLink to="?confirm=revoke" tone="final" preventScrollReset>
          {t('gallery.forms.open')}
        </ButtonLink>
      </Panel>
    </div>
  )
}

function Texts() {
  const t = useTranslations()
  return (
    <>
      <TextField name="name" label={t('gallery.forms.name')} help={t('gallery.forms.nameHelp')} required minLength={3} />
      <TextArea
        name="description"
        label={t('gallery.forms.description')}
        help={t('gallery.forms.descriptionHelp')}
        required={false}
      />
      <TextField name="email" type="email" label={t('gallery.forms.email')} autoComplete="email" width="medium" required />
      <NumberField name="hours" label={t('gallery.forms.hours')} unit={t('gallery.forms.hoursUnit')} required={false} />
    </>
  )
}

function Choices() {
  const t = useTranslations()
  return (
    <>
      <Select
        name="level"
        label={t('gallery.forms.level')}
        placeholder={t('gallery.forms.choose')}
        options={[
          { value: '5', label: t('gallery.forms.level5') },
          { value: '6', label: t('gallery.forms.level6') },
        ]}
      />
      <RadioGroup
        name="delivery"
        label={t('gallery.forms.delivery')}
        defaultValue="mixed"
        choices={[
          { value: 'campus', label: t('gallery.forms.onCampus') },
          { value: 'online', label: t('gallery.forms.online'), help: t('gallery.forms.onlineHelp') },
          { value: 'mixed', label: t('gallery.forms.mixed') },
        ]}
      />
      <Checkbox name="listed" value="yes" label={t('gallery.forms.terms')} help={t('gallery.forms.termsHelp')} />
      <Switch name="notify" label={t('gallery.forms.notify')} defaultChecked />
    </>
  )
}
