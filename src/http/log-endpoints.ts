// The transparency log outside /v1, as C2SP tlog-tiles lays it out: what is whole never changes, so any cache may keep and serve it.
import type { Hono } from 'hono'
import { checkpointNote, logKey, tileBytes } from '#domain/trust/trust.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { readTilePath } from '#standards/log/tile-path.ts'
import { tileWidth } from '#standards/log/tiles.ts'
import type { Door, Knock } from './mount.ts'
import { refusalResponse } from './problem.ts'

type Published = Readonly<{ body: Uint8Array<ArrayBuffer> | string; cache: string }>

/** Everything below this address is the log's. */
const logAddress = '/log/'

/** `publicly` gives a ctx of the public, as if a stranger asked. */
export function mountLog(app: Hono<Knock>, door: Door, publicly: () => Ctx): void {
  app.get(`${logAddress}*`, async (c) => {
    try {
      // a tree of a million entries has four thousand tiles, and whoever checks it asks for them all
      await door.limit(logAddress, c.get('address'), 6000)
      const { body, cache } = await find(publicly(), c.req.path.slice(logAddress.length))
      return new Response(body, {
        headers: {
          'content-type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream',
          'cache-control': cache,
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
        },
      })
    } catch (error) {
      return refusalResponse(error, door.refusals, (cause) => door.noteFault(cause, logAddress))
    }
  })
}

async function find(ctx: Ctx, path: string): Promise<Published> {
  if (path === 'checkpoint') return { body: await checkpointNote(ctx), cache: 'public, max-age=2' }
  if (path === 'key') return { body: `${await logKey(ctx)}\n`, cache: 'public, max-age=300' }
  const tile = readTilePath(path)
  if (!tile) throw new Refusal('not_found')
  const whole = tile.width === tileWidth
  return {
    body: await tileBytes(ctx, tile),
    // a part never changes either, but nobody asks for it once there is more
    cache: whole ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  }
}
