// The third step: how learners show it, and what counts as enough.
import { useTranslations } from 'use-intl'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Fields } from './fields.ts'

const supervisions = ['supervised-id', 'supervised-no-id', 'unsupervised-no-id'] as const

export function AssessmentFields({ fields }: { fields: Fields }) {
  const t = useTranslations('design')
  return (
    <>
      <TextArea
        name="criteria"
        label={t('field.criteria')}
        help={t('field.criteriaHelp')}
        defaultValue={fields.criteria}
        maxLength={10_000}
        rows={6}
        dir="auto"
      />
      <TextField
        name="method"
        label={t('field.method')}
        help={t('field.methodHelp')}
        defaultValue={fields.method}
        maxLength={500}
        required={false}
        dir="auto"
      />
      <RadioGroup
        name="supervisionIdentity"
        label={t('field.supervisionIdentity')}
        help={t('field.supervisionIdentityHelp')}
        defaultValue={fields.supervisionIdentity ?? ''}
        choices={[
          ...supervisions.map((value) => ({ value, label: t(`choice.supervisionIdentity.${value}`) })),
          { value: '', label: t('choice.notSaid') },
        ]}
      />
    </>
  )
}
