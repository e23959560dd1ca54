// Merging, in sets: staged facts into the records. Run inside one transaction, in this order.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { enrolled, offered, ofLineItem, runByKeys } from './by-keys-store.ts'
import { own } from './import-store.ts'

type Kind = 'learner' | 'offering' | 'line_item' | 'enrolment' | 'result' | 'outcome'
export type MergeStep = Readonly<{ kind: Kind; run: (ctx: Ctx, id: Id<'imp'>) => Promise<void> }>

/** course → micro-credential. */
type Links = Readonly<Record<string, Id<'mc'>>>

/** False where a learner has meanwhile got another data key than the one their name was sealed with; nothing is changed then. */
export async function insertKeysOfKnown(ctx: Ctx, id: Id<'imp'>): Promise<boolean> {
  const known = sql`import_fact f where f.organisation = ${own(ctx)} and f.import = ${id} and f.kind = 'learner' and f.effect = 'changed'`
  await sql`insert into learner_key (learner, organisation, wrapped)
    select f.stored, f.organisation, decode(f.fact ->> 'wrapped', 'base64') from ${known} order by 1 on conflict (learner) do nothing`.execute(
    ctx.db,
  )
  const { rows } = await sql`select from learner_key k, ${known} and k.learner = f.stored
    and k.wrapped <> decode(f.fact ->> 'wrapped', 'base64') limit 1`.execute(ctx.db)
  return rows.length === 0
}

export async function listNewCourses(ctx: Ctx, id: Id<'imp'>): Promise<string[]> {
  const { rows } = await sql<{ course: string }>`select distinct fact ->> 'course' as course from import_fact
    where organisation = ${own(ctx)} and import = ${id} and kind = 'offering' and effect = 'new'`.execute(ctx.db)
  return rows.map(({ course }) => course)
}

export const mergeSteps = (links: Links): readonly MergeStep[] => [
  { kind: 'learner', run: mergeLearners },
  { kind: 'offering', run: (ctx, id) => mergeOfferings(ctx, id, links) },
  { kind: 'line_item', run: mergeLineItems },
  { kind: 'enrolment', run: mergeEnrolments },
  { kind: 'result', run: mergeResults },
  { kind: 'outcome', run: mergeOutcomes },
]

const staged = (ctx: Ctx, id: Id<'imp'>, kind: Kind, effect: 'new' | 'changed') =>
  sql`f.organisation = ${own(ctx)} and f.import = ${id} and f.kind = ${kind} and f.effect = ${effect}`

/** Where each row comes from; `from` names the columns of every table that hold it. */
const place = sql`f.digest, f.import, f.file, f.line`
const says = (field: string) => sql`f.fact ->> ${sql.lit(field)}`
const number = (field: string) => sql`(${says(field)})::double precision`
const day = (field: string) => sql`(${says(field)})::date`
const texts = (field: string) => sql`array(select jsonb_array_elements_text(coalesce(f.fact -> ${sql.lit(field)}, '[]')))`
const bytes = (field: string) => sql`decode(${says(field)}, 'base64')`

/** Keeps each row as it was, then says in it what the file says now. Which offering, learner or line item a row is of never changes. */
async function change(
  ctx: Ctx,
  id: Id<'imp'>,
  kind: 'learner' | 'offering' | 'line_item' | 'enrolment',
  set: RawBuilder<unknown>,
) {
  const table = sql.table(kind)
  await sql`insert into import_change (import, target, organisation, before)
    select f.import, t.id, f.organisation, to_jsonb(t) from import_fact f join ${table} t on t.id = f.stored
    where ${staged(ctx, id, kind, 'changed')}`.execute(ctx.db)
  await sql`update ${table} t set ${set}, digest = f.digest, import = f.import, file = f.file, line = f.line
    from import_fact f where t.id = f.stored and ${staged(ctx, id, kind, 'changed')}`.execute(ctx.db)
}

