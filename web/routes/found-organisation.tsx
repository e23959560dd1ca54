// Founding an organisation: how it is called, where it is found, and its colour. Its signing key is made with it.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { orProblem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { Letter } from '../parts/account/letter.tsx'
import { sentFields } from '../parts/account/sent-fields.ts'
import { Form } from '../ui/form.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Route } from './+types/found-organisation.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  return null
}

export async function action({ request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const { name = '', slug = '', ...sent } = await sentFields(request)
  const { ok, problem } = await orProblem(api(context).people.foundOrganisation({ name, slug, ...sent }))
  if (problem) return data({ problem, values: { name, slug, ...sent } }, { status: problem.status })
  return redirectSaying(`/o/${ok.slug}`, { tone: 'done', key: 'account.found.done', values: { name: ok.name } })
}

export default function FoundOrganisationScreen({ actionData }: Route.ComponentProps) {
  const t = useTranslations()
  const names = ['name', 'slug', 'url', 'email', 'description', 'accent'] as const
  const labels = Object.fromEntries(names.map((name) => [name, t(`account.found.${name}`)]))
  return (
    <Letter title={t('account.found.title')} lead={<p>{t('account.found.lead')}</p>}>
      <Form problem={actionData?.problem} values={actionData?.values} labels={labels}>
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
        <TextArea
          name="description"
          label={t('account.found.description')}
          required={false}
          rows={3}
          maxLength={2000}
          dir="auto"
        />
        <TextField
          name="accent"
          type="color"
          label={t('account.found.accent')}
          help={t('account.found.accentHelp')}
          defaultValue="#2456a6"
          width="short"
          className="p-1"
        />
        <div>
          <SubmitButton size="large">{t('account.found.action')}</SubmitButton>
        </div>
      </Form>
    </Letter>
  )
}
