// Fetching from strangers, carefully: bounded in size, time and redirects; private addresses refused; our own origin answered in-process.
import type { Refusals } from '#kernel/refusal.ts'

export type Fetched = Readonly<{ status: number; type: string; body: Uint8Array<ArrayBuffer>; url: string }>

export type Outside = Readonly<{
  /** Throws a `Refusal` of `outsideRefusals` when the address is refused or nobody answers in time; an HTTP error status is an answer. */
  fetch: (url: string, wants: { accept: string }) => Promise<Fetched>
}>

/** Each says in `values` which `url` it was, and `why` in one word where there are several reasons. */
export const outsideRefusals = {
  address_refused: [422, 'We do not fetch from this address'],
  outside_unreachable: [422, 'Nobody gave a readable answer at this address'],
  outside_too_large: [422, 'The answer from this address is larger than we accept'],
  outside_too_slow: [422, 'The answer from this address took too long'],
} as const satisfies Refusals

export type OutsideRefusal = keyof typeof outsideRefusals
