// The addresses of tiles and entry bundles, and how entries are packed (C2SP tlog-tiles).
import { type TileName, tileWidth } from './tiles.ts'

/** `level` is `entries` for a bundle of the entries themselves. */
export type TileAddress = Readonly<{ level: number | 'entries'; number: number; width: number }>

/** `tile/0/x001/x234/067`, `tile/entries/000.p/17`. */
export function tilePath({ level, number, width }: TileAddress | TileName): string {
  const digits = String(number)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const named = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${named}${width < tileWidth ? `.p/${width}` : ''}`
}

/** The tile that an address names; `undefined` for every address that is not written exactly as `tilePath` writes it. */
export function readTilePath(path: string): TileAddress | undefined {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!match) return undefined
  const [, level = '', named = '', width = String(tileWidth)] = match
  const address = {
    level: level === 'entries' ? ('entries' as const) : Number(level),
    number: Number(named.replaceAll(/[x/]/g, '')),
    width: Number(width),
  }
  return address.width > 0 && tilePath(address) === path ? address : undefined
}

/** Each entry after its length in two bytes, most significant first. Throws a RangeError for an entry of more than 65,535 bytes. */
export function packEntries(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new RangeError(`an entry of ${entry.length} bytes`)
    view.setUint16(at, entry.length)
    bytes.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bytes
}
