// What a check is, what it may ask of the world, and how findings become a verdict.
import type { Token } from '#standards/jose/token.ts'
import type { VerifySignature } from '#standards/vc/ed25519.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import type { FindingCode } from './plain-words.ts'
import type { CheckId, Outcome, Report, Verdict } from './report.ts'

/** An answer from the web. `url` is where it finally came from. */
export type Fetched = Readonly<{ status: number; type: string; body: Uint8Array; url: string }>

export type World = Readonly<{
  now: Date
  /** Bounded and careful on the caller's side; throws when nobody answers. */
  fetch: (url: string, wants: { accept: string }) => Promise<Fetched>
  verifyEd25519?: VerifySignature
}>

/** What the reader knows, and wants to see confirmed. */
export type Known = Readonly<{
  /** What the reader asked the holder to sign, so that the answer is fresh. */
  challenge?: string
  /** What the reader is called. */
  domain?: string
  /** Who the earner should be: an e-mail address, a DID or another identifier. */
  recipient?: string
}>

export type Noted = Readonly<{
  outcome: Outcome
  code: FindingCode
  values?: Readonly<Record<string, unknown>>
  technical?: string
}>

/** A document, and the token that carried it if one did. */
export type Candidate = Readonly<{ document: JsonObject; token?: Token }>

export type Asked = Readonly<{
  credential: JsonObject
  /** What signed it, when that is not a proof inside of it. */
  token?: Token
  world: World
  known: Known
  /** Whether it stands inside of another document that is being verified. */
  isInner: boolean
  /** Verifies what is inside of this one, a document or a token; absent when we are as deep as we go. */
  verifyInner?: (candidate: JsonObject | string) => Promise<Report>
}>

export type Check = Readonly<{
  /** Its question is in `questions`. */
  id: CheckId
  /** Asked only when all of these passed: none of their findings failed or was not run. */
  after: readonly CheckId[]
  /** A question that is not asked at all of a document that it could not be about; asked of every one unless said. */
  concerns?: (document: JsonObject) => boolean
  look: (asked: Asked) => Promise<readonly Noted[]>
}>

type Values = Readonly<Record<string, unknown>>
type Note = (code: FindingCode, values?: Values) => Noted
const noting =
  (outcome: Outcome): Note =>
  (code, values = {}) => ({ outcome, code, values })

export const passed = noting('passed')
export const failed = noting('failed')
export const warned = noting('warned')
export const notRun = noting('not_run')

/** What could not be checked is never read as valid. */
export const verdictOf = (findings: readonly Readonly<{ outcome: Outcome }>[]): Verdict =>
  findings.some(({ outcome }) => outcome === 'failed')
    ? 'untrusted'
    : findings.some(({ outcome }) => outcome === 'not_run')
      ? 'undecided'
      : 'trusted'
