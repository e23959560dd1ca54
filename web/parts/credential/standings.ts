// What a page says and offers for each way in which a credential can stand.
import type { SharedCredential } from '#domain/issuing/issuing.api.ts'

export type State = SharedCredential['state']

type Look = Readonly<{
  box: string
  ink: string
  /** The record is shown, not the certificate in its pride. */
  subdued: boolean
  /** Offered to be shown to others: profile, link, picture. */
  offered: boolean
}>

export const standings: Readonly<Record<State, Look>> = {
  valid: { box: 'border-line bg-surface', ink: 'text-ink', subdued: false, offered: true },
  expired: { box: 'border-warned bg-warned-soft', ink: 'text-warned', subdued: false, offered: false },
  suspended: { box: 'border-warned bg-warned-soft', ink: 'text-warned', subdued: true, offered: false },
  revoked: { box: 'border-failed bg-failed-soft', ink: 'text-failed', subdued: true, offered: false },
}
