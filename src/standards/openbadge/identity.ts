// Naming an earner without naming them: a salted hash of an identifier (Open Badges 3.0, IdentityHash).
import { sha256 } from '#standards/vc/ed25519.ts'

/** `sha256$` and the hexadecimal hash of the identity followed by the salt. */
export async function hashIdentity(identity: string, salt: string): Promise<string> {
  const bytes = await sha256(identity + salt)
  return `sha256$${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
