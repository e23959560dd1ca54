// RSA public keys as bytes: the two numbers of a key in DER, as multicodec 0x1205 carries them (RFC 8017, A.1.1 RSAPublicKey).

export type RsaNumbers = Readonly<{ modulus: Uint8Array; exponent: Uint8Array }>

/** Shorter ones can be broken; longer ones only cost time. In bytes: 2048 to 8192 bits. */
const shortest = 256
const longest = 1024

/** The two numbers, most significant byte first and without leading zeros; `undefined` when the bytes are anything else. */
export function readRsaKey(der: Uint8Array): RsaNumbers | undefined {
  const sequence = read(der, 0, 0x30)
  const modulus = sequence && sequence.end === der.length ? read(der, sequence.start, 0x02) : undefined
  const exponent = modulus && read(der, modulus.end, 0x02)
  if (!modulus || exponent?.end !== der.length) return undefined
  const numbers = { modulus: trimmed(der, modulus), exponent: trimmed(der, exponent) }
  const again = writeRsaKey(numbers)
  // Only one way of writing a key is the right one.
  return again?.every((byte, at) => byte === der[at]) && again.length === der.length ? numbers : undefined
}

/** `undefined` for a key that nobody should believe: too short, too long, or with an exponent that is not odd. */
export function writeRsaKey({ modulus, exponent }: RsaNumbers): Uint8Array<ArrayBuffer> | undefined {
  const sound =
    modulus.length >= shortest &&
    modulus.length <= longest &&
    isOddNumber(modulus) &&
    isOddNumber(exponent) &&
    exponent.length <= 8
  return sound ? element(0x30, [...positive(modulus), ...positive(exponent)]) : undefined
}

type Span = Readonly<{ start: number; end: number }>

/** Where the content of the element at `at` lies (X.690, 8.1). */
function read(der: Uint8Array, at: number, tag: number): Span | undefined {
  const first = der[at + 1]
  if (der[at] !== tag || first === undefined) return undefined
  const more = first < 0x80 ? 0 : first - 0x80
  if (more > 2) return undefined
  const length = more === 0 ? first : der.slice(at + 2, at + 2 + more).reduce((sum, byte) => sum * 256 + byte, 0)
  const start = at + 2 + more
  return start + length <= der.length ? { start, end: start + length } : undefined
}

const trimmed = (der: Uint8Array, { start, end }: Span): Uint8Array => der.slice(der[start] === 0 ? start + 1 : start, end)

const isOddNumber = (bytes: Uint8Array): boolean => bytes[0] !== undefined && bytes[0] !== 0 && (bytes.at(-1) ?? 0) % 2 === 1

/** A number whose first bit is set would be read as negative. */
const positive = (bytes: Uint8Array): Uint8Array => element(0x02, (bytes[0] ?? 0) < 0x80 ? [...bytes] : [0, ...bytes])

function element(tag: number, content: readonly number[]): Uint8Array<ArrayBuffer> {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Uint8Array.from([tag, ...size, ...content])
}
