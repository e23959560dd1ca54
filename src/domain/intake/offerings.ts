// Offerings: one run of a course, and the micro-credential that it leads to.
import type { Inputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import { type Page, page } from '#kernel/page.ts'
import type { Ctx } from '#ports/ctx.ts'
import * as design from '../design/design.ts'
import type { intakeApi, Offering } from './intake.api.ts'
import {
  countOfferings,
  listByIds,
  listLineItemRows,
  listLinked,
  listOfferingRows,
  listToLink,
  updateLink,
} from './offering-store.ts'

type In = Inputs<typeof intakeApi>

export async function listOfferings(ctx: Ctx, asked: In['listOfferings']): Promise<Page<Offering>> {
  const rows = await listOfferingRows(ctx, asked)
  const items = rows.map((row) => ({ ...offeringOf(row), enrolments: row.enrolments, lineItems: row.line_items }))
  return page(items, asked.limit, await countOfferings(ctx, asked))
}

export async function linkOfferings(ctx: Ctx, { offerings, microCredential }: In['linkOfferings']): Promise<{ linked: number }> {
  if (microCredential) await design.read(ctx, { id: microCredential })
  return ctx.atomically(async (ctx) => {
    const rows = await listToLink(ctx, offerings)
    const byCourse =
      microCredential === undefined ? await design.findByKeys(ctx, [...new Set(rows.map(({ course }) => course))]) : undefined
    const target = byCourse ? (course: string) => byCourse.get(course) : () => microCredential
    let linked = 0
    for (const [to, group] of Map.groupBy(rows, ({ course }) => target(course)))
      if (to !== undefined) linked += await link(ctx, to, group)
    return { linked }
  })
}

async function link(ctx: Ctx, to: Id<'mc'> | null, rows: readonly { id: Id<'off'> }[]): Promise<number> {
  const ids = rows.map(({ id }) => id)
  const moved = await updateLink(ctx, ids, to)
  for (const { id } of moved) await ctx.tell({ kind: 'offering.linked', about: id, detail: { microCredential: to } })
  return moved.length
}

export type LinkedOffering = Omit<Offering, 'enrolments' | 'lineItems'>

/** For issuing: in the order of their ids. */
export async function listOfferingsOf(
  ctx: Ctx,
  { microCredentials }: { microCredentials: readonly Id<'mc'>[] },
): Promise<LinkedOffering[]> {
  return (await listLinked(ctx, microCredentials)).map(offeringOf)
}

/** For showing: those named, in the order of their ids. */
export async function readOfferings(ctx: Ctx, ids: readonly Id<'off'>[]): Promise<LinkedOffering[]> {
  return (await listByIds(ctx, ids)).map(offeringOf)
}

export type LineItem = Readonly<{
  id: Id<'li'>
  key: string
  title: string
  category: string
  /** In any unit; `null` when the source says none. */
  weight: number | null
  /** The score that is full marks; `null` when the source says none. */
  maximum: number | null
  dueOn?: string
}>

/** For issuing: offering → its line items, by due date; an offering without any has no entry. */
export async function listLineItems(ctx: Ctx, offerings: readonly Id<'off'>[]): Promise<Map<Id<'off'>, LineItem[]>> {
  const rows = Map.groupBy(await listLineItemRows(ctx, offerings), ({ offering }) => offering)
  return new Map([...rows].map(([offering, items]) => [offering, items.map(lineItemOf)]))
}

const lineItemOf = ({
  id,
  key,
  title,
  category,
  weight,
  maximum,
  due_on,
}: Awaited<ReturnType<typeof listLineItemRows>>[number]): LineItem => ({
  id,
  key,
  title,
  category,
  weight,
  maximum,
  ...(due_on ? { dueOn: due_on } : {}),
})

const offeringOf = ({
  id,
  key,
  course,
  title,
  starts_on,
  ends_on,
  micro_credential,
}: Awaited<ReturnType<typeof listLinked>>[number]) => ({
  id,
  key,
  course,
  title,
  ...(starts_on ? { startsOn: starts_on } : {}),
  ...(ends_on ? { endsOn: ends_on } : {}),
  ...(micro_credential ? { microCredential: micro_credential } : {}),
})
