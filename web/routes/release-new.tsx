// Preparing a release: of which micro-credentials, and for which offerings. Nothing is issued by it.

import { PackageCheck } from 'lucide-react'
import { data, redirect } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { useHere } from '../lib/here.ts'
import { orProblem, type Problem } from '../lib/problem.ts'
import { selectedIn } from '../lib/selected-in.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { ReleaseChoice } from '../parts/issuing/release-choice.tsx'
import { ReleaseNotReady } from '../parts/issuing/release-not-ready.tsx'
import { readiness } from '../parts/issuing/release-readiness.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/release-new.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const [{ items: microCredentials }, { items: rules }, offerings] = await Promise.all([
    client.design.list({ limit: 200 }),
    client.issuing.listRules({ versions: 'newest', limit: 200 }),
    acts.includes('intake:read') ? allOfferings(client) : [],
  ])
  return {
    ready: readiness({ microCredentials, rules, offerings }),
    offerings: offerings
      .filter(({ microCredential }) => microCredential !== undefined)
      .map(({ id, key, enrolments }) => ({ id, key, enrolments })),
  }
}

/** A form can name so many; whoever has more leaves them out and means all. */
async function allOfferings({ intake }: Client) {
  const first = await intake.listOfferings({ limit: 200 })
  const second = first.next ? await intake.listOfferings({ limit: 200, after: first.next }) : { items: [] }
  return [...first.items, ...second.items]
}

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const form = await request.formData()
  const title = String(form.get('title') ?? '').trim()
  const microCredentials = selectedIn('mc', form, 'microCredentials')
  const offerings = selectedIn('off', form, 'offerings')
  if (microCredentials.length === 0) return data({ problem: nothingChosen, values: { title } }, { status: 422 })
  const { ok, problem } = await orProblem(
    api(context, params.organisation).issuing.prepareRelease({
      microCredentials,
      ...(title ? { title } : {}),
      ...(offerings.length > 0 ? { offerings } : {}),
    }),
  )
  if (problem) return data({ problem, values: { title } }, { status: problem.status })
  return redirect(`/o/${params.organisation}/releases/${ok.id}`)
}

const nothingChosen: Problem = { status: 422, type: 'nothing_to_release', title: '' }

export default function NewReleaseScreen({ loaderData: { ready, offerings }, actionData }: Route.ComponentProps) {
  const t = useTranslations('releases')
  const { base } = useHere()
  const possible = ready.filter(({ whyNot }) => !whyNot)
  const others = ready.filter(({ whyNot }) => whyNot)
  return (
    <>
      <PageHeader title={t('prepare')} about={t('prepareAbout')} crumbs={[{ to: `${base}/releases`, label: t('title') }]} />
      <div className="grid max-w-3xl gap-8">
        {possible.length === 0 ? (
          <EmptyState
            icon={PackageCheck}
            title={t('nothingReadyTitle')}
            action={<ButtonLink to={`${base}/rules`}>{t('toRules')}</ButtonLink>}
          >
            {t('nothingReadyText')}
          </EmptyState>
        ) : (
          <ReleaseChoice possible={possible} offerings={offerings} answer={actionData} />
        )}
        {others.length > 0 && <ReleaseNotReady others={others} />}
      </div>
    </>
  )
}
