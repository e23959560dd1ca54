// What is asked of whoever founds an organisation.
import { useTranslations } from 'use-intl'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'

export function OrganisationFields() {
  const t = useTranslations()
  return (
    <>
      <TextField
        name="name"
        label={t('account.found.name')}
        help={t('account.found.nameHelp')}
        autoComplete="organization"
        dir="auto"
        minLength={2}
        maxLength={200}
        required
      />
      <TextField
        name="slug"
        label={t('account.found.slug')}
        help={t('account.found.slugHelp')}
        pattern="[a-z0-9]([a-z0-9\-]{0,62}[a-z0-9])?"
        maxLength={64}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        width="medium"
        required
      />
      <TextField
        name="url"
        type="url"
        label={t('account.found.url')}
        help={t('account.found.urlHelp')}
        required={false}
        dir="ltr"
      />
      <TextField
        name="email"
        type="email"
        label={t('account.found.email')}
        help={t('account.found.emailHelp')}
        required={false}
        dir="ltr"
      />
      <TextArea name="description" label={t('account.found.description')} required={false} rows={3} maxLength={2000} dir="auto" />
      <TextField
        name="accent"
        type="color"
        label={t('account.found.accent')}
        help={t('account.found.accentHelp')}
        defaultValue="#2456a6"
        width="short"
        className="p-1"
      />
    </>
  )
}
