// The first step: what this is, for somebody who has never heard of it.
import { useLocale, useTranslations } from 'use-intl'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { entriesOf, type Fields } from './fields.ts'
import { languageOptions } from './languages.ts'

export function OverviewFields({ fields }: { fields: Fields }) {
  const t = useTranslations('design.field')
  return (
    <>
      <TextField name="title" label={t('title')} help={t('titleHelp')} defaultValue={fields.title} maxLength={200} dir="auto" />
      <TextArea
        name="description"
        label={t('description')}
        help={t('descriptionHelp')}
        defaultValue={fields.description}
        maxLength={5000}
        dir="auto"
      />
      <Languages fields={fields} />
      <TextField
        name="webpage"
        label={t('webpage')}
        help={t('webpageHelp')}
        type="url"
        dir="ltr"
        defaultValue={fields.webpage}
        maxLength={2000}
        required={false}
      />
    </>
  )
}

/** Those that were chosen, and one more to choose. */
function Languages({ fields }: { fields: Fields }) {
  const t = useTranslations('design')
  const chosen = entriesOf(fields, 'language').filter((tag) => tag !== '')
  const options = languageOptions(useLocale(), chosen)
  return (
    <div className="grid gap-3">
      {[...chosen, ''].map((tag, at) => (
        <Select
          key={tag || 'another'}
          name={`language.${at}`}
          label={t('field.languageNumber', { number: at + 1 })}
          {...(at === 0 ? { help: t('field.languageHelp') } : { required: false })}
          placeholder={t('choice.notSaid')}
          options={options}
          defaultValue={tag}
        />
      ))}
    </div>
  )
}
