// Where the tiles of a log are: at its address, in a folder with a copy of it, or behind a connection of ours.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAtMost } from '#kernel/bytes.ts'
import type { Call } from '#sdk/sdk.ts'
import { tilePath } from '#standards/log/tile-path.ts'
import { type ReadTile, tileWidth } from '#standards/log/tiles.ts'
import { refused } from './problem-words.ts'

/** Checkpoint and key are `undefined` where the log has not begun. */
export type LogPlace = Readonly<{
  tile: ReadTile
  checkpoint: () => Promise<string | undefined>
  key: () => Promise<string | undefined>
}>

/** `undefined` for what is not there. */
type Read = (path: string) => Promise<Uint8Array | undefined>

export const logPlace = (named: string): LogPlace =>
  /^https?:\/\//i.test(named) ? logBehind(named, (request) => fetch(request)) : placeOver(inFolder(named))

/** The log below an address, as `call` answers for it. */
export const logBehind = (address: string, call: Call): LogPlace => placeOver(atAddress(address.replace(/\/+$/, ''), call))

// a whole tile, or a checkpoint that many have signed
const mostBytes = 64 * 1024

const atAddress =
  (address: string, call: Call): Read =>
  async (path) => {
    const response = await call(new Request(`${address}/${path}`))
    if (response.status === 404) return undefined
    if (!response.ok || !response.body) throw refused('log_unreadable', `${address}/${path} answered ${response.status}.`)
    return readAtMost(response.body, mostBytes)
  }

const inFolder =
  (folder: string): Read =>
  async (path) => {
    try {
      return new Uint8Array(await readFile(join(folder, path)))
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }

function placeOver(read: Read): LogPlace {
  const text = async (path: string) => {
    const found = await read(path)
    return found && new TextDecoder().decode(found)
  }
  return {
    // a part that was asked for may have become whole since
    tile: async (tile) => {
      const found = (await read(tilePath(tile))) ?? (await read(tilePath({ ...tile, width: tileWidth })))
      if (!found) throw refused('tile_missing', `There is no ${tilePath(tile)} there.`)
      return found
    },
    checkpoint: () => text('checkpoint'),
    key: () => text('key'),
  }
}
