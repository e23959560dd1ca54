// One release: how it counts up, who is in it and why, what is held, and the act of issuing.
import { data, redirect } from 'react-router'
import { useTranslations } from 'use-intl'
import { lineStates, type Release, verdict } from '#domain/issuing/issuing.api.ts'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { useHere } from '../lib/here.ts'
import { idIn } from '../lib/id-in.ts'
import { listIn, oneOf } from '../lib/list-in.ts'
import { Polling } from '../lib/polling.tsx'
import { orProblem, type Problem } from '../lib/problem.ts'
import { selectedIn } from '../lib/selected-in.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { evidenceRows } from '../parts/intake/evidence-rows.ts'
import { memberNames, type Names } from '../parts/intake/member-names.ts'
import { Who } from '../parts/intake/who.tsx'
import { ReleaseActions } from '../parts/issuing/release-actions.tsx'
import { ReleaseDialogs } from '../parts/issuing/release-dialogs.tsx'
import { ReleaseLines } from '../parts/issuing/release-lines.tsx'
import { ReleaseSummary } from '../parts/issuing/release-summary.tsx'
import { DateText } from '../ui/date-text.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import type { Route } from './+types/release.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const id = idIn('rel', params.release)
  const state = oneOf(lineStates, url.searchParams.get('state'))
  const decided = oneOf(verdict.options, url.searchParams.get('verdict'))
  const [release, lines, names] = await Promise.all([
    client.issuing.readRelease({ id }),
    client.issuing.listLines({ ...listIn(url.searchParams), id, state, verdict: decided, limit: 100 }),
    memberNames(client, acts),
  ])
  const open = lines.items.find((line) => line.id === url.searchParams.get('open'))
  const enrolment = open && acts.includes('intake:read') ? await client.intake.readEnrolment({ id: open.enrolment }) : undefined
  return { release, lines, names, open, rows: open && enrolment ? evidenceRows(enrolment, open.decision.because) : undefined }
}

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const { issuing } = api(context, params.organisation)
  const form = await request.formData()
  const id = idIn('rel', params.release)
  const intent = String(form.get('intent') ?? '')
  const lines = selectedIn('rln', form)
  const here = `${url.pathname}${without(url.searchParams, 'confirm')}`
  if (isLineAct(intent) && lines.length === 0) return redirectSaying(here, { tone: 'warned', key: 'releases.chooseFirst' })
  const work = Object.hasOwn(acts, intent) ? acts[intent]?.(issuing, id, lines, form) : undefined
  if (!work) return data({ intent, problem: unknown }, { status: 400 })
  const { problem } = await orProblem(work)
  if (problem) {
    const answer = { intent, problem, reason: reasonIn(form), fromPanel: form.get('from') === 'panel' }
    return data(answer, { status: problem.status })
  }
  if (isLineAct(intent))
    return redirectSaying(here, { tone: 'done', key: `releases.did.${intent}`, values: { count: lines.length } })
  return redirect(here)
}

const unknown: Problem = { status: 400, type: 'misfit', title: '' }
const lineActs: readonly string[] = ['hold', 'exclude', 'readmit']
const isLineAct = (intent: string) => lineActs.includes(intent)

type Issuing = Client['issuing']
type Lines = Parameters<Issuing['holdLines']>[0]['lines']
type Act = (issuing: Issuing, id: Release['id'], lines: Lines, form: FormData) => Promise<unknown>

const reasonIn = (form: FormData) => String(form.get('reason') ?? '')

const acts: Readonly<Record<string, Act>> = {
  hold: (issuing, id, lines, form) => issuing.holdLines({ id, lines, reason: reasonIn(form) }),
  exclude: (issuing, id, lines, form) => issuing.excludeLines({ id, lines, reason: reasonIn(form) }),
  readmit: (issuing, id, lines) => issuing.readmitLines({ id, lines }),
  issue: (issuing, id, _lines, form) => issuing.confirmRelease({ id, expected: Number(form.get('expected')) }),
  cancel: (issuing, id) => issuing.cancelRelease({ id }),
}

function without(search: URLSearchParams, key: string): string {
  const next = new URLSearchParams(search)
  next.delete(key)
  return next.size > 0 ? `?${next}` : ''
}

export default function ReleaseScreen({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations('releases')
  const { base } = useHere()
  const { release, lines, names, open, rows } = loaderData
  const { state } = release
  const dialog = actionData?.intent === 'issue' || actionData?.intent === 'cancel'
  return (
    <>
      <PageHeader
        title={release.title}
        about={
          <>
            <StateTag state={state} />
            <WhoWhen release={release} names={names} />
          </>
        }
        crumbs={[{ to: `${base}/releases`, label: t('title') }]}
        action={<ReleaseActions release={release} />}
      />
      {(state === 'preparing' || state === 'issuing') && <Polling />}
      <div className="grid gap-6">
        <ReleaseSummary release={release} />
        {state !== 'preparing' && (
          <ReleaseLines release={release} page={lines} open={open} rows={rows} answer={dialog ? undefined : actionData} />
        )}
      </div>
      <ReleaseDialogs release={release} problem={dialog ? actionData?.problem : undefined} />
    </>
  )
}

/** What was done with it, when, and by whom. */
function WhoWhen({ release, names }: { release: Release; names: Names }) {
  const t = useTranslations('releases')
  const done = [
    ['preparedOn', release.created, release.createdBy],
    ['releasedOn', release.released, release.releasedBy],
    ['finishedOn', release.finished, undefined],
    ['cancelledOn', release.cancelled, release.cancelledBy],
  ] as const
  return done.map(
    ([key, at, by]) =>
      at && (
        <span key={key}>
          {t(key)} <DateText at={at} form="dateTime" />
          {by && (
            <>
              {' · '}
              <Who id={by} names={names} />
            </>
          )}
        </span>
      ),
  )
}
