// Everything a capability may ask of the outside world, and who is asking. Built once per request; types only.
import type * as z from 'zod'
import type { Db } from '#db/db.ts'
import type { Id } from '#kernel/id.ts'
import type { Blobs } from './blobs.ts'
import type { Images } from './images.ts'
import type { Keys } from './keys.ts'
import type { Mail } from './mail.ts'
import type { Outside } from './outside.ts'
import type { Passwords } from './passwords.ts'
import type { Signing } from './signing.ts'

/** Whose rows can be seen: an organisation's, a person's own, what is public, or the installation's own. */
export type Scope = Id<'org'> | Id<'per'> | 'public' | 'installation'

export type Actor = Readonly<{
  /** A person's id, or who acts without being one. */
  id: Id<'per'> | 'operator' | 'system' | 'stranger'
  may: (act: string) => boolean
}>

/** Ids and salted hashes only; names and reasons belong into rows that can be erased. */
export type DomainEvent = Readonly<{ kind: string; about: string; detail?: Readonly<Record<string, unknown>> }>

export type Ctx = Readonly<{
  scope: Scope
  actor: Actor
  /** Within a request always the same moment. */
  now: Date
  /** The moment that it really is; for the progress of long work. */
  clock: () => Date
  /** `https://badges.example.org`, without a slash; frozen into credentials. */
  origin: string
  db: Db
  /** Runs `work` in one transaction; events told and jobs queued inside are stored with it or not at all. */
  atomically: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** As `atomically`, on a connection that can also copy many rows in at once. */
  inBulk: <T>(work: (ctx: Ctx, copy: Copy) => Promise<T>) => Promise<T>
  /** The same request seen with another scope, for the few doors that find out whose things they serve; and who acts, where that was found out too. */
  within: (scope: Scope, actor?: Actor) => Ctx
  /** The same request at the moment it is now; for long work, each of whose steps has its own. */
  later: () => Ctx
  tell: (event: DomainEvent) => Promise<void>
  /** Stored with the transaction that caused it; run later, whole, and again where it was interrupted. */
  queue: <T>(job: Readonly<{ name: string; takes: z.ZodType<T> }>, input: T) => Promise<void>
  keys: Keys
  passwords: Passwords
  mail: Mail
  blobs: Blobs
  outside: Outside
  images: Images
  signing: Signing
  session: SessionCookie
  /** What this installation allows: demonstration sign-in, open sign-up, limits. */
  house: House
}>

/** Copies rows into a table. The organisation is stamped by the adapter, never by the caller. Bytes are Uint8Array, objects JSON. */
export type Copy = (
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
) => Promise<number>

/** Sets or clears the session's cookie on the answer. */
export type SessionCookie = Readonly<{
  token: string | undefined
  start: (token: string, expires: Date) => void
  end: () => void
}>

export type House = Readonly<{
  demonstration: boolean
  /** Who may open an account without an invitation: anybody, only the very first person, or nobody. */
  signUp: 'open' | 'first' | 'closed'
  /** Every act that the rooms declare; an owner may do all of them. */
  acts: readonly string[]
  /** The largest upload, in bytes. */
  uploadLimit: number
  /** Mails as they were sent, newest first; only where mails land in a folder. */
  sentMails?: () => Promise<SentMail[]>
}>

export type SentMail = Readonly<{ id: string; at: string; to: string; subject: string; text: string }>
