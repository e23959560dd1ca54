// What an opened Testamur stands on: where its database is, who it is, and what it allows.
import type pg from 'pg'
import type { Engine } from '#adapters/signing-worker.ts'
import type { Patiences } from '#http/in-time.ts'
import type { House, SentMail } from '#ports/ctx.ts'
import type { Mail } from '#ports/mail.ts'

export type Setting = Readonly<{
  connection: (role: 'owner' | 'app' | 'bulk') => pg.ClientConfig
  origin: string
  originAliases?: readonly string[]
  installationKey: Uint8Array
  blobFolder: string
  mail: Mail & { sentMails?: () => Promise<SentMail[]> }
  demonstration: boolean
  signUp?: House['signUp']
  uploadLimit: number
  workers: number
  /** How what is signed becomes canonical; the reference is there to be measured against. */
  engine?: Engine
  /** Lets whoever may read the data folder act as operator; none, no operator. */
  operatorToken?: string
  clock?: () => Date
  /** No other process works on this database: jobs that a killed process was running go on at once. */
  alone: boolean
  /** Told of every fault once, with where it happened. */
  onFault: (error: unknown, where: string) => void
  /** For tests of strangers: whom we may reach besides the public internet. */
  mayReach?: (address: string) => boolean
  /** Off where many worlds share one machine and nothing is to be limited. */
  limited?: boolean
  /** How long bodies may take to arrive; as usual unless said. */
  patience?: Patiences
}>
