// Bitstring Status List: one bit per credential, zipped, and long enough that a reader cannot tell whose bit was read (W3C, 1.0).
import { Refusal } from '#kernel/refusal.ts'
import { credentialsV2Url } from '#standards/vc/contexts.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import { fromBase64url, toBase64url } from '#standards/vc/multibase.ts'
import { unzip, zip } from '#standards/vc/zip.ts'

/** The standard's own codes (3.4), each with a plain sentence. None of them means "revoked". */
export const statusErrors = {
  RANGE_ERROR: 'The place named lies outside of the status list',
  MALFORMED_VALUE_ERROR: 'The status list cannot be read',
  STATUS_RETRIEVAL_ERROR: 'The status list could not be fetched',
} as const

export type StatusError = keyof typeof statusErrors

/** Bits in the shortest list that is allowed: 16 KiB (6.1). */
export const leastBits = 131_072

/** The longest list that we unpack, in bytes. */
const mostBytes = 16 * 1024 * 1024

/** All bits unset. `bits` is a multiple of eight, at least 131,072. */
export function emptyList(bits: number = leastBits): Uint8Array<ArrayBuffer> {
  if (bits < leastBits || bits % 8 !== 0) throw new RangeError(`a list of ${bits} bits`)
  return new Uint8Array(bits / 8)
}

/** Index 0 is the left-most bit. Throws a `Refusal` `RANGE_ERROR` outside of the list. */
export function bitAt(list: Uint8Array, index: number): boolean {
  return (byteAt(list, index) & maskOf(index)) !== 0
}

/** Changes the list that is given. Throws a `Refusal` `RANGE_ERROR` outside of the list. */
export function setBit(list: Uint8Array, index: number, value: boolean): void {
  const byte = byteAt(list, index)
  list[Math.floor(index / 8)] = value ? byte | maskOf(index) : byte & ~maskOf(index)
}

/** `u` + base64url(gzip(bits)). */
export const encodeList = async (list: Uint8Array): Promise<string> => `u${toBase64url(await zip('gzip', list))}`

/** The bits of an `encodedList`. Throws a `Refusal` `MALFORMED_VALUE_ERROR`; a list that unpacks to more than 16 MiB is one. */
export async function decodeList(encoded: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = encoded.startsWith('u') ? fromBase64url(encoded.slice(1)) : undefined
  const list = packed && (await unzip('gzip', packed, mostBytes))
  if (list === undefined) throw new Refusal<StatusError>('MALFORMED_VALUE_ERROR')
  if (list.length * 8 < leastBits) throw new Refusal<StatusError>('MALFORMED_VALUE_ERROR', undefined, { bits: list.length * 8 })
  return list
}

/** A `statusListIndex`: a whole number in base 10, as text. `undefined` for anything else. */
export const readIndex = (text: unknown): number | undefined =>
  typeof text === 'string' && /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined

export type StatusListInput = Readonly<{
  /** The address that serves it. */
  id: string
  issuer: string
  purpose: 'revocation' | 'suspension'
  encodedList: string
  validFrom: Date
  validUntil?: Date
  /** Milliseconds for which a copy may be believed. */
  ttl?: number
}>

/** The unsigned BitstringStatusListCredential (3.2). */
export function composeStatusList({ id, issuer, purpose, encodedList, validFrom, validUntil, ttl }: StatusListInput): JsonObject {
  return {
    '@context': [credentialsV2Url],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: toSeconds(validFrom),
    ...(validUntil ? { validUntil: toSeconds(validUntil) } : {}),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList,
      ...(ttl === undefined ? {} : { ttl }),
    },
  }
}

const maskOf = (index: number): number => 0x80 >> (index & 7)

function byteAt(list: Uint8Array, index: number): number {
  const byte = Number.isSafeInteger(index) && index >= 0 ? list[Math.floor(index / 8)] : undefined
  if (byte === undefined) throw new Refusal<StatusError>('RANGE_ERROR', undefined, { index, length: list.length * 8 })
  return byte
}

const toSeconds = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z')
