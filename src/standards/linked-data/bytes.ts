// Texts as UTF-8, and their SHA-256. Written into one place over and over: making a new one for each text costs more than the hashing.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** SHA-256 as 32 bytes and as 64 letters. Neither may keep what it is given: the place is written again. */
export type Sha256 = Readonly<{ bytes: (data: Uint8Array) => Uint8Array; hex: (data: Uint8Array) => string }>

/** Runs everywhere. Where the machine has its own, hand that in. */
export const portableSha256: Sha256 = { bytes: sha256, hex: (data) => bytesToHex(sha256(data)) }

/** The texts one behind the other, in UTF-8; half a character becomes U+FFFD, as everywhere on the web platform. */
export const bytesOf = (texts: readonly string[]): Uint8Array => encoded(texts).slice()

/** The same, hashed. */
export const digestOf = (texts: readonly string[], { bytes }: Sha256): Uint8Array => bytes(encoded(texts))

export const hexDigestOf = (text: string, { hex }: Sha256): string => hex(encoded([text]))

const encoder = new TextEncoder()
let place = new Uint8Array(1 << 16)
let end = 0

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Text by text: one character beyond Latin makes a text slow to encode, and should not slow its neighbours. Valid until the next call. */
function encoded(texts: readonly string[]): Uint8Array {
  beginWriting()
  for (const text of texts) writeText(text)
  return writtenBytes()
}

export function beginWriting(): void {
  end = 0
}

/** A UTF-16 unit becomes three bytes at most. */
export function writeText(text: string): void {
  makeRoomFor(3 * text.length)
  if (text.length > mostByHand || !writeAscii(text))
    end += encoder.encodeInto(text, end === 0 ? place : place.subarray(end)).written
}

/** For a short text the encoder takes longer to be called than to work. */
const mostByHand = 24

function writeAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) return false
    place[end + at] = unit
  }
  end += text.length
  return true
}

export function writeBytes(bytes: Uint8Array): void {
  makeRoomFor(bytes.length)
  place.set(bytes, end)
  end += bytes.length
}

/** Everything since the beginning; valid until something else is written. */
export const writtenBytes = (): Uint8Array => place.subarray(0, end)

function makeRoomFor(more: number): void {
  if (end + more <= place.length) return
  const larger = new Uint8Array(2 * (end + more))
  larger.set(writtenBytes())
  place = larger
}
