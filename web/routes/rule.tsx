// Writing the issuing rule of a micro-credential: the rule, its sentence, a simulation on everybody enrolled, and then a new version.
import { data, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { verdicts } from '#domain/issuing/decision.ts'
import type { Simulation } from '#domain/issuing/issuing.api.ts'
import { issuingRule } from '#domain/issuing/rule.ts'
import type { Id } from '#kernel/id.ts'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { useHere } from '../lib/here.ts'
import { idIn } from '../lib/id-in.ts'
import { oneOf } from '../lib/list-in.ts'
import { orProblem, type Problem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { type EvidenceRow, evidenceRows } from '../parts/intake/evidence-rows.ts'
import { memberNames } from '../parts/intake/member-names.ts'
import { knownLineItems, titlesKnown } from '../parts/issuing/known-line-items.ts'
import { reasonAsked } from '../parts/issuing/reason-meant.ts'
import { RefusedCallout } from '../parts/issuing/refused-callout.tsx'
import { type Draft, draftFrom, draftOf, edited, emptyDraft, ruleFrom } from '../parts/issuing/rule-draft.ts'
import { RuleVersions } from '../parts/issuing/rule-versions.tsx'
import { RuleWorkshop } from '../parts/issuing/rule-workshop.tsx'
import { SimulationResults } from '../parts/issuing/simulation-results.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Route } from './+types/rule.ts'

const pageSize = 25

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const id = idIn('mc', params.microCredential)
  const older = url.searchParams.get('versions') || undefined
  const [microCredential, { items: versions, next }, names, known, newest] = await Promise.all([
    client.design.read({ id }),
    client.issuing.listRules({ microCredential: id, limit: pageSize, after: older }),
    memberNames(client, acts),
    knownLineItems(client, id),
    client.issuing.listRules({ microCredential: id, versions: 'newest' }).then(({ items }) => items[0]),
  ])
  const mayRead = acts.includes('intake:read')
  const asked = draftAsked(url.searchParams)
  const draft = asked.draft ?? (newest ? draftOf(newest.rule) : emptyDraft)
  const wanted = url.searchParams.get('do') === 'simulate'
  return {
    microCredential: { id, key: microCredential.key, title: microCredential.title, state: microCredential.state },
    versions,
    newest,
    older: next,
    names,
    draft,
    asked: asked.draft !== undefined,
    json: asked.json,
    jsonFault: asked.jsonFault,
    note: url.searchParams.get('note') ?? '',
    faults: wanted ? ruleFrom(draft).faults : [],
    known,
    ...(wanted && !asked.jsonFault ? await simulated(client, id, draft, url.searchParams, mayRead) : {}),
  }
}

type Asked = { draft?: Draft; json?: string; jsonFault?: boolean }

/** What the address says of the rule: as JSON, or as the fields of the editor with one change to them. */
function draftAsked(search: URLSearchParams): Asked {
  const json = search.get('json')
  if (json !== null) {
    const read = issuingRule.safeParse(parsed(json))
    return read.success ? { draft: draftOf(read.data), json } : { json, jsonFault: true }
  }
  const typed = draftFrom(search)
  return typed ? { draft: edited(typed, search.get('edit') ?? '') } : {}
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

type Simulated = { simulation?: Simulation; problem?: Problem; rows?: Record<string, EvidenceRow[]> }

async function simulated(
  client: Client,
  microCredential: Id<'mc'>,
  draft: Draft,
  search: URLSearchParams,
  mayRead: boolean,
): Promise<Simulated> {
  const { rule } = ruleFrom(draft)
  if (!rule) return {}
  const { ok, problem } = await orProblem(
    client.issuing.simulate({
      microCredential,
      rule,
      limit: pageSize,
      verdict: oneOf(verdicts, search.get('verdict')),
      reason: reasonAsked(search.get('reason')),
      after: search.get('after') || undefined,
    }),
  )
  if (!ok) return { problem }
  return { simulation: ok, rows: mayRead ? await rowsOf(client, ok.lines) : {} }
}

async function rowsOf(client: Client, lines: Simulation['lines']): Promise<Record<string, EvidenceRow[]>> {
  const found = lines.map(
    async ({ enrolment, decision }): Promise<[string, EvidenceRow[]]> => [
      enrolment,
      evidenceRows(await client.intake.readEnrolment({ id: enrolment }), decision.because),
    ],
  )
  return Object.fromEntries(await Promise.all(found))
}

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const form = await request.formData()
  const draft = draftFrom(form) ?? emptyDraft
  const note = String(form.get('note') ?? '').trim()
  const { rule, faults } = ruleFrom(draft)
  if (!rule) return data({ draft, faults, note, problem: undefined }, { status: 422 })
  const { ok, problem } = await orProblem(
    api(context, params.organisation).issuing.saveRule({
      microCredential: idIn('mc', params.microCredential),
      rule,
      ...(note ? { note } : {}),
    }),
  )
  if (problem) return data({ draft, faults: [], note, problem }, { status: problem.status })
  return redirectSaying(url.pathname, { tone: 'done', key: 'rules.saved', values: { version: ok.version } })
}

export default function RuleScreen({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations('rules')
  const { base } = useHere()
  const [search] = useSearchParams()
  const { microCredential, versions, simulation, rows = {}, problem } = loaderData
  const draft = actionData?.draft ?? loaderData.draft
  const titles = titlesKnown(loaderData.known)
  return (
    <>
      <PageHeader
        title={microCredential.title || microCredential.key}
        about={<bdi>{t('about', { key: microCredential.key })}</bdi>}
        crumbs={[{ to: `${base}/rules`, label: t('title') }]}
      />
      <RuleWorkshop
        key={JSON.stringify([draft, microCredential.id])}
        {...loaderData}
        titles={titles}
        draft={draft}
        asked={loaderData.asked || actionData !== undefined}
        faults={actionData?.faults ?? loaderData.faults}
        note={actionData?.note ?? loaderData.note}
        problem={actionData?.problem}
      />
      {(simulation || problem) && (
        <div id="simulation" className="mt-10 scroll-mt-4">
          <Panel title={t('simulation.title')} about={t('simulation.about')}>
            <RefusedCallout problem={problem} />
            {simulation && <SimulationResults simulation={simulation} rows={rows} titles={titles} />}
          </Panel>
        </div>
      )}
      {versions.length > 0 && !search.has('do') && (
        <div className="mt-10">
          <RuleVersions versions={versions} names={loaderData.names} titles={titles} older={loaderData.older} />
        </div>
      )}
    </>
  )
}
