// One import, from its files over the preview to what became of it.
import { data, redirect } from 'react-router'
import { useTranslations } from 'use-intl'
import { effects, type Import } from '#domain/intake/intake.api.ts'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { useHere } from '../lib/here.ts'
import { idIn } from '../lib/id-in.ts'
import { oneOf } from '../lib/list-in.ts'
import { Polling } from '../lib/polling.tsx'
import { orProblem, type Problem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { ImportActions } from '../parts/intake/import-actions.tsx'
import { ImportBody } from '../parts/intake/import-body.tsx'
import { ImportDialogs } from '../parts/intake/import-dialogs.tsx'
import { kindsInOrder, staged } from '../parts/intake/import-facts.ts'
import type { Shown } from '../parts/intake/import-preview.tsx'
import { memberNames } from '../parts/intake/member-names.ts'
import { receiveFiles } from '../parts/intake/receive-files.ts'
import { Who } from '../parts/intake/who.tsx'
import { DateText } from '../ui/date-text.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import type { Route } from './+types/import.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const of = await client.intake.readImport({ id: idIn('imp', params.import) })
  const [{ ok: profile }, names, shown, issuedOn] = await Promise.all([
    // an own profile may have been deleted since
    orProblem(client.intake.readProfile({ slug: of.profile })),
    memberNames(client, acts),
    shownOf(client, of, url.searchParams),
    issuedOnIn(client, of),
  ])
  return { of, profile: profile && { title: profile.title, document: profile.document }, names, shown, issuedOn }
}

/** The kinds that change something on which a credential was issued; one row of each is enough to know. */
async function issuedOnIn({ intake }: Client, { id, state, counts }: Import) {
  const kinds = (['result', 'outcome', 'enrolment'] as const).filter((kind) => state === 'previewed' && counts[kind]?.changed)
  const rows = await Promise.all(
    kinds.map((kind) => intake.listStaged({ id, kind, effect: 'changed', settled: 'yes', limit: 1 })),
  )
  return rows.flatMap(({ items: [row] }) => (row ? [row.kind] : []))
}

async function shownOf(
  client: Client,
  { id, state, counts, refused }: Import,
  search: URLSearchParams,
): Promise<Shown | undefined> {
  const kinds = state === 'previewed' ? kindsInOrder.filter((kind) => staged(counts, kind) > 0) : []
  const after = search.get('after') || undefined
  const asked = search.get('show')
  const kind = oneOf(kinds, asked) ?? (asked === 'refused' ? undefined : kinds[0])
  if (kind) {
    const effect = oneOf(effects, search.get('effect'))
    const settled = oneOf(['yes'] as const, search.get('settled'))
    return { tab: kind, page: await client.intake.listStaged({ id, kind, effect, settled, after, limit: 25 }) }
  }
  if (refused === 0 || state === 'reading') return undefined
  return { tab: 'refused', page: await client.intake.listRefused({ id, after, limit: 50 }) }
}

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const client = api(context, params.organisation)
  const id = idIn('imp', params.import)
  const here = url.pathname
  if (request.headers.get('content-type')?.startsWith('multipart/')) {
    const { problem } = await receiveFiles(client, request, async () => id)
    return problem ? data({ problem }, { status: problem.status }) : redirect(here)
  }
  const intent = String((await request.formData()).get('intent') ?? '')
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined
  if (!act) return data({ problem: { status: 400, type: 'misfit', title: intent } satisfies Problem }, { status: 400 })
  const { problem } = await orProblem(act.call(client, id))
  if (problem) return data({ problem }, { status: problem.status })
  return act.says ? redirectSaying(here, { tone: 'done', key: act.says }) : redirect(here)
}

type Act = { call: (client: Client, id: Import['id']) => Promise<unknown>; says?: string }

const acts: Readonly<Record<string, Act>> = {
  preview: { call: ({ intake }, id) => intake.previewImport({ id }) },
  import: { call: ({ intake }, id) => intake.confirmImport({ id }) },
  discard: { call: ({ intake }, id) => intake.discardImport({ id }), says: 'imports.discarded' },
  undo: { call: ({ intake }, id) => intake.undoImport({ id }), says: 'imports.undone' },
}

export default function ImportScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { of, profile, names, shown, issuedOn } = loaderData
  const t = useTranslations('imports')
  const { base } = useHere()
  const problem = actionData?.problem
  return (
    <>
      <PageHeader
        title={profile?.title ?? of.profile}
        about={
          <>
            <StateTag state={of.state} />
            <span>
              <DateText at={of.created} form="dateTime" /> · <Who id={of.createdBy} names={names} />
            </span>
          </>
        }
        crumbs={[{ to: `${base}/imports`, label: t('title') }]}
        action={<ImportActions of={of} profile={profile?.document} />}
      />
      {(of.state === 'reading' || of.state === 'importing') && <Polling />}
      <ImportBody {...{ of, shown, issuedOn, problem }} profile={profile?.document} />
      <ImportDialogs of={of} problem={problem} />
    </>
  )
}
