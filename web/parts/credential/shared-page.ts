// What the page of a shared credential is drawn from.
import type { SharedCredential } from '#domain/issuing/issuing.api.ts'
import type { QrCode } from './qr-code.ts'
import type { ReadCredential } from './reading.ts'

export type SharedPage = Readonly<{
  /** The document travels as a file; the page needs only what was read from it. */
  shared: Omit<SharedCredential, 'document'>
  read: ReadCredential
  page: Readonly<{ address: string; code: QrCode; earnedToday: boolean }>
}>
