// Records: enrolments with all that is known of each, for people one by one and for issuing in bulk.
import type { Inputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import { type Page, page } from '#kernel/page.ts'
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { OutcomeFact } from '#standards/csv/facts.ts'
import { countMerges, shareIntake } from './import-store.ts'
import type { Enrolment, EnrolmentRow, intakeApi } from './intake.api.ts'
import { findLearners, learnerNames } from './learners.ts'
import { type LineItem, listLineItems } from './offerings.ts'
import * as store from './record-store.ts'

type In = Inputs<typeof intakeApi>

export type LearnerRecord = Readonly<{
  enrolment: Id<'enr'>
  learner: Readonly<{ id: Id<'lrn'>; key: string }>
  offering: Id<'off'>
  outcome?: Readonly<{ result: Id<'res'>; value: OutcomeFact['value']; says: string; on?: string }>
  /** A score of `null` was handed in without one. */
  results: readonly Readonly<{
    id: Id<'res'>
    lineItem: Id<'li'>
    score: number | null
    submittedOn?: string
    carriedOver: boolean
  }>[]
}>

type Asked = Readonly<{ offerings: readonly Id<'off'>[]; after?: Id<'enr'> | undefined; limit: number }>

/** For issuing: the records of these offerings in the order of their ids, two statements a page; `next` is the `after` of the next. */
export async function listRecords(ctx: Ctx, asked: Asked): Promise<{ items: LearnerRecord[]; next?: Id<'enr'> }> {
  const rows = await store.listEnrolmentsOf(ctx, asked)
  const items = await withResults(ctx, rows.slice(0, asked.limit))
  const next = rows.length > asked.limit ? items.at(-1)?.enrolment : undefined
  return { items, ...(next ? { next } : {}) }
}

/** For issuing: the records of these enrolments, as far as they exist, in the order of their ids. */
export async function readRecords(ctx: Ctx, enrolments: readonly Id<'enr'>[]): Promise<LearnerRecord[]> {
  return withResults(ctx, await store.listEnrolmentsById(ctx, enrolments))
}

/** For issuing: a number that grows with every import and every undoing. */
export const recordsEdition = (ctx: Ctx): Promise<number> => countMerges(ctx)

/** For issuing, in the transaction that issues: whether the records are still of that edition. If so, they stay so until it ends. */
export async function recordsStand(ctx: Ctx, edition: number): Promise<boolean> {
  await shareIntake(ctx)
  return (await countMerges(ctx)) === edition
}

/** For issuing, in the transaction that issues: from here on the rows behind these enrolments are not undone. Those that (still) exist. */
export const settle = (ctx: Ctx, enrolments: readonly Id<'enr'>[]): Promise<Id<'enr'>[]> => store.updateSettled(ctx, enrolments)

export async function listEnrolments(ctx: Ctx, asked: In['listEnrolments']): Promise<Page<EnrolmentRow>> {
  const learners = asked.search ? (await findLearners(ctx, asked.search)).map(({ id }) => id) : undefined
  const sought = { ...asked, learners }
  const rows = await store.listEnrolmentRows(ctx, sought)
  const { items, ...rest } = page(rows, asked.limit, await store.countEnrolments(ctx, sought))
  const ids = items.map(({ id }) => id)
  const names = await learnerNames(
    ctx,
    items.map(({ learner }) => learner),
  )
  const results = Map.groupBy(await store.listResultsNow(ctx, ids), ({ enrolment }) => enrolment)
  return { ...rest, items: items.map((row) => enrolmentOf(row, names, results.get(row.id) ?? [])) }
}

export async function readEnrolment(ctx: Ctx, { id }: In['readEnrolment']): Promise<Enrolment> {
  const row = found(await store.findEnrolment(ctx, id), id)
  const results = await store.listResults(ctx, id)
  const lineItems = (await listLineItems(ctx, [row.offering])).get(row.offering) ?? []
  const names = await learnerNames(ctx, [row.learner])
  return {
    ...enrolmentOf(
      row,
      names,
      results.filter((one) => one.superseded_by === null),
    ),
    ...(row.starts_on ? { startsOn: row.starts_on } : {}),
    ...(row.ends_on ? { endsOn: row.ends_on } : {}),
    from: placeOf(row),
    outcomes: results.filter((one) => one.line_item === null).map(outcomeShown),
    lineItems: lineItems.map((item) => lineItemShown(item, results)),
  }
}

type ResultNow = Awaited<ReturnType<typeof store.listResultsNow>>[number]
type ResultRow = Awaited<ReturnType<typeof store.listResults>>[number]

async function withResults(ctx: Ctx, rows: Awaited<ReturnType<typeof store.listEnrolmentsOf>>): Promise<LearnerRecord[]> {
  const results = await store.listResultsNow(
    ctx,
    rows.map(({ id }) => id),
  )
  const of = Map.groupBy(results, ({ enrolment }) => enrolment)
  return rows.map(({ id, offering, learner, key }) => ({
    enrolment: id,
    learner: { id: learner, key },
    offering,
    ...outcomeOf(of.get(id) ?? []),
    results: (of.get(id) ?? []).flatMap(scored),
  }))
}

function outcomeOf(results: readonly ResultNow[]): Pick<LearnerRecord, 'outcome'> {
  const row = results.find(({ line_item }) => line_item === null)
  if (!row) return {}
  // stored from an outcome fact
  const value = row.outcome as OutcomeFact['value']
  return { outcome: { result: row.id, value, says: row.says ?? '', ...(row.submitted_on ? { on: row.submitted_on } : {}) } }
}

const scored = ({ id, line_item, score, submitted_on, carried_over }: ResultNow): LearnerRecord['results'] =>
  line_item === null
    ? []
    : [{ id, lineItem: line_item, score, ...(submitted_on ? { submittedOn: submitted_on } : {}), carriedOver: carried_over }]

function enrolmentOf(
  row: store.EnrolmentRow,
  names: Map<Id<'lrn'>, { key: string; name?: string }>,
  results: readonly ResultNow[],
): EnrolmentRow {
  const outcome = results.find(({ line_item }) => line_item === null)?.outcome
  return {
    id: row.id,
    offering: { id: row.offering, key: row.offering_key, title: row.offering_title },
    learner: { id: row.learner, ...found(names.get(row.learner), row.learner) },
    status: row.status,
    ...(outcome ? { outcome } : {}),
    results: results.filter(({ line_item }) => line_item !== null).length,
  }
}

const placeOf = (row: Pick<ResultRow, 'import' | 'file' | 'line' | 'created'>) => ({
  import: row.import,
  file: row.file,
  line: row.line,
  at: row.created.toISOString(),
})

const outcomeShown = (row: ResultRow) => ({
  id: row.id,
  value: row.outcome ?? '',
  says: row.says ?? '',
  from: placeOf(row),
  ...supersededBy(row),
})

const supersededBy = ({ superseded_by }: ResultRow) => (superseded_by ? { supersededBy: superseded_by } : {})

function lineItemShown({ weight, maximum, ...item }: LineItem, results: readonly ResultRow[]): Enrolment['lineItems'][number] {
  return {
    ...item,
    ...(weight === null ? {} : { weight }),
    ...(maximum === null ? {} : { maximum }),
    results: results
      .filter(({ line_item }) => line_item === item.id)
      .map((row) => ({
        id: row.id,
        ...(row.score === null ? {} : { score: row.score }),
        ...(row.submitted_on ? { submittedOn: row.submitted_on } : {}),
        carriedOver: row.carried_over,
        from: placeOf(row),
        ...supersededBy(row),
      })),
  }
}
