// The key of a signed badge: an RSA key in PEM (Open Badges 2.0, CryptographicKey; RFC 7468, 13; RFC 8017, A.1.1).
import type { PublicKey } from '#standards/did/key.ts'
import { readRsaKey } from '#standards/jose/rsa-key.ts'
import { type Json, textOf } from '#standards/vc/json.ts'
import { fromBase64url } from '#standards/vc/multibase.ts'

/** `undefined` for a key that is of another kind, too short to be believed, or not written as such keys are. */
export function readPemKey(pem: Json | undefined): PublicKey | undefined {
  const [, kind, base64] =
    /^\s*-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END (?:RSA )?PUBLIC KEY-----\s*$/.exec(textOf(pem)) ?? []
  const der = base64 && fromBase64url(base64.replaceAll(/[\s=]/g, '').replaceAll('+', '-').replaceAll('/', '_'))
  const bytes = der && (kind ? der : withoutFrame(der))
  return bytes && readRsaKey(bytes) ? { kind: 'RSA', bytes } : undefined
}

/** SubjectPublicKeyInfo of an RSA key: algorithm, then a bit string of whole bytes (RFC 8017, A.1). Lengths are written in two bytes: shorter keys are too short. */
const algorithm = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00]

function withoutFrame(der: Uint8Array): Uint8Array | undefined {
  const at = 4 + algorithm.length
  const isFramed = der[0] === 0x30 && der[1] === 0x82 && algorithm.every((byte, index) => der[4 + index] === byte)
  return isFramed && der[at] === 0x03 && der[at + 1] === 0x82 && der[at + 4] === 0 ? der.slice(at + 5) : undefined
}
