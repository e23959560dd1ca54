// What an import would do, row by row: staged rows beside what is stored, and every row that was refused.
import { stringify } from 'csv-stringify/sync'
import type { Download, Inputs } from '#kernel/endpoint.ts'
import { type Page, page } from '#kernel/page.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { readImport } from './imports.ts'
import type { intakeApi, RefusedRow, StagedRow } from './intake.api.ts'
import { opened } from './learners.ts'
import { type Beside, listBeside } from './preview-store.ts'
import { mostRefusalsKept } from './row-refusals.ts'
import { fromBase64 } from './staging.ts'
import { listFacts, listRefusals } from './staging-store.ts'

type In = Inputs<typeof intakeApi>

export async function listStaged(ctx: Ctx, { id, kind, limit, after, ...sought }: In['listStaged']): Promise<Page<StagedRow>> {
  const { counts } = await readImport(ctx, { id })
  const rows = await listFacts(ctx, id, { kind, ...sought, limit: limit + 1, after: numberIn(after) })
  const beside = await listBeside(
    ctx,
    id,
    kind,
    rows.map(({ number }) => number),
  )
  const staged = rows.map(async ({ number, effect, file, line, fact }): Promise<StagedRow> => {
    const known = beside.find((one) => one.number === number)
    return {
      id: String(number),
      kind,
      // a check of the table allows nothing else
      effect: effect as StagedRow['effect'],
      file,
      line,
      fact: await shownFact(ctx, fact as Fact), // staged by this room
      ...(known ? await shownBeside(ctx, kind, known) : { names: {} }),
    }
  })
  const { new: fresh, changed, unchanged } = counts[kind] ?? { new: 0, changed: 0, unchanged: 0 }
  const total = sought.effect ? (counts[kind]?.[sought.effect] ?? 0) : fresh + changed + unchanged
  return page(await Promise.all(staged), limit, sought.settled ? undefined : total)
}

type Fact = Readonly<Record<string, unknown>>

/** Opens what was sealed for the waiting. */
async function shownFact(ctx: Ctx, { sealed, wrapped, searchHashes: _, ...fact }: Fact): Promise<Fact> {
  if (typeof sealed !== 'string' || typeof wrapped !== 'string') return fact
  return { ...fact, ...(await opened(ctx, await ctx.keys.unwrap(fromBase64(wrapped)), fromBase64(sealed))) }
}

async function shownBeside(
  ctx: Ctx,
  kind: StagedRow['kind'],
  known: Beside,
): Promise<Pick<StagedRow, 'before' | 'names' | 'enrolment'>> {
  const { before, enrolment, settled, lineItem, maximum } = known
  const stored = known.sealed && known.wrapped ? await opened(ctx, await ctx.keys.unwrap(known.wrapped), known.sealed) : {}
  const learner = known.learner ? (await shownFact(ctx, known.learner)).name : undefined
  const name = typeof learner === 'string' ? learner : stored.name
  return {
    ...(before
      ? { before: kind === 'learner' ? { name: stored.name ?? null, email: stored.email ?? null } : { ...before } }
      : {}),
    names: {
      ...(name === undefined || kind === 'learner' ? {} : { learner: name }),
      ...(lineItem === null ? {} : { lineItem }),
      ...(maximum === null ? {} : { maximum }),
    },
    ...(enrolment ? { enrolment: { id: enrolment, settled } } : {}),
  }
}

export async function listRefused(ctx: Ctx, { id, limit, after }: In['listRefused']): Promise<Page<RefusedRow>> {
  const { refused } = await readImport(ctx, { id })
  return page((await listRefusals(ctx, id, { limit: limit + 1, after: numberIn(after) })).map(refusedRow), limit, refused)
}

function numberIn(cursor: string | undefined): number {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new Refusal('misfit', 'after')
  return Number(cursor ?? 0)
}

export async function downloadRefused(ctx: Ctx, { id }: In['downloadRefused']): Promise<Download> {
  await readImport(ctx, { id })
  const rows = (await listRefusals(ctx, id, { limit: mostRefusalsKept, after: 0 })).map(refusedRow)
  const cells = rows.map(({ file, line, column, code, values }) => [file, line || '', column, code, seenIn(values)])
  // a spreadsheet must not take a value for a formula
  const body = stringify([['file', 'line', 'column', 'code', 'value'], ...cells], { escape_formulas: true })
  return { type: 'text/csv; charset=utf-8', body, name: `refused-${id}.csv` }
}

/** What was seen, or else all that is known. */
function seenIn({ seen, ...others }: RefusedRow['values']): string {
  if (seen === undefined) return Object.keys(others).length > 0 ? JSON.stringify(others) : ''
  return typeof seen === 'string' ? seen : JSON.stringify(seen)
}

const refusedRow = ({ number, values, ...row }: Awaited<ReturnType<typeof listRefusals>>[number]): RefusedRow => ({
  ...row,
  id: String(number),
  values: values as RefusedRow['values'], // written by this room
})
