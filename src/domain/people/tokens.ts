// Tokens: chance that whoever holds it may use once or for a while. Only their hash is stored.
import { sha256 } from '#standards/vc/ed25519.ts'
import { toBase64url } from '#standards/vc/multibase.ts'

const bits = { session: 256, invitation: 128, passwordReset: 128, emailConfirmation: 128 } as const

/** Base64url without padding. */
export const newToken = (of: keyof typeof bits): string => toBase64url(crypto.getRandomValues(new Uint8Array(bits[of] / 8)))

/** No salt: a token cannot be guessed from its hash, and is found by it. */
export const hashOf = (token: string): Promise<Uint8Array<ArrayBuffer>> => sha256(token)
