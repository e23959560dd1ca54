// A PNG picture taken apart into its chunks and put together again; whatever does not add up is refused (PNG, 5).
import { Refusal } from '#kernel/refusal.ts'
import type { BakeRefusal } from './refusals.ts'

export type Chunk = Readonly<{ type: string; data: Uint8Array }>

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const mostBytes = 16 * 1024 * 1024

/** From IHDR to IEND; what follows is not part of the picture. Throws a `Refusal`. */
export function readChunks(png: Uint8Array): Chunk[] {
  if (!signature.every((byte, at) => png[at] === byte)) throw new Refusal<BakeRefusal>('not_png')
  if (png.length > mostBytes) throw new Refusal<BakeRefusal>('png_too_large', undefined, { most: mostBytes })
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  for (let at = signature.length; chunks.at(-1)?.type !== 'IEND'; ) {
    const chunk = readChunk(png, view, at)
    chunks.push(chunk)
    at += chunk.data.length + 12
  }
  if (chunks[0]?.type !== 'IHDR' || chunks[0].data.length !== 13) throw new Refusal<BakeRefusal>('png_broken', 'no header')
  return chunks
}

export function writeChunks(chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  const png = new Uint8Array(signature.length + chunks.reduce((sum, { data }) => sum + data.length + 12, 0))
  const view = new DataView(png.buffer)
  png.set(signature)
  let at = signature.length
  for (const { type, data } of chunks) {
    view.setUint32(at, data.length)
    png.set(new TextEncoder().encode(type), at + 4)
    png.set(data, at + 8)
    view.setUint32(at + 8 + data.length, crc(png.subarray(at + 4, at + 8 + data.length)))
    at += data.length + 12
  }
  return png
}

/** Length, type, data, CRC over type and data. */
function readChunk(png: Uint8Array, view: DataView, at: number): Chunk {
  if (at + 12 > png.length) throw new Refusal<BakeRefusal>('png_broken', 'it ends too early')
  const end = at + 8 + view.getUint32(at)
  if (end + 4 > png.length) throw new Refusal<BakeRefusal>('png_broken', 'a chunk is longer than the file')
  const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
  if (!/^[A-Za-z]{4}$/.test(type)) throw new Refusal<BakeRefusal>('png_broken', 'a chunk has no name')
  if (crc(png.subarray(at + 4, end)) !== view.getUint32(end)) throw new Refusal<BakeRefusal>('png_broken', 'a checksum is wrong')
  return { type, data: png.subarray(at + 8, end) }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
