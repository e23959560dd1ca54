// What the log is told: statements, and the salted hashes by which they enter it, so that the log itself tells nothing about anybody.
import { sha256 } from '@noble/hashes/sha2.js'
import * as z from 'zod'
import { jcs } from '#standards/vc/jcs.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const id = z.string().max(100)
const at = z.iso.datetime()
const utf8 = new TextEncoder()

/** `digest` is SHA-256 in hexadecimal: of the signed credential's JSON bytes, or of a version's canonical JSON. */
export const statementSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('credential.issued'), credential: id, digest }),
  z.object({ kind: z.literal('credential.revoked'), credential: id, at }),
  z.object({ kind: z.literal('credential.suspended'), suspension: id, credential: id, at }),
  z.object({ kind: z.literal('suspension.lifted'), suspension: id, credential: id, at }),
  z.object({ kind: z.literal('version.published'), version: id, digest }),
])
export type Statement = z.output<typeof statementSchema>
export type StatementKind = Statement['kind']

export const statementKinds = [
  'credential.issued',
  'credential.revoked',
  'credential.suspended',
  'suspension.lifted',
  'version.published',
] as const satisfies readonly StatementKind[]

/** The id that the statement is about; with its kind, no other statement has it. */
export function aboutOf(statement: Statement): string {
  if (statement.kind === 'version.published') return statement.version
  return 'suspension' in statement ? statement.suspension : statement.credential
}

/** The text from which the salt of a statement is derived, with a key that only the installation has (HMAC-SHA-256, 32 bytes). */
export const saltText = (kind: StatementKind, about: string): string => `${kind} ${about}`

/** What stands in the log: SHA-256(salt ‖ canonical JSON of the statement, RFC 8785). */
export function commitmentOf(statement: Statement, salt: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = utf8.encode(jcs(statement))
  const bytes = new Uint8Array(salt.length + text.length)
  bytes.set(salt)
  bytes.set(text, salt.length)
  return sha256(bytes)
}
