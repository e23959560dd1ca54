// Opening an import: which mapping profile says what the files mean. The files come next.
import { data, redirect } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { useHere } from '../lib/here.ts'
import { orProblem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { Form } from '../ui/form.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { Route } from './+types/import-new.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { items } = await api(context, params.organisation).intake.listProfiles({})
  return { profiles: items, chosen: url.searchParams.get('profile') }
}

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const profile = String((await request.formData()).get('profile') ?? '')
  const { ok, problem } = await orProblem(api(context, params.organisation).intake.openImport({ profile }))
  if (problem) return data({ problem, values: { profile } }, { status: problem.status })
  return redirect(`/o/${params.organisation}/imports/${ok.id}`)
}

export default function NewImportScreen({ loaderData: { profiles, chosen }, actionData }: Route.ComponentProps) {
  const t = useTranslations('imports')
  const { base } = useHere()
  return (
    <>
      <PageHeader title={t('new')} crumbs={[{ to: `${base}/imports`, label: t('title') }]} />
      <div className="max-w-2xl">
        <Form {...actionData} labels={{ profile: t('whichProfile') }}>
          <RadioGroup
            name="profile"
            label={t('whichProfile')}
            help={t('whichProfileHelp')}
            defaultValue={chosen ?? profiles[0]?.slug ?? ''}
            choices={profiles.map(({ slug, title, description, document }) => ({
              value: slug,
              label: <bdi className="font-semibold">{title}</bdi>,
              help: (
                <>
                  <bdi>{description}</bdi>
                  <span className="block">
                    {t('needs')} <bdi dir="ltr">{document.files.map(({ names }) => names[0]).join(', ')}</bdi>
                  </span>
                </>
              ),
            }))}
          />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>{t('chooseFiles')}</SubmitButton>
            <Link to={`${base}/profiles`}>{t('otherShape')}</Link>
          </div>
        </Form>
      </div>
    </>
  )
}
