// The screens behind the same port: their files, and each page rendered with the door in-process.

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'
import { createRequestHandler, type RouterContextProvider, type ServerBuild } from 'react-router'
import { inTime, usualPatience } from '#http/in-time.ts'
import type { Knock } from '#http/mount.ts'
import type { Testamur } from './testamur.ts'

/** What the bundle's entry exports beside the renderer; see web/README.md. */
type Entry = Readonly<{
  contextFor: (services: object) => RouterContextProvider
  localeOf: (request: Request) => string
}>

type Answering = Pick<Testamur, 'app' | 'call'> & Readonly<{ origins: readonly [string, ...string[]] }>

/** Does nothing where the screens have not been built. `folder` is the project's. */
export async function mountScreens({ app, call, origins }: Answering, folder: string): Promise<boolean> {
  const bundle = join(folder, 'build/server/index.js')
  if (!existsSync(bundle)) return false
  // the shape that the build has, which TypeScript cannot see from here
  const build = (await import(pathToFileURL(bundle).href)) as ServerBuild
  const entry = build.entry.module as unknown as Entry
  const render = createRequestHandler(build, 'production')
  mountFiles(app, join(folder, 'build/client'))
  app.all('*', async (c) => {
    if (isForged(c.req.raw, origins)) return c.text('This form was sent from another site', 403)
    const nonce = randomBytes(16).toString('base64')
    const services = await servicesFor(c, call, entry, origins[0], nonce)
    const { request, whyNot } = arriving(c.req.raw, services.session.person !== undefined)
    const response = whyNot() ? undefined : await render(request, entry.contextFor(services))
    const [sentence, status] = whyNot() ?? []
    if (!response || sentence) return c.text(sentence ?? '', status ?? 400)
    const answer = new Response(response.body, response)
    if (!answer.headers.has('content-security-policy')) answer.headers.set('content-security-policy', policy(nonce))
    if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'private, no-store')
    return answer
  })
  return true
}

function mountFiles(app: Hono<Knock>, root: string): void {
  const forever = 'public, max-age=31536000, immutable'
  app.use('/assets/*', serveStatic({ root, onFound: (_, c) => c.header('cache-control', forever) }))
  app.get('/favicon.svg', serveStatic({ root, onFound: (_, c) => c.header('cache-control', 'public, max-age=86400') }))
}

async function servicesFor(c: Context<Knock>, call: Testamur['call'], entry: Entry, origin: string, nonce: string) {
  const cookie = c.req.header('cookie')
  const asReader = (request: Request) => {
    // a page's own requests come from us; the form that caused them was checked above
    request.headers.set('origin', origin)
    if (cookie) request.headers.set('cookie', cookie)
    return call(request, c.get('address'))
  }
  const { person, organisations, demonstration, signUp } = await (await asReader(new Request(`${origin}/v1/session`))).json()
  return {
    call: asReader,
    session: { person, organisations, demo: demonstration, signUp },
    locale: entry.localeOf(c.req.raw),
    nonce,
    origin,
  }
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

function isForged(request: Request, origins: readonly string[]): boolean {
  if (safe.has(request.method)) return false
  const origin = request.headers.get('origin')
  return origin === null ? request.headers.get('sec-fetch-site') !== 'same-origin' : !origins.includes(origin)
}

const tooSlow = ['This form arrived too slowly; please try again', 408] as const
const tooLarge = ['This form is larger than we accept', 413] as const

// results of a learning system, sent by somebody who is signed in, are streamed on and bounded by the door
const resultsAddress = /^\/o\/[^/]+\/imports\//
const mostBytes = 20 * 1024 * 1024

/** Only files for an import may be large and take long; other forms are small. */
function arriving(request: Request, isSignedIn: boolean) {
  let why: typeof tooSlow | typeof tooLarge | undefined
  const whyNot = () => why
  if (!request.body) return { request, whyNot }
  const isLarge = isSignedIn && resultsAddress.test(new URL(request.url).pathname)
  if (!isLarge && Number(request.headers.get('content-length') ?? 0) > mostBytes) why = tooLarge
  const inTimeBody = inTime(request.body, isLarge ? usualPatience.large : usualPatience.small, () => {
    why = tooSlow
  })
  const bounded = isLarge
    ? inTimeBody
    : atMost(inTimeBody, mostBytes, () => {
        why = tooLarge
      })
  // a body that is a stream needs `duplex` (Fetch standard), which the types do not know yet
  const init: RequestInit & { duplex: 'half' } = { body: bounded, duplex: 'half' }
  return { request: new Request(request, init), whyNot }
}

function atMost(body: ReadableStream<Uint8Array>, most: number, onMore: () => void): ReadableStream<Uint8Array> {
  let size = 0
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.length
        if (size <= most) return controller.enqueue(chunk)
        onMore()
        controller.error(new Error('the form is too large'))
      },
    }),
  )
}

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
