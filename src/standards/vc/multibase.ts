// Multibase: bytes as text that says its own alphabet. `z` is base58 as Bitcoin writes it, `u` is base64url without padding.

const base58Letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** More text than any key or signature here needs; base58 costs the square of its length. */
const mostBase58 = 1024

/** Text of either alphabet → bytes, or `undefined` when it is not multibase that we know. */
export function fromMultibase(text: string): Uint8Array<ArrayBuffer> | undefined {
  const decode = decoders[text[0] ?? '']
  return decode?.(text.slice(1))
}

/** Bytes → `z…`. */
export const toBase58btc = (bytes: Uint8Array): string => `z${encodeBase58(bytes)}`

/** Bytes → base64url without padding, without a prefix. */
export const toBase64url = (bytes: Uint8Array): string =>
  btoa(binary(bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** Base64url without padding → bytes; `undefined` when it is anything else, leftover bits included. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(plain.length)
  for (let at = 0; at < plain.length; at++) bytes[at] = plain.charCodeAt(at)
  return hasLooseBits(text, bytes) ? undefined : bytes
}

const decoders: Readonly<Record<string, (text: string) => Uint8Array<ArrayBuffer> | undefined>> = {
  z: decodeBase58,
  u: fromBase64url,
}

/** Two texts must not mean the same bytes: the last letter may not carry bits that are thrown away. */
const hasLooseBits = (text: string, bytes: Uint8Array): boolean =>
  text.length % 4 !== 0 &&
  toBase64url(bytes.subarray(bytes.length - (bytes.length % 3))) !== text.slice(text.length - (text.length % 4))

function binary(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return text
}

function encodeBase58(bytes: Uint8Array): string {
  const zeros = leading(bytes, 0)
  const digits = rebase(bytes.subarray(zeros), 256, 58)
  return '1'.repeat(zeros) + digits.map((digit) => base58Letters[digit]).join('')
}

function decodeBase58(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length > mostBase58) return undefined
  const digits = Array.from(text, (letter) => base58Letters.indexOf(letter))
  if (digits.includes(-1)) return undefined
  const zeros = leading(digits, 0)
  return Uint8Array.from([...digits.slice(0, zeros), ...rebase(digits.slice(zeros), 58, 256)])
}

function leading(values: ArrayLike<number>, wanted: number): number {
  let count = 0
  while (count < values.length && values[count] === wanted) count++
  return count
}

/** Digits of one base into digits of another, most significant first; the first digit is not zero. */
function rebase(digits: ArrayLike<number>, from: number, to: number): number[] {
  const [width, factor] = wordOf(from)
  const [, base] = wordOf(to)
  const words: number[] = []
  for (let at = 0, count = digits.length % width || width; at < digits.length; at += count, count = width) {
    let carry = 0
    for (let next = at; next < at + count; next++) carry = carry * from + (digits[next] ?? 0)
    for (let word = 0; word < words.length; word++) {
      carry += (words[word] ?? 0) * factor
      const more = Math.floor(carry / base)
      words[word] = carry - more * base
      carry = more
    }
    for (; carry > 0; carry = Math.floor(carry / base)) words.push(carry % base)
  }
  return singly(words, to)
}

/** How many digits make a word of at most 24 bits, and how many words there are: the product of two is still exact. */
function wordOf(base: number): readonly [width: number, count: number] {
  const width = Math.floor(24 / Math.log2(base))
  return [width, base ** width]
}

/** Words, least significant first, as single digits, most significant first. */
function singly(words: readonly number[], base: number): number[] {
  const [width] = wordOf(base)
  const digits: number[] = []
  for (const word of words)
    for (let left = word, count = 0; count < width; count++, left = Math.floor(left / base)) digits.push(left % base)
  while (digits.at(-1) === 0) digits.pop()
  return digits.reverse()
}
