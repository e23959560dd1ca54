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
import { type Readiness, readiness } from '../parts/issuing/release-readiness.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Form } from '../ui/form.tsx'
import { ButtonLink, Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateIcon } from '../ui/state-tag.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Route } from './+types/release-new.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const [{ items: microCredentials }, { items: rules }, offerings] = await Promise.all([
    client.design.list({ limit: 200 }),
    client.issuing.listRules({}),
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
          <Form {...actionData} labels={{ title: t('label') }}>
            <TextField name="title" label={t('label')} help={t('nameHelp')} required={false} maxLength={200} />
            <fieldset>
              <legend className="font-semibold">{t('whichMicroCredentials')}</legend>
              <div className="mt-1 grid gap-1">
                {possible.map((one) => (
                  <Checkbox
                    key={one.id}
                    name="microCredentials"
                    value={one.id}
                    defaultChecked
                    label={<bdi className="font-semibold">{one.title}</bdi>}
                    help={t('readyWith', {
                      rule: one.rule ?? 0,
                      version: one.version ?? 0,
                      offerings: one.offerings,
                      enrolments: one.enrolments,
                    })}
                  />
                ))}
              </div>
            </fieldset>
            <Offerings offerings={offerings} />
            <div>
              <SubmitButton>{t('prepareAction')}</SubmitButton>
            </div>
          </Form>
        )}
        {others.length > 0 && <NotReady others={others} />}
      </div>
    </>
  )
}

function Offerings({ offerings }: { offerings: Route.ComponentProps['loaderData']['offerings'] }) {
  const t = useTranslations('releases')
  if (offerings.length < 2) return null
  return (
    <Disclosure summary={t('onlySome')}>
      <fieldset>
        <legend className="text-ink-soft">{t('onlySomeHelp')}</legend>
        <div className="mt-1 grid gap-x-6 sm:grid-cols-2">
          {offerings.map(({ id, key, enrolments }) => (
            <Checkbox
              key={id}
              name="offerings"
              value={id}
              label={
                <>
                  <bdi>{key}</bdi> <span className="figures text-ink-soft">{t('enrolled', { count: enrolments })}</span>
                </>
              }
            />
          ))}
        </div>
      </fieldset>
    </Disclosure>
  )
}

const mending = { no_rule: 'rules', no_published_version: 'micro-credentials', no_offerings: 'offerings' } as const

function NotReady({ others }: { others: readonly Readiness[] }) {
  const t = useTranslations('releases')
  const { base } = useHere()
  return (
    <section aria-labelledby="not-ready" className="border-t border-line pt-4">
      <h2 id="not-ready" className="text-lead font-bold">
        {t('notReady')}
      </h2>
      <ul className="mt-2 grid gap-2">
        {others.map(({ id, title, whyNot = 'no_rule' }) => (
          <li key={id} className="flex items-start gap-2">
            <span className="mt-1">
              <StateIcon state="waiting" size={15} />
            </span>
            <span>
              <bdi className="font-semibold">{title}</bdi>{' '}
              <Link to={whyNot === 'no_offerings' ? `${base}/offerings` : `${base}/${mending[whyNot]}/${id}`}>
                {t(`whyNot.${whyNot}`)}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