async function mergeLearners(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  await change(ctx, id, 'learner', sql`sealed = ${bytes('sealed')}, search_hashes = ${texts('searchHashes')}`)
  const fresh = staged(ctx, id, 'learner', 'new')
  await sql`insert into learner (id, organisation, key, sealed, search_hashes, digest, import, file, line, created)
    select f.target, f.organisation, f.learner_key, ${bytes('sealed')}, ${texts('searchHashes')}, ${place}, ${ctx.now}
    from import_fact f where ${fresh}`.execute(ctx.db)
  await sql`insert into learner_key (learner, organisation, wrapped) select f.target, f.organisation, ${bytes('wrapped')}
    from import_fact f where ${fresh} and ${says('wrapped')} is not null`.execute(ctx.db)
}

async function mergeOfferings(ctx: Ctx, id: Id<'imp'>, links: Links): Promise<void> {
  const set = sql`course = ${says('course')}, title = ${says('title')}, starts_on = ${day('startsOn')}, ends_on = ${day('endsOn')}`
  await change(ctx, id, 'offering', set)
  await sql`insert into offering (id, organisation, key, course, title, starts_on, ends_on, micro_credential, digest, import, file, line, created)
    select f.target, f.organisation, f.offering_key, ${says('course')}, ${says('title')}, ${day('startsOn')}, ${day('endsOn')},
      ${JSON.stringify(links)}::jsonb ->> (${says('course')}), ${place}, ${ctx.now}
    from import_fact f where ${staged(ctx, id, 'offering', 'new')}`.execute(ctx.db)
}

async function mergeLineItems(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  const set = sql`title = ${says('title')}, category = ${says('category')}, weight = ${number('weight')}, maximum = ${number('maximum')},
    due_on = ${day('dueOn')}`
  await change(ctx, id, 'line_item', set)
  await runByKeys(
    ctx,
    id,
    sql`insert into line_item (id, organisation, offering, key, title, category, weight, maximum, due_on, digest, import, file, line, created)
    select f.target, f.organisation, o.id, f.line_item_key, ${says('title')}, ${says('category')}, ${number('weight')}, ${number('maximum')},
      ${day('dueOn')}, ${place}, ${ctx.now}
    from import_fact f ${offered} where ${staged(ctx, id, 'line_item', 'new')}`,
  )
}

async function mergeEnrolments(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  await change(ctx, id, 'enrolment', sql`status = ${says('status')}, starts_on = ${day('startsOn')}, ends_on = ${day('endsOn')}`)
  await runByKeys(
    ctx,
    id,
    sql`insert into enrolment (id, organisation, offering, learner, status, starts_on, ends_on, digest, import, file, line, created)
    select f.target, f.organisation, o.id, l.id, ${says('status')}, ${day('startsOn')}, ${day('endsOn')}, ${place}, ${ctx.now}
    from import_fact f ${offered} join learner l on l.organisation = f.organisation and l.key = f.learner_key
    where ${staged(ctx, id, 'enrolment', 'new')}`,
  )
}

/** The old result names the new one before that is there; the foreign key waits for the end of the transaction. */
const supersede = (ctx: Ctx, id: Id<'imp'>, kind: 'result' | 'outcome') =>
  sql`update result r set superseded_by = f.target from import_fact f where r.id = f.stored and ${staged(ctx, id, kind, 'changed')}`.execute(
    ctx.db,
  )

const now = (ctx: Ctx, id: Id<'imp'>, kind: 'result' | 'outcome') =>
  sql`f.organisation = ${own(ctx)} and f.import = ${id} and f.kind = ${kind} and f.effect in ('new', 'changed')`

async function mergeResults(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  await supersede(ctx, id, 'result')
  await runByKeys(
    ctx,
    id,
    sql`insert into result (id, organisation, enrolment, line_item, score, submitted_on, carried_over, digest, import, file, line, created)
    select f.target, f.organisation, e.id, i.id, ${number('score')}, ${day('submittedOn')}, (${says('carriedOver')})::boolean, ${place}, ${ctx.now}
    from import_fact f ${enrolled} ${ofLineItem}
    where ${now(ctx, id, 'result')}`,
  )
}

async function mergeOutcomes(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  await supersede(ctx, id, 'outcome')
  await runByKeys(
    ctx,
    id,
    sql`insert into result (id, organisation, enrolment, outcome, says, submitted_on, digest, import, file, line, created)
    select f.target, f.organisation, e.id, ${says('value')}, ${says('says')}, ${day('on')}, ${place}, ${ctx.now}
    from import_fact f ${enrolled} where ${now(ctx, id, 'outcome')}`,
  )
}
