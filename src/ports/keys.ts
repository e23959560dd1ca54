// Keys: the installation's key wraps data keys and signing keys; nothing unwrapped is ever stored.

type Bytes = Uint8Array<ArrayBuffer>

export type Keys = Readonly<{
  /** A learner's new AES-256 data key, plain and wrapped by the installation's. */
  newDataKey: () => Promise<{ plain: Bytes; wrapped: Bytes }>
  unwrap: (wrapped: Uint8Array) => Promise<Bytes>
  /** AES-256-GCM: a version byte, a random 96-bit nonce, then ciphertext and tag. */
  seal: (key: Uint8Array, bytes: Uint8Array) => Promise<Bytes>
  /** Throws where a byte was altered. */
  open: (key: Uint8Array, sealed: Uint8Array) => Promise<Bytes>
  /** A new Ed25519 key: 32 public bytes, and the private key wrapped. */
  newSigningKey: () => Promise<{ publicKey: Bytes; wrapped: Bytes }>
  signer: (wrapped: Uint8Array) => Promise<(bytes: Uint8Array) => Promise<Bytes>>
  /** HMAC-SHA-256 under a key of the installation, one per purpose. */
  keyedHash: (purpose: string, text: string) => Promise<Bytes>
}>
