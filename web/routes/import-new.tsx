// A new import: the mapping profile that says what the files mean, then the files. Nothing is opened before the first of them is there.
import { useState } from 'react'
import { data, redirect } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Profile } from '#domain/intake/intake.api.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { useHere } from '../lib/here.ts'
import type { Problem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { ChooseProfile } from '../parts/intake/choose-profile.tsx'
import { ImportFiles } from '../parts/intake/import-files.tsx'
import { receiveFiles } from '../parts/intake/receive-files.ts'
import { RefusedCallout } from '../parts/issuing/refused-callout.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/import-new.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { items } = await api(context, params.organisation).intake.listProfiles({})
  return { profiles: items, chosen: items.find(({ slug }) => slug === url.searchParams.get('profile')) }
}

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  if (request.headers.get('content-type')?.startsWith('multipart/')) return received({ params, request, context, url })
  const profile = String((await request.formData()).get('profile') ?? '')
  if (profile === '') return data({ problem: notChosen }, { status: 422 })
  return redirect(`${url.pathname}?${new URLSearchParams({ profile })}`)
}

const notChosen: Problem = {
  ...{ status: 422, type: 'misfit', title: '' },
  issues: [{ path: ['profile'], code: 'invalid_type', missing: true }],
}

/** Files of a form without JavaScript: the import is opened when the first one begins to arrive. */
async function received({ params, request, context, url }: Pick<Route.ActionArgs, 'params' | 'request' | 'context' | 'url'>) {
  const client = api(context, params.organisation)
  const profile = url.searchParams.get('profile') ?? ''
  let opened: Awaited<ReturnType<typeof client.intake.openImport>> | undefined
  const { taken, problem } = await receiveFiles(client, request, async () => {
    opened ??= await client.intake.openImport({ profile })
    return opened.id
  })
  if (problem && taken.length === 0) return data({ problem }, { status: problem.status })
  if (!opened) return data({ problem: { status: 409, type: 'no_files', title: '' } satisfies Problem }, { status: 409 })
  const there = `/o/${params.organisation}/imports/${opened.id}`
  return problem ? redirectSaying(there, { tone: 'warned', key: 'imports.notAllArrived' }) : redirect(there)
}

export default function NewImportScreen({ loaderData: { profiles, chosen }, actionData }: Route.ComponentProps) {
  const t = useTranslations('imports')
  const { base } = useHere()
  // chosen before the profile was; they go along to the next step of this screen
  const [files, setFiles] = useState<readonly File[]>([])
  return (
    <>
      <PageHeader title={t('new')} crumbs={[{ to: `${base}/imports`, label: t('title') }]} />
      {chosen ? (
        <ChooseFiles key={chosen.slug} profile={chosen} files={files} problem={actionData?.problem} />
      ) : (
        <ChooseProfile profiles={profiles} files={files} onFiles={setFiles} problem={actionData?.problem} />
      )}
    </>
  )
}

type Props = { profile: Profile; files: readonly File[]; problem: Problem | undefined }

function ChooseFiles({ profile: { slug, title, document }, files, problem }: Props) {
  const t = useTranslations('imports')
  return (
    <div className="grid gap-6">
      <RefusedCallout problem={problem} />
      <p>
        {t('profile')}: <bdi className="font-semibold">{title}</bdi>{' '}
        <Link to="?" preventScrollReset>
          {t('otherProfile')}
        </Link>
      </p>
      <ImportFiles profile={document} files={[]} to={{ opens: slug }} atHand={files} />
    </div>
  )
}
