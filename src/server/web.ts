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
    const { request, isLate } = arrivingInTime(c.req.raw, services.session.person !== undefined)
    const response = await render(request, entry.contextFor(services))
    if (isLate()) return c.text('This form arrived too slowly; please try again', 408)
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

/** Files of people who are signed in may take long; other forms are small. */
function arrivingInTime(request: Request, isSignedIn: boolean) {
  if (!request.body) return { request, isLate: () => false }
  const isFile = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false
  const patience = isFile && isSignedIn ? usualPatience.large : usualPatience.small
  let late = false
  const noted = () => {
    late = true
  }
  // a body that is a stream needs `duplex` (Fetch standard), which the types do not know yet
  const init: RequestInit & { duplex: 'half' } = { body: inTime(request.body, patience, noted), duplex: 'half' }
  return { request: new Request(request, init), isLate: () => late }
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
