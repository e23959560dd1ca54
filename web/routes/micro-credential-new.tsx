// A new micro-credential: code and title, then on to designing it.
import { data, redirect } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { orProblem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { fieldsIn } from '../parts/design/fields.ts'
import { Form } from '../ui/form.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Route } from './+types/micro-credential-new.ts'

export function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  if (!acts.includes('design:write')) throw data(null, { status: 403 })
  return null
}

export async function action({ request, params, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const values = fieldsIn(await request.formData())
  const { key = '', title = '' } = values
  const { ok, problem } = await orProblem(api(context, params.organisation).design.create({ key, title }))
  if (problem) return data({ problem: problem, values }, { status: problem.status })
  return redirect(`/o/${params.organisation}/micro-credentials/${ok.id}/overview`)
}

export default function NewMicroCredential({ params, actionData }: Route.ComponentProps) {
  const t = useTranslations('design')
  const common = useTranslations('common')
  const list = `/o/${params.organisation}/micro-credentials`
  return (
    <>
      <PageHeader title={t('new')} about={t('create.about')} crumbs={[{ to: list, label: t('title') }]} />
      <Form
        problem={actionData?.problem}
        values={actionData?.values}
        labels={{ title: t('create.title'), key: t('create.key') }}
        refusedAt={{ key_taken: 'key' }}
        className="max-w-2xl"
      >
        <TextField
          name="title"
          label={t('create.title')}
          help={t('create.titleHelp')}
          required
          maxLength={200}
          dir="auto"
          autoFocus
        />
        <TextField
          name="key"
          label={t('create.key')}
          help={t('create.keyHelp')}
          required
          maxLength={100}
          width="medium"
          autoComplete="off"
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t('create.action')}</SubmitButton>
          <ButtonLink to={list} tone="plain">
            {common('cancel')}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}
