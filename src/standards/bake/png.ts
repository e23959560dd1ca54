// Baking: a credential carried inside its own PNG picture, in exactly one uncompressed iTXt chunk (Open Badges 3.0, 5.3.1; PNG, 11.3.3.4).
import { Refusal } from '#kernel/refusal.ts'
import { unzip } from '#standards/vc/zip.ts'
import { type Chunk, readChunks, writeChunks } from './png-chunks.ts'
import type { BakeRefusal } from './refusals.ts'

/** Open Badges 3.0 and 2.0. The first is the one that we write. */
const keywords = ['openbadgecredential', 'openbadges'] as const

/** The most text that we unpack from a picture, in bytes. */
const mostText = 4 * 1024 * 1024

/** The picture with the text (JSON or a compact JWS) inside; what it carried before is replaced. Throws a `Refusal`. */
export function bake(png: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const [header, ...rest] = readChunks(png).filter((chunk) => keywordOf(chunk) === undefined)
  if (header === undefined) throw new Refusal<BakeRefusal>('png_broken')
  return writeChunks([header, { type: 'iTXt', data: internationalText(keywords[0], text) }, ...rest])
}

/** The text inside the picture, lenient in how it was put there. Throws a `Refusal` with a code of `bakeRefusals`. */
export async function unbake(png: Uint8Array): Promise<string> {
  const chunks = readChunks(png)
  const keyword = keywords.find((word) => chunks.some((chunk) => keywordOf(chunk) === word))
  const [found, ...more] = chunks.filter((chunk) => keywordOf(chunk) === keyword && keyword !== undefined)
  if (found === undefined) throw new Refusal<BakeRefusal>('png_empty')
  if (more.length > 0) throw new Refusal<BakeRefusal>('png_ambiguous')
  const text = await readers[found.type]?.(found.data.subarray((keyword?.length ?? 0) + 1))
  if (text === undefined) throw new Refusal<BakeRefusal>('png_text_broken')
  return text
}

export const isPng = (bytes: Uint8Array): boolean => [0x89, 0x50, 0x4e, 0x47].every((byte, at) => bytes[at] === byte)

/** The keyword of a text chunk that is ours to read. */
function keywordOf({ type, data }: Chunk): (typeof keywords)[number] | undefined {
  if (!Object.hasOwn(readers, type)) return undefined
  return keywords.find((word) => data[word.length] === 0 && latin1(data.subarray(0, word.length)) === word)
}

/** keyword, 0, not compressed, no method, no language, no translated keyword, text. */
const internationalText = (keyword: string, text: string): Uint8Array =>
  Uint8Array.from([...new TextEncoder().encode(keyword), 0, 0, 0, 0, 0, ...new TextEncoder().encode(text)])

/** Chunk type → how its text is read, from the byte behind the keyword's zero. */
const readers: Readonly<Record<string, (data: Uint8Array) => Promise<string | undefined>>> = {
  iTXt: readInternational,
  zTXt: async (data) => (data[0] === 0 ? decoded(await unzip('deflate', data.subarray(1), mostText)) : undefined),
  tEXt: async (data) => decoded(data) ?? latin1(data),
}

async function readInternational(data: Uint8Array): Promise<string | undefined> {
  const afterLanguage = data.indexOf(0, 2)
  const afterTranslation = afterLanguage < 0 ? -1 : data.indexOf(0, afterLanguage + 1)
  if (afterTranslation < 0) return undefined
  const text = data.subarray(afterTranslation + 1)
  if (data[0] === 0) return decoded(text)
  return data[0] === 1 && data[1] === 0 ? decoded(await unzip('deflate', text, mostText)) : undefined
}

function decoded(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
