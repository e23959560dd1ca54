// History: what happened in the organisation and who did it, newest first.
import * as z from 'zod'
import type { Inputs } from '#kernel/endpoint.ts'
import { type Page, page } from '#kernel/page.ts'
import type { Ctx } from '#ports/ctx.ts'
import { countEvents, listEvents } from './history-store.ts'
import type { Happening, peopleApi } from './people.api.ts'
import { actorKind } from './rules.ts'

type In = Inputs<typeof peopleApi>

export async function history(
  ctx: Ctx,
  { limit, after, about, actor, kind, from, before }: In['history'],
): Promise<Page<Happening>> {
  const asked = { about, actor, kinds: kind?.split(','), from: dateOf(from), before: dateOf(before) }
  const [rows, total] = await Promise.all([listEvents(ctx, { ...asked, most: limit + 1, after }), countEvents(ctx, asked)])
  const { items, ...rest } = page(rows, limit, total)
  return { items: items.map(shown), ...rest }
}

const dateOf = (moment: string | undefined) => (moment === undefined ? undefined : new Date(moment))

const detailShape = z.record(z.string(), z.unknown())

const shown = (row: Awaited<ReturnType<typeof listEvents>>[number]): Happening => ({
  id: row.id,
  kind: row.kind,
  about: row.about,
  detail: detailShape.parse(row.detail),
  actor: {
    id: row.actor,
    ...(row.name === null ? {} : { name: row.name }),
    is: actorKind(row.actor, { member: row.name !== null, joined: Boolean(row.joined) }),
  },
  at: row.at.toISOString(),
  ...(row.number === null ? {} : { number: row.number }),
  ...(row.position === null ? {} : { position: row.position }),
})
