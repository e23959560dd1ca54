// What a check is, what it may ask of the world, and how findings become a verdict.
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

export type Noted = Readonly<{
  outcome: Outcome
  code: FindingCode
  values?: Readonly<Record<string, unknown>>
  technical?: string
}>

export type Asked = Readonly<{
  credential: JsonObject
  world: World
  /** Verifies a credential inside of this one; absent when we are inside of one already. */
  verifyInner?: (credential: JsonObject) => Promise<Report>
}>

export type Check = Readonly<{
  id: CheckId
  /** The question in plain words. */
  asks: string
  /** Asked only when all of these passed: none of their findings failed or was not run. */
  after: readonly CheckId[]
  look: (asked: Asked) => Promise<readonly Noted[]>
}>

export const passed = (code: FindingCode, values: Readonly<Record<string, unknown>> = {}): Noted => ({
  outcome: 'passed',
  code,
  values,
})
export const failed = (code: FindingCode, values: Readonly<Record<string, unknown>> = {}): Noted => ({
  outcome: 'failed',
  code,
  values,
})
export const warned = (code: FindingCode, values: Readonly<Record<string, unknown>> = {}): Noted => ({
  outcome: 'warned',
  code,
  values,
})
export const notRun = (code: FindingCode, values: Readonly<Record<string, unknown>> = {}): Noted => ({
  outcome: 'not_run',
  code,
  values,
})

/** What could not be checked is never read as valid. */
export const verdictOf = (findings: readonly Readonly<{ outcome: Outcome }>[]): Verdict =>
  findings.some(({ outcome }) => outcome === 'failed')
    ? 'untrusted'
    : findings.some(({ outcome }) => outcome === 'not_run')
      ? 'undecided'
      : 'trusted'
