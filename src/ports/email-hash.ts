// The keyed hash by which an e-mail address is found again where the address itself is sealed: one and the same in every room.
import { toBase64url } from '#standards/vc/multibase.ts'
import type { Keys } from './keys.ts'

/** 96 bits as base64url. Upper and lower case do not tell mail boxes apart. Asks the key service, so never inside a transaction. */
export const emailHash = async (keys: Keys, email: string): Promise<string> =>
  toBase64url((await keys.keyedHash('search email', email.trim().toLowerCase())).slice(0, 12))
