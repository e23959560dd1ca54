// Bytes: as hexadecimal text, compared, hashed, and read from a stranger under a bound; on the web platform.
import { Refusal } from './refusal.ts'

export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += pairs[byte]
  return text
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** SHA-256 of bytes, or of a text's UTF-8. */
export const sha256 = async (data: Uint8Array<ArrayBuffer> | string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', typeof data === 'string' ? new TextEncoder().encode(data) : data))

/** The whole body, or the refusal `too_large` as soon as it is longer than `most` bytes. */
export async function readAtMost(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) throw new Refusal('too_large', undefined, { most })
    chunks.push(new Uint8Array(chunk))
  }
  return new Blob(chunks).bytes()
}
