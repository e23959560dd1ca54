// Bytes to text, piece by piece: byte order marks are heeded, and bytes that do not fit the encoding are found to the byte.

export const encodings = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

export type ByteSource = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>

/** `bytes` is the number read so far. With a `fault`, `text` is what came before it, and nothing follows. */
export type Piece = Readonly<{
  text: string
  bytes: number
  final: boolean
  fault?: Readonly<{ offset: number; encoding: string }>
}>

/** A byte order mark wins over `encoding`; without either it is UTF-8. `offset` of a fault: 0-based, in bytes. */
export async function* decodePieces(source: ByteSource, encoding: Encoding): AsyncGenerator<Piece> {
  let decode: ((bytes: Uint8Array, final: boolean) => Piece) | undefined
  for await (const { bytes, final } of evenly(source)) {
    decode ??= decoder(bytes, encoding)
    const piece = decode(bytes, final)
    yield piece
    if (piece.fault) return
  }
}

const pieceSize = 65_536

/** Pieces of about 64 KiB whatever the source gives, the last one (perhaps empty) marked. */
async function* evenly(source: ByteSource): AsyncGenerator<{ bytes: Uint8Array; final: boolean }> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks(source))
    for (let at = 0; at < chunk.length; at += pieceSize) {
      const part = chunk.subarray(at, at + pieceSize)
      waiting.push(part)
      size += part.length
      if (size < pieceSize) continue
      yield { bytes: joined(waiting, size), final: false }
      waiting = []
      size = 0
    }
  yield { bytes: joined(waiting, size), final: true }
}

/** Not every browser can iterate a ReadableStream. */
async function* chunks(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (!('getReader' in source)) return yield* source
  const reader = source.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel()
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0]
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

function decoder(first: Uint8Array, declared: Encoding): (bytes: Uint8Array, final: boolean) => Piece {
  const mark = marks.find(({ bytes }) => bytes.every((byte, at) => first[at] === byte))
  const encoding = mark?.encoding ?? (declared === 'auto' ? 'utf-8' : declared)
  let held: Uint8Array = new Uint8Array()
  let skip: number = mark?.bytes.length ?? 0
  let total = 0
  return (bytes, final) => {
    const whole = held.length > 0 ? joined([held, bytes], held.length + bytes.length) : bytes.subarray(skip)
    const offset = total - held.length + skip
    total += bytes.length
    skip = 0
    const keep = final ? 0 : unfinished(whole, encoding)
    held = whole.slice(whole.length - keep)
    const ready = whole.subarray(0, whole.length - keep)
    const text = strictly(ready, encoding)
    if (text !== undefined) return { text, bytes: total, final }
    const sound = soundBytes(ready, encoding)
    const before = strictly(ready.subarray(0, sound), encoding) ?? ''
    return { text: before, bytes: total, final, fault: { offset: offset + sound, encoding } }
  }
}

/** Undefined where the bytes do not fit the encoding. */
function strictly(bytes: Uint8Array, encoding: string, stream = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream })
  } catch {
    return undefined
  }
}

/** How many bytes at the end may be the beginning of a character that the next piece completes. */
function unfinished(bytes: Uint8Array, encoding: string): number {
  if (encoding === 'windows-1252') return 0
  if (encoding === 'utf-8') return unfinishedUtf8(bytes)
  const odd = bytes.length % 2
  const high = bytes[bytes.length - odd - (encoding === 'utf-16le' ? 1 : 2)] ?? 0
  return high >= 0xd8 && high <= 0xdb ? odd + 2 : odd
}

function unfinishedUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** The number of bytes before the first that does not fit: halving finds where a decoder first objects, a step back where the character began. */
function soundBytes(bytes: Uint8Array, encoding: string): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (strictly(bytes.subarray(0, middle), encoding, true) === undefined) bad = middle
    else good = middle
  }
  let sound = Math.min(good, bytes.length)
  while (sound > 0 && strictly(bytes.subarray(0, sound), encoding) === undefined) sound--
  return sound
}
