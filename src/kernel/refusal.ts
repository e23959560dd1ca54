// A refusal is a rule's "no": a code, its HTTP status and a plain sentence. Each room declares its own rows; the door composes them.

/** Rows of code → [HTTP status, plain sentence]. */
export type Refusals = Readonly<Record<string, readonly [status: number, title: string]>>

/** What any endpoint may answer; rooms declare their own beside their endpoints. */
export const commonRefusals = {
  not_found: [404, 'There is no such thing here'],
  not_signed_in: [401, 'Sign in first'],
  not_allowed: [403, 'Your role does not allow this'],
  misfit: [400, 'The input does not fit'],
  malformed: [400, 'The request could not be read'],
  too_large: [413, 'That is larger than we accept'],
  too_slow: [408, 'That arrived too slowly; please try again'],
  wrong_method: [405, 'That cannot be done here; see the Allow header'],
  wrong_media_type: [415, 'That media type is not accepted here'],
  too_many_requests: [429, 'Too many requests; wait a little and try again'],
  forged_origin: [403, 'The request came from another site'],
  conflict: [409, 'Somebody else changed this in the meantime'],
} as const satisfies Refusals

/** The only class in the house. `detail` names the thing; `values` fill the translated sentence. */
export class Refusal<Code extends string = string> extends Error {
  override readonly name = 'Refusal'
  readonly code: Code
  readonly detail: string | undefined
  readonly values: Readonly<Record<string, unknown>>
  constructor(code: Code, detail?: string, values: Readonly<Record<string, unknown>> = {}) {
    super(detail ? `${code}: ${detail}` : code)
    this.code = code
    this.detail = detail
    this.values = values
  }
}

export function refuseIf(whyNot: string | undefined, detail?: string): void {
  if (whyNot) throw new Refusal(whyNot, detail)
}

export function found<T>(thing: T | undefined, detail?: string): T {
  if (thing === undefined) throw new Refusal('not_found', detail)
  return thing
}
