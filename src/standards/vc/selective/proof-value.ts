// The proof value of `ecdsa-sd-2023`: CBOR behind three bytes that say whether it is the holder's own or was made to be shown (VC DI ECDSA 1.0, 3.5.2 to 3.5.8).
import { decode, encode } from 'cborg'
import { readMultikey } from '#standards/did/key.ts'
import type { Json } from '../json.ts'
import { fromMultibase, toBase58btc, toBase64url } from '../multibase.ts'
import type { SigningKey } from '../signature.ts'

/** What the issuer gives to the holder. Whoever has it can show any part; it is not for showing itself. */
export type BaseValue = Readonly<{
  baseSignature: Uint8Array
  /** The key of this one proof, as a multikey's bytes. */
  publicKey: Uint8Array
  hmacKey: Uint8Array
  signatures: readonly Uint8Array[]
  mandatoryPointers: readonly string[]
}>

/** What the holder shows. */
export type DerivedValue = Readonly<{
  baseSignature: Uint8Array
  publicKey: Uint8Array
  signatures: readonly Uint8Array[]
  /** The label that a reader gives → the shuffled one. */
  labels: ReadonlyMap<string, string>
  mandatoryIndexes: readonly number[]
}>

/** Each line costs a signature to make and one to check. */
export const mostLines = 4096

const bases = [0xd9, 0x5d, 0x00]
const deriveds = [0xd9, 0x5d, 0x01]

export const writeBase = ({ baseSignature, publicKey, hmacKey, signatures, mandatoryPointers }: BaseValue): string =>
  written(bases, [baseSignature, publicKey, hmacKey, signatures, mandatoryPointers])

export const writeDerived = ({ baseSignature, publicKey, signatures, labels, mandatoryIndexes }: DerivedValue): string =>
  written(deriveds, [baseSignature, publicKey, signatures, compressed(labels), mandatoryIndexes])

/** Whether the value is the holder's own. */
export const isBase = (proofValue: Json | undefined): boolean => partsOf(proofValue, bases) !== undefined

/** `undefined` for everything that is not exactly such a value. */
export function readBase(proofValue: Json | undefined): BaseValue | undefined {
  const [baseSignature, publicKey, hmacKey, signatures, mandatoryPointers, ...more] = partsOf(proofValue, bases) ?? []
  const fits =
    isBytes(baseSignature, 64) &&
    isBytes(publicKey, 35) &&
    isBytes(hmacKey, 32) &&
    isSignatures(signatures) &&
    isTexts(mandatoryPointers)
  return fits && more.length === 0 ? { baseSignature, publicKey, hmacKey, signatures, mandatoryPointers } : undefined
}

/** `undefined` for everything that is not exactly such a value: labels twice and indexes out of order are not. */
export function readDerived(proofValue: Json | undefined): DerivedValue | undefined {
  const [baseSignature, publicKey, signatures, labelMap, mandatoryIndexes, ...more] = partsOf(proofValue, deriveds) ?? []
  const labels = expanded(labelMap)
  const fits = isBytes(baseSignature, 64) && isBytes(publicKey, 35) && isSignatures(signatures) && isAscending(mandatoryIndexes)
  return fits && labels && more.length === 0 ? { baseSignature, publicKey, signatures, labels, mandatoryIndexes } : undefined
}

/** The key of this one proof; `undefined` when the bytes are none. */
export function proofKey(publicKey: Uint8Array): (SigningKey & { kind: 'P-256' }) | undefined {
  const key = readMultikey(toBase58btc(publicKey))
  return key?.kind === 'P-256' ? { kind: 'P-256', bytes: key.bytes } : undefined
}

const written = (head: readonly number[], parts: readonly unknown[]): string =>
  `u${toBase64url(Uint8Array.from([...head, ...encode(parts)]))}`

function partsOf(proofValue: Json | undefined, head: readonly number[]): readonly unknown[] | undefined {
  const bytes = typeof proofValue === 'string' && proofValue.startsWith('u') ? fromMultibase(proofValue) : undefined
  if (!bytes || !head.every((byte, at) => bytes[at] === byte)) return undefined
  try {
    const parts: unknown = decode(bytes.subarray(head.length), strictly)
    return Array.isArray(parts) ? parts : undefined
  } catch {
    // Not CBOR: nothing that we could say more about.
    return undefined
  }
}

/** Some write bytes as a typed array (RFC 8746, tag 64). */
const strictly = {
  useMaps: true,
  strict: true,
  allowIndefinite: false,
  rejectDuplicateMapKeys: true,
  tags: { 64: (read: () => unknown) => read() },
}

const isBytes = (value: unknown, length: number): value is Uint8Array => value instanceof Uint8Array && value.length === length

const isSignatures = (value: unknown): value is Uint8Array[] =>
  Array.isArray(value) && value.length <= mostLines && value.every((item) => isBytes(item, 64))

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string')

const isAscending = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((item, at) => Number.isSafeInteger(item) && item >= 0 && (at === 0 || item > value[at - 1]))

const compressed = (labels: ReadonlyMap<string, string>): ReadonlyMap<number, Uint8Array> =>
  new Map(
    [...labels].map(([label, shuffled]) => [Number(label.slice('c14n'.length)), fromMultibase(shuffled) ?? new Uint8Array()]),
  )

function expanded(map: unknown): ReadonlyMap<string, string> | undefined {
  if (!(map instanceof Map)) return undefined
  const entries = [...map].map(([at, bytes]) =>
    Number.isSafeInteger(at) && isBytes(bytes, 32) ? ([`c14n${at}`, `u${toBase64url(bytes)}`] as const) : undefined,
  )
  const labels = new Map(entries.filter((entry) => entry !== undefined))
  return labels.size === map.size && new Set(labels.values()).size === map.size ? labels : undefined
}
