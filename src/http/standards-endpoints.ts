// The standards' own endpoints, outside /v1: DID documents and status lists, public and cacheable.
import type { Hono } from 'hono'
import { achievementDocument, achievementImage, statusListDocument } from '#domain/issuing/issuing.ts'
import { slug } from '#domain/organisations/organisations.api.ts'
import { didDocument } from '#domain/organisations/organisations.ts'
import { type Id, idSchema } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Door, Knock } from './mount.ts'
import { refusalResponse } from './problem.ts'

type Published = Readonly<{ document: object | Uint8Array<ArrayBuffer>; type: string; maxAge: number }>

/** `publicly` gives a ctx of the public, as if a stranger asked. */
export function mountStandards(app: Hono<Knock>, door: Door, publicly: () => Ctx): void {
  publish(app, door, '/o/:name/did.json', async (name) => ({
    document: await didDocument(publicly(), { slug: slugNamed(name) }),
    type: 'application/did+json',
    maxAge: 300,
  }))
  publish(app, door, '/status/:name', async (name) => {
    const id = idSchema('sl').safeParse(name)
    if (!id.success) throw new Refusal('not_found', name)
    return { document: await statusListDocument(publicly(), { id: id.data }), type: 'application/vc+ld+json', maxAge: 60 }
  })
  publish(app, door, '/achievements/:name', async (name) => ({
    document: await achievementDocument(publicly(), { id: versionNamed(name) }),
    type: 'application/ld+json',
    maxAge: 3600,
  }))
  publish(app, door, '/achievements/:name/image.png', async (name) => ({
    document: await achievementImage(publicly(), { id: versionNamed(name) }),
    type: 'image/png',
    maxAge: 86_400,
  }))
}

function slugNamed(name: string): string {
  const named = slug.safeParse(name)
  if (!named.success) throw new Refusal('not_found')
  return named.data
}

function versionNamed(name: string): Id<'dv'> {
  const id = idSchema('dv').safeParse(name)
  if (!id.success) throw new Refusal('not_found', name)
  return id.data
}

function publish(app: Hono<Knock>, door: Door, path: string, find: (name: string) => Promise<Published>): void {
  app.get(path, async (c) => {
    try {
      await door.limit(path, c.get('address'), 600)
      const { document, type, maxAge } = await find(c.req.param('name') ?? '')
      return new Response(document instanceof Uint8Array ? document : JSON.stringify(document), {
        headers: {
          'content-type': type,
          'cache-control': `public, max-age=${maxAge}`,
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
        },
      })
    } catch (error) {
      return refusalResponse(error, door.refusals, (cause) => door.noteFault(cause, path))
    }
  })
}
