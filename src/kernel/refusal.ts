// A refusal is a rule's "no": a code, its HTTP status and a plain sentence. Each room declares its own rows; the door composes them.

/** Rows of code → [HTTP status, plain sentence, and what more there is to say: `{name}` stands for a value of the refusal]. */
export type Refusals = Readonly<Record<string, readonly [status: number, title: string, detail?: string]>>

/** What any endpoint may answer; rooms declare their own beside their endpoints. */
export const commonRefusals = {
  not_found: [404, 'There is no such thing here'],
  not_signed_in: [401, 'Sign in first'],
  not_allowed: [403, 'Your role does not allow this'],
  misfit: [400, 'The input does not fit'],
  malformed: [400, 'The request could not be read'],
  too_large: [413, 'That is larger than we accept', 'at most {most} bytes'],
  too_slow: [408, 'That arrived too slowly; please try again'],
  wrong_method: [405, 'That cannot be done here; see the Allow header'],
  wrong_media_type: [415, 'That media type is not accepted here', '{sent}; send {types}'],
  too_many_requests: [429, 'Too many requests; wait a little and try again', 'in {seconds} seconds'],
  forged_origin: [403, 'The request came from another site'],
  conflict: [409, 'Somebody else changed this in the meantime'],
} as const satisfies Refusals

/** The only class in the house. `values` fill the sentences, here and in the catalogues; `detail`, in English, is for what only a reader of the API needs. */
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

/** In English, for who reads the API; screens have words of their own for code and values. Nothing where a value is not known. */
export function detailOf({ detail, values }: Refusal, template: string | undefined): string | undefined {
  if (detail !== undefined || template === undefined) return detail
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  if (names.some((name) => values[name] === undefined)) return undefined
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => [values[name]].flat().join(', '))
}

export function refuseIf(whyNot: string | undefined, detail?: string, values: Refusal['values'] = {}): void {
  if (whyNot) throw new Refusal(whyNot, detail, values)
}

export function found<T>(thing: T | undefined, detail?: string): T {
  if (thing === undefined) throw new Refusal('not_found', detail)
  return thing
}
