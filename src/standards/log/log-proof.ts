// The proof that a statement is in the log, as a file for anybody, and the questions asked of it. No server is needed for the answers.
import { sha256 } from '@noble/hashes/sha2.js'
import * as z from 'zod'
import { toHex } from '#kernel/bytes.ts'
import { fromBase64 } from './base64.ts'
import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { provesInclusion } from './proof.ts'
import { type NoteKey, openNote, textOf } from './signed-note.ts'
import { commitmentOf, type Statement, statementSchema } from './statement.ts'
import { hashLength, leafHash } from './tree-hash.ts'

const hash = z.string().refine((text) => fromBase64(text)?.length === hashLength, 'base64 of 32 bytes')

/** `salt` and `hashes` in base64; `index` counts from 0; `hashes` from the leaf upwards (RFC 6962, 2.1.1); `checkpoint` is a signed note. */
export const logProofSchema = z.object({
  statement: statementSchema,
  salt: hash,
  index: z.int().min(0),
  treeSize: z.int().min(1),
  hashes: z.array(hash).max(64),
  checkpoint: z.string().max(10_000),
})
export type LogProof = z.output<typeof logProofSchema>

/** One question's answer. */
export type LogFinding = Readonly<{
  code: keyof typeof outcomes
  outcome: 'passed' | 'failed' | 'not_run'
  values: Readonly<Record<string, string | number>>
}>

const outcomes = {
  signature_holds: 'passed',
  signature_fails: 'failed',
  signature_missing: 'failed',
  no_key: 'not_run',
  no_checkpoint: 'not_run',
  checkpoint_unreadable: 'failed',
  another_log: 'failed',
  included: 'passed',
  not_included: 'failed',
  document_matches: 'passed',
  document_differs: 'failed',
  same_checkpoint: 'passed',
  only_grown: 'passed',
  not_grown: 'failed',
  no_tiles: 'not_run',
} as const

export const logFinding = (code: LogFinding['code'], values: LogFinding['values'] = {}): LogFinding => ({
  code,
  outcome: outcomes[code],
  values,
})

/** What a saved checkpoint says, and whether the log's key signed it. Without a key it is read, and that is said. */
export async function checkCheckpoint(
  note: string,
  key: NoteKey | undefined,
): Promise<{ checkpoint?: Checkpoint; findings: LogFinding[] }> {
  const opened = key && (await openNote(note, key))
  const checkpoint = readCheckpoint(textOf(note) ?? '')
  if (!checkpoint) return { findings: [logFinding('checkpoint_unreadable')] }
  const { origin, size } = checkpoint
  if (!key || !opened) return { checkpoint, findings: [logFinding('no_key', { origin, size })] }
  if (key.name !== origin) return { checkpoint, findings: [logFinding('another_log', { origin, expected: key.name })] }
  return { checkpoint, findings: [logFinding(`signature_${opened.signature}`, { origin, size })] }
}

/** All findings: about the checkpoint, the way to it, and, where a document is given, whether it is the one that was recorded. */
export async function checkLogProof(
  proof: LogProof,
  { key, document }: { key?: NoteKey | undefined; document?: Uint8Array | undefined },
): Promise<{ checkpoint?: Checkpoint; findings: LogFinding[] }> {
  const { checkpoint, findings } = await checkCheckpoint(proof.checkpoint, key)
  if (!checkpoint) return { findings }
  const leads = provesInclusion(
    {
      index: proof.index,
      leaf: leafHash(commitmentOf(proof.statement, bytesOf(proof.salt))),
      hashes: proof.hashes.map(bytesOf),
    },
    checkpoint,
  )
  const holds = leads && proof.treeSize === checkpoint.size
  const values = { index: proof.index, size: checkpoint.size }
  return {
    checkpoint,
    findings: [
      ...findings,
      logFinding(holds ? 'included' : 'not_included', values),
      ...(document ? [logFinding(isAbout(proof.statement, document) ? 'document_matches' : 'document_differs')] : []),
    ],
  }
}

/** The bytes as they are, or, where somebody has indented the file, as they were signed: compact, members in their order. */
function isAbout(statement: Statement, document: Uint8Array): boolean {
  if (!('digest' in statement)) return false
  return [document, compact(document)].some((bytes) => bytes && toHex(sha256(bytes)) === statement.digest)
}

function compact(document: Uint8Array): Uint8Array | undefined {
  try {
    return new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(document))))
  } catch {
    return undefined
  }
}

// the schema has seen that it is base64
const bytesOf = (text: string) => fromBase64(text) ?? new Uint8Array()
