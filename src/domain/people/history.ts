// History: what happened in the organisation and who did it, newest first.
import * as z from 'zod'
import type { Inputs } from '#kernel/endpoint.ts'
import { type Page, page } from '#kernel/page.ts'
import type { Ctx } from '#ports/ctx.ts'
import { listEvents } from './history-store.ts'
import type { Happening, peopleApi } from './people.api.ts'

type In = Inputs<typeof peopleApi>

export async function history(ctx: Ctx, { limit, after, about }: In['history']): Promise<Page<Happening>> {
  const { items, ...rest } = page(await listEvents(ctx, { most: limit + 1, after, about }), limit)
  return { items: items.map(shown), ...rest }
}

const detailShape = z.record(z.string(), z.unknown())

const shown = (row: Awaited<ReturnType<typeof listEvents>>[number]): Happening => ({
  id: row.id,
  kind: row.kind,
  about: row.about,
  detail: detailShape.parse(row.detail),
  actor: { id: row.actor, ...(row.name === null ? {} : { name: row.name }) },
  at: row.at.toISOString(),
  ...(row.position === null ? {} : { position: row.position }),
})
