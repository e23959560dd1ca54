// Recording: a room says what it has done, in the transaction in which it does it.
import type { Copy, Ctx } from '#ports/ctx.ts'
import { aboutOf, commitmentOf, type Statement, type StatementKind, saltText } from '#standards/log/statement.ts'
import { copyWaiting, type Entry, insertWaiting } from './store.ts'

/** Run inside the transaction of what the statements say. Twice is once. */
export async function record(ctx: Ctx, statements: readonly Statement[]): Promise<void> {
  if (statements.length > 0) await insertWaiting(ctx, await entriesOf(ctx, statements))
}

/** The same for many at once, in a transaction that can copy. */
export async function recordInBulk(ctx: Ctx, copy: Copy, statements: readonly Statement[]): Promise<void> {
  if (statements.length > 0) await copyWaiting(copy, await entriesOf(ctx, statements))
}

/** Derived anew whenever it is needed, and by nobody else: without it, an entry cannot be told from chance. */
export const saltOf = (ctx: Pick<Ctx, 'keys'>, kind: StatementKind, about: string) =>
  ctx.keys.keyedHash('transparency log salt', saltText(kind, about))

/** What stands, or would stand, in the log. */
export const committed = async (ctx: Pick<Ctx, 'keys'>, statement: Statement) => {
  const about = aboutOf(statement)
  return { about, commitment: commitmentOf(statement, await saltOf(ctx, statement.kind, about)) }
}

const entriesOf = (ctx: Ctx, statements: readonly Statement[]): Promise<Entry[]> =>
  Promise.all(statements.map(async (statement) => ({ kind: statement.kind, ...(await committed(ctx, statement)) })))
