// Ed25519 with the platform's own cryptography. Faster native functions may be passed in wherever these are the default.

/** Raw public key of 32 bytes, signature of 64 bytes. */
export type VerifySignature = (publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array) => Promise<boolean>

export const verifyEd25519: VerifySignature = async (publicKey, signature, bytes) => {
  const key = await crypto.subtle.importKey('raw', owned(publicKey), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, owned(signature), owned(bytes))
}

export const sha256 = async (data: Uint8Array | string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', owned(typeof data === 'string' ? new TextEncoder().encode(data) : data)))

/** The platform takes bytes over its own kind of buffer only. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
