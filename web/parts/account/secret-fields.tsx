// Fields that every form about accounts has: e-mail address, password, new password.
import { useTranslations } from 'use-intl'
import { TextField } from '../../ui/text-field.tsx'

export function EmailField({ label, autoComplete = 'username' }: { label?: string; autoComplete?: 'username' | 'email' }) {
  const t = useTranslations()
  return (
    <TextField
      name="email"
      type="email"
      label={label ?? t('account.email')}
      autoComplete={autoComplete}
      inputMode="email"
      dir="ltr"
      maxLength={320}
      required
    />
  )
}

export function PasswordField({ name = 'password', label }: { name?: string; label?: string }) {
  const t = useTranslations()
  return (
    <TextField
      name={name}
      type="password"
      label={label ?? t('account.password')}
      autoComplete="current-password"
      dir="ltr"
      maxLength={200}
      required
    />
  )
}

export function NewPasswordField({ label }: { label?: string }) {
  const t = useTranslations()
  return (
    <TextField
      name="password"
      type="password"
      label={label ?? t('account.newPassword')}
      help={t('account.newPasswordHelp')}
      autoComplete="new-password"
      dir="ltr"
      minLength={10}
      maxLength={200}
      required
    />
  )
}

export function NameField() {
  const t = useTranslations()
  return (
    <TextField
      name="name"
      label={t('account.name')}
      help={t('account.signUp.nameHelp')}
      autoComplete="name"
      dir="auto"
      maxLength={200}
      required
    />
  )
}
