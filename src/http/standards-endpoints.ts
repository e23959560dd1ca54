// The standards' own endpoints, outside /v1: DID documents and status lists, public and cacheable.
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { accepts } from 'hono/accepts'
import { achievementDocument, achievementImage, statusListDocument } from '#domain/issuing/issuing.ts'
import { slug } from '#domain/organisations/organisations.api.ts'
import { didDocument } from '#domain/organisations/organisations.ts'
import { type Id, idSchema } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Door, Knock } from './mount.ts'
import { refusalResponse } from './problem.ts'

type Published = Readonly<{ document: object | Uint8Array<ArrayBuffer>; type: string; maxAge: number }>
type Find = (name: string) => Promise<Published>

/** `publicly` gives a ctx of the public, as if a stranger asked. */
export function mountStandards(app: Hono<Knock>, door: Door, publicly: () => Ctx): void {
  const serve = (path: string, find: Find) => app.get(path, publish(door, path, find))
  serve('/o/:name/did.json', async (name) => ({
    document: await didDocument(publicly(), { slug: slugNamed(name) }),
    type: 'application/did+json',
    maxAge: 300,
  }))
  serve('/status/:name', async (name) => {
    const id = idSchema('sl').safeParse(name)
    if (!id.success) throw new Refusal('not_found', name)
    return { document: await statusListDocument(publicly(), { id: id.data }), type: 'application/vc+ld+json', maxAge: 60 }
  })
  serve('/achievements/:name/image.png', async (name) => ({
    document: await achievementImage(publicly(), { id: versionNamed(name) }),
    type: 'image/png',
    maxAge: 86_400,
  }))
  const achievement = publish(door, '/achievements/:name', async (name) => ({
    document: await achievementDocument(publicly(), { id: versionNamed(name) }),
    type: 'application/ld+json',
    maxAge: 3600,
  }))
  app.get('/achievements/:name', orPage(achievement))
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

type Answer = (c: Context<Knock>) => Promise<Response>

function publish(door: Door, path: string, find: Find): Answer {
  return async (c) => {
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
  }
}

/** People get the page of the same address, where there are screens; programs the document. */
function orPage(document: Answer): MiddlewareHandler<Knock> {
  return async (c, next) => {
    // what a page that is open already fetches for itself
    if (c.req.path.endsWith('.data')) return next()
    if (prefersPage(c)) await next()
    if (!c.res.headers.get('content-type')?.startsWith('text/html')) {
      c.res = undefined
      c.res = await document(c)
    }
    c.res.headers.append('vary', 'accept')
  }
}

/** Only where HTML was named and ranks above JSON (RFC 9110, 12.5.1): whoever takes anything has named nothing. */
const prefersPage = (c: Context): boolean =>
  pages.includes(accepts(c, { header: 'Accept', supports: [...documents, ...pages], default: '' }))

const pages = ['text/html', 'application/xhtml+xml']
const documents = ['application/ld+json', 'application/json', 'application/vc+ld+json', 'application/vc']
