// The SQL of history: the stream of events, read only, with the names of those who still belong here.
import { type SqlBool, sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

export type EventSearch = Readonly<{
  about?: string | undefined
  actor?: string | undefined
  /** Whole kinds, or what stands before the dot. */
  kinds?: readonly string[] | undefined
  from?: Date | undefined
  before?: Date | undefined
}>

export function listEvents(ctx: Ctx, { most, after, ...asked }: EventSearch & { most: number; after?: string | undefined }) {
  const events = searched(ctx, asked)
    .leftJoin('event_position', 'event_position.event', 'event.id')
    // an actor can also be the operator or the system; row-level security leaves out people who are not members
    .leftJoin('person', (join) => join.onRef('person.id', '=', 'event.actor'))
    .select([
      'event.id',
      'event.kind',
      'event.about',
      'event.detail',
      'event.actor',
      'event.at',
      'event_position.number',
      'event_position.position',
      'person.name',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('event as joined')
          .select('joined.id')
          .whereRef('joined.about', '=', 'event.actor')
          .whereRef('joined.organisation', '=', 'event.organisation')
          .where('joined.kind', '=', 'member.joined'),
      ).as('joined'),
    )
    .orderBy('event.id', 'desc')
    .limit(most)
  return (after === undefined ? events : events.where('event.id', '<', after as Id<'evt'>)).execute()
}

export async function countEvents(ctx: Ctx, asked: EventSearch): Promise<number> {
  const { count } = await searched(ctx, asked)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function searched(ctx: Ctx, { about, actor, kinds, from, before }: EventSearch) {
  // organisation-scoped by the door; row-level security stands behind it
  let query = ctx.db.selectFrom('event').where('event.organisation', '=', ctx.scope as Id<'org'>)
  if (about) query = query.where('event.about', '=', about)
  if (actor) query = query.where('event.actor', '=', actor)
  if (kinds) query = query.where(sql<SqlBool>`(event.kind = any(${kinds}) or split_part(event.kind, '.', 1) = any(${kinds}))`)
  if (from) query = query.where('event.at', '>=', from)
  if (before) query = query.where('event.at', '<', before)
  return query
}
