// Founding an organisation: how it is called, where it is found, and its colour. Its signing key is made with it.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { orProblem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { Letter } from '../parts/account/letter.tsx'
import { OrganisationFields } from '../parts/account/organisation-fields.tsx'
import { sentFields } from '../parts/account/sent-fields.ts'
import { Form } from '../ui/form.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
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
        <OrganisationFields />
        <div>
          <SubmitButton size="large">{t('account.found.action')}</SubmitButton>
        </div>
      </Form>
    </Letter>
  )
}
