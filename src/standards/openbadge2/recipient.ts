// Whose badge it is: an identity in plain text or as a salted hash (Open Badges 2.0, IdentityObject and IdentityHash).
import { isObject, type JsonObject } from '#standards/vc/json.ts'

/** Whether the badge was given to that e-mail address, URL or other identity. A hash of a kind that is not safe any more (MD5) proves nothing. */
export async function isRecipient({ recipient }: JsonObject, identity: string): Promise<boolean> {
  if (!isObject(recipient) || typeof recipient.identity !== 'string') return false
  if (recipient.hashed !== true) return recipient.identity === identity
  const [, hash] = /^sha256\$([0-9a-f]{64})$/i.exec(recipient.identity) ?? []
  const salt = typeof recipient.salt === 'string' ? recipient.salt : ''
  return hash !== undefined && (await sha256Hex(identity + salt)) === hash.toLowerCase()
}

async function sha256Hex(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
