// The SQL of enrolments and results.
import { sql } from 'kysely'
import { keyset } from '#db/keyset.ts'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { own } from './import-store.ts'
import type { enrolmentSorts } from './intake.api.ts'

const enrolments = (ctx: Ctx) =>
  ctx.db
    .selectFrom('enrolment')
    .innerJoin('learner', 'learner.id', 'enrolment.learner')
    .where('enrolment.organisation', '=', own(ctx))
    .select(['enrolment.id', 'enrolment.offering', 'enrolment.learner', 'learner.key'])

export const listEnrolmentsOf = (
  ctx: Ctx,
  asked: { offerings: readonly Id<'off'>[]; after?: Id<'enr'> | undefined; limit: number },
) =>
  enrolments(ctx)
    .where(sql<boolean>`enrolment.offering = any(${asked.offerings}::text[])`)
    .$if(asked.after !== undefined, (query) => query.where(sql<boolean>`enrolment.id > ${asked.after}`))
    .orderBy('enrolment.id')
    .limit(asked.limit + 1)
    .execute()

export const listEnrolmentsById = (ctx: Ctx, ids: readonly Id<'enr'>[]) =>
  enrolments(ctx).where(sql<boolean>`enrolment.id = any(${ids}::text[])`).orderBy('enrolment.id').execute()

/** Results that hold now, final outcomes among them. */
export const listResultsNow = (ctx: Ctx, ids: readonly Id<'enr'>[]) =>
  ctx.db
    .selectFrom('result')
    .select(['id', 'enrolment', 'line_item', 'score', 'outcome', 'says', 'submitted_on', 'carried_over'])
    .where('organisation', '=', own(ctx))
    .where(sql<boolean>`enrolment = any(${ids}::text[])`)
    .where('superseded_by', 'is', null)
    .orderBy('id')
    .execute()

/** In the order of the ids, so that two who settle the same enrolments wait for one another instead of colliding. */
export async function updateSettled(ctx: Ctx, ids: readonly Id<'enr'>[]): Promise<Id<'enr'>[]> {
  const { rows } = await sql<{ id: Id<'enr'> }>`
    with held as materialized (
      select id from enrolment where organisation = ${own(ctx)} and id = any(${ids}::text[]) order by id for no key update),
    settled as (update enrolment e set settled = ${ctx.now} from held where e.id = held.id and e.settled is null)
    select id from held order by id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

type Sought = { offering?: Id<'off'> | undefined; learners?: readonly Id<'lrn'>[] | undefined }

const shown = (ctx: Ctx, { offering, learners }: Sought) =>
  ctx.db
    .selectFrom('enrolment as e')
    .innerJoin('learner as l', 'l.id', 'e.learner')
    .innerJoin('offering as o', 'o.id', 'e.offering')
    .where('e.organisation', '=', own(ctx))
    .$if(offering !== undefined, (query) => query.where(sql<boolean>`e.offering = ${offering}`))
    .$if(learners !== undefined, (query) => query.where(sql<boolean>`e.learner = any(${learners}::text[])`))

const columns = [
  'e.id',
  'e.learner',
  'e.status',
  'e.starts_on',
  'e.ends_on',
  'e.import',
  'e.file',
  'e.line',
  'e.created',
  'o.id as offering',
  'o.key as offering_key',
  'o.title as offering_title',
] as const

export type EnrolmentRow = Awaited<ReturnType<typeof listEnrolmentRows>>[number]

const sorted = {
  learner: sql`l.key`,
  offering: sql`o.key`,
  status: sql`e.status`,
  outcome: sql`coalesce((select r.outcome from result r where r.enrolment = e.id and r.line_item is null and r.superseded_by is null), '')`,
}

type Paged = Readonly<{ limit: number; after?: string | undefined; sort?: (typeof enrolmentSorts)[number] | undefined }>

export function listEnrolmentRows(ctx: Ctx, { limit, after, sort, ...sought }: Sought & Paged) {
  const id = sql`e.id`
  const { order, beyond } = keyset({
    ...{ sort, after, id, columns: sorted },
    rowOf: (by, after) =>
      shown(ctx, {})
        .select([by.as('by'), 'e.id'])
        .where(sql<boolean>`e.id = ${after}`),
  })
  return shown(ctx, sought)
    .select(columns)
    .$if(beyond !== undefined, (query) => query.where(beyond ?? sql<boolean>`true`))
    .orderBy(order)
    .limit(limit + 1)
    .execute()
}

export const findEnrolment = (ctx: Ctx, id: Id<'enr'>) => shown(ctx, {}).select(columns).where('e.id', '=', id).executeTakeFirst()

export async function countEnrolments(ctx: Ctx, sought: Sought): Promise<number> {
  const row = await shown(ctx, sought)
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Every result that ever was, oldest first. */
export const listResults = (ctx: Ctx, id: Id<'enr'>) =>
  ctx.db
    .selectFrom('result')
    .selectAll()
    .where('organisation', '=', own(ctx))
    .where('enrolment', '=', id)
    .orderBy('created')
    .orderBy('id')
    .execute()
