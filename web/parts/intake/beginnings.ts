// The beginnings of files that somebody has chosen, read in the browser; nothing is sent for that.
import { decodePieces } from '#standards/csv/decode.ts'
import type { Beginning } from './fitting-profile.ts'

/** Bytes; a header that is longer is no header. */
const most = 65_536

export const beginningsOf = (files: readonly File[]): Promise<Beginning[]> => Promise.all(files.map(beginningOf))

async function beginningOf(file: File): Promise<Beginning> {
  let text = ''
  // a sign cut in two at the end spoils at most the last row
  for await (const piece of decodePieces(file.slice(0, most).stream(), 'auto')) text += piece.text
  return { name: file.name, text, whole: file.size <= most }
}
