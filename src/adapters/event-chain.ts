// The chain over all events of an installation: each link is a hash of the one before and of the event, so that no row can be edited unseen.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { jcs } from '#standards/vc/jcs.ts'
import type { Json } from '#standards/vc/json.ts'

export type ChainedEvent = {
  id: string
  organisation: string | null
  kind: string
  about: string
  detail: Json
  actor: string
  at: string
}

/** The columns of `event e` as they are chained; the time to the microsecond, which a JavaScript date would round. */
export const chainedColumns = `e.id, e.organisation, e.kind, e.about, e.detail, e.actor,
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`

export const beginningOfChain = (): Uint8Array => new Uint8Array(32)

/** SHA-256(previous ‖ canonical JSON of the event), RFC 8785. */
export const linkAfter = (previous: Uint8Array, { id, organisation, kind, about, detail, actor, at }: ChainedEvent): Buffer =>
  createHash('sha256').update(previous).update(jcs({ id, organisation, kind, about, detail, actor, at })).digest()

export type ChainReport = Readonly<{
  /** How many links were found whole. */
  checked: number
  /** The last position and link that hold. Written down elsewhere, it also shows when the end was cut off, which the chain alone cannot. */
  position: number
  chain: Uint8Array
  /** The first position that is missing or does not fit its event. */
  brokenAt?: number
}>

/** Follows the chain from position `from` (1 unless said; the link before it is believed), in pages. `pool` must see all organisations. */
export async function checkChain(pool: pg.Pool, from = 1): Promise<ChainReport> {
  let report: ChainReport = { checked: 0, position: from - 1, chain: await linkAt(pool, from - 1) }
  for (;;) {
    const rows = await placedAfter(pool, report.position)
    for (const row of rows) {
      const next = report.position + 1
      if (row.position !== next || row.owner !== row.organisation || !row.chain.equals(linkAfter(report.chain, row)))
        return { ...report, brokenAt: next }
      report = { checked: report.checked + 1, position: next, chain: row.chain }
    }
    if (rows.length < pageSize) return report
  }
}

const pageSize = 1000

async function linkAt(pool: pg.Pool, position: number): Promise<Uint8Array> {
  if (position === 0) return beginningOfChain()
  const { rows } = await pool.query<{ chain: Buffer }>('select chain from event_position where position = $1', [position])
  if (!rows[0]) throw new RangeError(`there is no position ${position}`)
  return rows[0].chain
}

type PlacedEvent = ChainedEvent & { position: number; owner: string | null; chain: Buffer }

const placedAfter = async (pool: pg.Pool, position: number) =>
  (
    await pool.query<PlacedEvent>(
      `select p.position::float8 as position, p.organisation as owner, p.chain, ${chainedColumns}
       from event_position p join event e on e.id = p.event where p.position > $1 order by p.position limit ${pageSize}`,
      [position],
    )
  ).rows
