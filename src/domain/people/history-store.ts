// The SQL of history: the stream of events, read only, with the names of those who still belong here.
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

export type Asked = Readonly<{ most: number; after?: string | undefined; about?: string | undefined }>

export function listEvents(ctx: Ctx, { most, after, about }: Asked) {
  const events = ctx.db
    .selectFrom('event')
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
      'event_position.position',
      'person.name',
    ])
    // organisation-scoped by the door; row-level security stands behind it
    .where('event.organisation', '=', ctx.scope as Id<'org'>)
    .orderBy('event.id', 'desc')
    .limit(most)
  const since = after === undefined ? events : events.where('event.id', '<', after as Id<'evt'>)
  return (about === undefined ? since : since.where('event.about', '=', about)).execute()
}
