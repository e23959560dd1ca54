// What the page of a shared credential is drawn from.
import type { SharedCredential } from '#domain/issuing/issuing.api.ts'
import type { Logged } from './logged.ts'
import type { QrCode } from './qr-code.ts'
import type { ReadCredential } from './reading.ts'

export type SharedPage = Readonly<{
  /** The document travels as a file; the page needs only what was read from it. */
  shared: Omit<SharedCredential, 'document'>
  read: ReadCredential
  /** Not of a sample. */
  logged?: Logged | undefined
  /** `sample`: nobody has earned it, a designer looks at how it will be. */
  page: Readonly<{ address: string; code: QrCode; earnedToday: boolean; sample?: boolean }>
}>
