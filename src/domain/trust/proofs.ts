// Proofs: whether a statement is in the log as it is made now, and the hashes that lead from it to the last checkpoint.
import { sameBytes } from '#kernel/bytes.ts'
import type { Ctx } from '#ports/ctx.ts'
import { toBase64 } from '#standards/log/base64.ts'
import { inclusionPath } from '#standards/log/proof.ts'
import type { Statement } from '#standards/log/statement.ts'
import { hashesAt } from '#standards/log/tiles.ts'
import { storedTile } from './extending.ts'
import { committed, saltOf } from './recording.ts'
import { listRecordsOf } from './store.ts'
import { findHead } from './tree-store.ts'
import type { LogState } from './trust.api.ts'

/** In the scope of the organisation that made the statement. */
export async function logStateOf(ctx: Ctx, statement: Statement): Promise<LogState> {
  const { about, commitment } = await committed(ctx, statement)
  const records = await listRecordsOf(ctx, statement.kind, [about])
  // what waits although it has its place already is dropped when its turn comes
  const record = records.find(({ position }) => position !== null) ?? records[0]
  if (!record) return { state: 'unrecorded' }
  const { position } = record
  if (!sameBytes(record.commitment, commitment)) return { state: 'altered', ...(position === null ? {} : { index: position }) }
  const { signed_size: size, checkpoint } = await findHead(ctx)
  if (position === null || checkpoint === null || position >= size) return { state: 'pending' }
  const [salt, hashes] = await Promise.all([
    saltOf(ctx, statement.kind, about),
    hashesAt(size, inclusionPath(position, size), storedTile(ctx)),
  ])
  return {
    state: 'recorded',
    statement,
    salt: toBase64(salt),
    index: position,
    treeSize: size,
    hashes: hashes.map(toBase64),
    checkpoint,
  }
}
