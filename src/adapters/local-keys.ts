// Keys on this machine: one installation key, from which a sub-key for each purpose is derived; everything sealed says its purpose.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createSecretKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import type { Keys } from '#ports/keys.ts'

/** What this machine can also do at once, for threads that do nothing else. */
export type LocalKeys = Keys &
  Readonly<{
    signsNow: (wrapped: Uint8Array) => (bytes: Uint8Array) => Bytes
    sealNow: (key: Uint8Array, bytes: Uint8Array) => Bytes
  }>

/**
 * Built from the 32 bytes of the installation key, in as many threads as needed: nothing is shared but those bytes.
 * Sub-keys: HKDF-SHA-256 (RFC 5869). Sealing: AES-256-GCM (NIST SP 800-38D). Signing: Ed25519 (RFC 8032).
 */
export function localKeys(installationKey: Uint8Array): LocalKeys {
  if (installationKey.length !== 32) throw new RangeError(`an installation key of ${installationKey.length} bytes; 32 are needed`)
  const derived = deriveFrom(installationKey)
  const dataWrapping = derived('wrap data keys')
  const signingWrapping = derived('wrap signing keys')
  const hashing = keptPerPurpose((purpose) => derived(`keyed hash: ${purpose}`))
  const signerOf = keptSigners((wrapped) => opened(signingWrapping, wrapped, 'signing key'))
  const signsNow: LocalKeys['signsNow'] = (wrapped) => {
    const key = signerOf(wrapped)
    return (bytes) => owned(sign(null, bytes, key))
  }
  return {
    async newDataKey() {
      const plain = owned(randomBytes(32))
      return { plain, wrapped: sealed(dataWrapping, plain, 'data key') }
    },
    unwrap: async (wrapped) => opened(dataWrapping, wrapped, 'data key'),
    seal: async (key, bytes) => sealed(key, bytes, 'content'),
    open: async (key, bytes) => opened(key, bytes, 'content'),
    async newSigningKey() {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519')
      const secret = privateKey.export({ format: 'der', type: 'pkcs8' })
      // The last 32 bytes of an Ed25519 SubjectPublicKeyInfo are the key itself (RFC 8410, section 4).
      const open = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
      return { publicKey: owned(open), wrapped: sealed(signingWrapping, secret, 'signing key') }
    },
    async signer(wrapped) {
      const signNow = signsNow(wrapped)
      return async (bytes) => signNow(bytes)
    },
    signsNow,
    sealNow: (key, bytes) => sealed(key, bytes, 'content'),
    keyedHash: async (purpose, text) => owned(createHmac('sha256', hashing(purpose)).update(text).digest()),
  }
}

type Bytes = Uint8Array<ArrayBuffer>

/** Buffers may share a pool; what leaves here owns its bytes. */
const owned = (bytes: Uint8Array): Bytes => Uint8Array.from(bytes)

const deriveFrom = (installationKey: Uint8Array) => (purpose: string) =>
  new Uint8Array(hkdfSync('sha256', installationKey, '', `testamur/1/${purpose}`, 32))

/** The envelope: version, nonce, ciphertext, tag. The version is authenticated too. */
const version = 1
const nonceLength = 12
const tagLength = 16

type Purpose = 'data key' | 'signing key' | 'content'

const associatedWith = (purpose: Purpose) => Buffer.from(`testamur/${version}/${purpose}`)
const associated: Readonly<Record<Purpose, Buffer>> = {
  'data key': associatedWith('data key'),
  'signing key': associatedWith('signing key'),
  content: associatedWith('content'),
}

// a key object first: from plain bytes, Node 24 takes several times as long to make a cipher
function sealed(key: Uint8Array, bytes: Uint8Array, purpose: Purpose): Bytes {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(associated[purpose])
  return owned(Buffer.concat([Uint8Array.of(version), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]))
}

function opened(key: Uint8Array, envelope: Uint8Array, purpose: Purpose): Bytes {
  if (envelope[0] !== version) throw new Error(`sealed in version ${envelope[0]}, which this release does not know`)
  if (envelope.length < 1 + nonceLength + tagLength) throw new Error('too short to be sealed')
  const nonce = envelope.subarray(1, 1 + nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: tagLength })
  decipher.setAAD(associated[purpose]).setAuthTag(envelope.subarray(-tagLength))
  return owned(Buffer.concat([decipher.update(envelope.subarray(1 + nonceLength, -tagLength)), decipher.final()]))
}

/** Derived once, and kept as a key object: both cost ten times as much as a hash under it. Purposes are few, and written in the code. */
function keptPerPurpose(derive: (purpose: string) => Uint8Array): (purpose: string) => KeyObject {
  const kept = new Map<string, KeyObject>()
  return (purpose) => {
    const key = kept.get(purpose) ?? createSecretKey(derive(purpose))
    kept.set(purpose, key)
    return key
  }
}

/** Unwrapped once, then kept as a key object in memory: as many as an installation with a thousand organisations needs. */
function keptSigners(unwrap: (wrapped: Uint8Array) => Bytes): (wrapped: Uint8Array) => KeyObject {
  const kept = new Map<string, KeyObject>()
  return (wrapped) => {
    const name = createHash('sha256').update(wrapped).digest('base64url')
    const known = kept.get(name)
    if (known) return known
    const secret = unwrap(wrapped)
    const key = createPrivateKey({ key: Buffer.from(secret.buffer), format: 'der', type: 'pkcs8' })
    secret.fill(0)
    if (kept.size >= 1000) kept.delete(kept.keys().next().value ?? '')
    kept.set(name, key)
    return key
  }
}
