// The contract of trust: what the transparency log answers about a statement, and what an audit finds.
import * as z from 'zod'
import { defineApi } from '#kernel/endpoint.ts'
import type { Refusals } from '#kernel/refusal.ts'
import { logProofSchema } from '#standards/log/log-proof.ts'
import { statementKinds } from '#standards/log/statement.ts'

export const trustRefusals = {
  operator_only: [403, 'Only whoever runs the installation may ask this'],
} as const satisfies Refusals

export const trustActs = {} as const

/**
 * `pending`: it will be in the next checkpoint, within seconds. `unrecorded`: the log does not know it. `altered`: what is stored now is
 * not what was recorded; `index` says where.
 */
export const LogState = z.discriminatedUnion('state', [
  logProofSchema.extend({ state: z.literal('recorded') }),
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.literal('unrecorded') }),
  z.object({ state: z.literal('altered'), index: z.int().optional() }),
])
export type LogState = z.output<typeof LogState>

/** A row that does not agree with the log. `index` is its place there, where it has one. */
export const AuditFinding = z.object({
  code: z.enum(['altered', 'removed', 'unrecorded', 'body_altered', 'body_unreadable']),
  kind: z.enum(statementKinds),
  about: z.string(),
  index: z.int().optional(),
})
export type AuditFinding = z.output<typeof AuditFinding>

/** One page of an organisation's audit; go on after `next`. */
export const AuditPage = z.object({ checked: z.int(), findings: z.array(AuditFinding), next: z.string().optional() })
export type AuditPage = z.output<typeof AuditPage>

const tile = z.object({ level: z.int(), number: z.int() })

/** A part of the log that does not agree with the rest of it: an entry by its place, or a tile by its level and number. */
export const TreeFinding = z.object({
  code: z.enum(['entry_missing', 'entry_altered', 'tile_missing', 'tile_altered', 'root_altered']),
  index: z.int().optional(),
  tile: tile.optional(),
  /** What the entry is about, where that is still known. */
  about: z.string().optional(),
})
export type TreeFinding = z.output<typeof TreeFinding>

export const auditInput = z.object({
  kind: z.enum(statementKinds),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})

export const trustApi = defineApi({
  checkLog: {
    method: 'GET',
    path: '/log-check',
    does: 'Check the tiles of the transparency log against its entries and each other, a few at a time; go on from `next`',
    may: 'signed_in',
    input: z.object({
      level: z.coerce.number().int().min(0).max(6).default(0),
      number: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
    }),
    output: z.object({ size: z.int(), checked: z.int(), findings: z.array(TreeFinding), next: tile.optional() }),
    refusals: ['operator_only'],
  },
})
