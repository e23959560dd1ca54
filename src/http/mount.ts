// The door: every request to every capability passes through these lines, in this order.
import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { Api, Download, Endpoint, Serves } from '#kernel/endpoint.ts'
import { Refusal, type Refusals } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { inTime, largeFrom, type Patiences } from './in-time.ts'
import { misfit, problemResponse, refusalResponse } from './problem.ts'
import { readJson, refuseUnstorable } from './read-json.ts'

/** What the door is given about a request beyond itself. */
export type Knock = { Variables: { address: string } }

export type Door = Readonly<{
  /** Who is asking, and for which organisation; runs before anything of the request is believed. */
  enter: (request: Request, endpoint: Endpoint) => Promise<Entered>
  /** Throws `too_many_requests` when this address has knocked too often, or all addresses together on behalf of one account. */
  limit: (name: string, address: string, perMinute: number, account?: string) => Promise<void>
  patience: Patiences
  refusals: Refusals
  noteFault: (error: unknown, where: string) => void
}>

/** `headers` are read when the answer is ready: a session begun or ended on the way sets its cookie there. */
export type Entered = Readonly<{ ctx: Ctx; headers: () => Headers }>

/** `mount(app, door, issuingApi, issuing)` with `import * as issuing`: a missing or ill-typed function does not compile. */
export function mount<A extends Api>(app: Hono<Knock>, door: Door, api: A, room: Serves<A, Ctx>): void {
  for (const [name, endpoint] of Object.entries(api)) {
    // the compiler has checked by `Serves` that each function fits its row
    const serve = room[name as keyof A] as (ctx: Ctx, input: unknown, body?: ReadableStream<Uint8Array>) => Promise<unknown>
    const path = `/v1${endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')}`
    app.on(endpoint.method, path, async (c) => {
      try {
        return await answer(c, door, endpoint, serve)
      } catch (error) {
        return refusalResponse(error, door.refusals, (cause) => door.noteFault(cause, `${endpoint.method} ${path}`))
      }
    })
  }
}

/** Says whether the path is unknown, or only the method there. */
export function whyNobodyAnswers({ method, path }: { method: string; path: string }, apis: readonly Api[]): Refusal {
  const known = apis
    .flatMap((api) => Object.values(api))
    .filter((endpoint) => new RegExp(`^/v1${endpoint.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
  const allow = [...new Set(known.map((endpoint) => endpoint.method))].join(', ')
  return allow ? new Refusal('wrong_method', `${method} ${path}`, { allow }) : new Refusal('not_found', `${method} ${path}`)
}

async function answer(
  c: Context<Knock>,
  door: Door,
  endpoint: Endpoint,
  serve: (ctx: Ctx, input: unknown, body?: ReadableStream<Uint8Array>) => Promise<unknown>,
): Promise<Response> {
  const name = `${endpoint.method} ${endpoint.path}`
  if (endpoint.rate) await door.limit(name, c.get('address'), endpoint.rate)
  const { ctx, headers } = await door.enter(c.req.raw, endpoint)
  const sent = endpoint.method === 'GET' || endpoint.upload ? {} : await readBody(c.req.raw, door)
  const input = endpoint.input.safeParse({ ...query(c), ...sent, ...c.req.param() }, { reportInput: true })
  if (!input.success) return problemResponse(misfit(input.error))
  const account = endpoint.rate && accountIn(input.data)
  if (account) await door.limit(name, c.get('address'), 3 * endpoint.rate, account)
  const body = endpoint.upload ? uploaded(c.req.raw, endpoint, door) : undefined
  const answered = await serve(ctx, input.data, body)
  return endpoint.produces === 'download'
    ? download(answered as Download, headers()) // `Serves` promises it for `produces: 'download'`
    : Response.json(answered, { status: endpoint.status ?? 200, headers: headers() })
}

/** Whose account an attempt is about, hashed, so that guessing from many addresses at once is slow too. */
function accountIn(input: unknown): string | undefined {
  const email = typeof input === 'object' && input !== null && 'email' in input ? input.email : undefined
  return typeof email === 'string' ? createHash('sha256').update(email.toLowerCase()).digest('base64url') : undefined
}

async function readBody(request: Request, { patience }: Door): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim()
  if (type && type !== 'application/json' && request.headers.get('content-length') !== '0')
    throw new Refusal('wrong_media_type', undefined, { sent: type, types: ['application/json'] })
  const value = await readJson(request, patience.small)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('malformed', 'the body must be a JSON object')
  return value as Record<string, unknown>
}

function query(c: Context): Record<string, string> {
  const asked = { ...c.req.query(), ...c.req.param() }
  for (const [key, value] of Object.entries(asked)) {
    refuseUnstorable(key)
    refuseUnstorable(value)
  }
  // names the organisation where a header cannot be sent; the door has read it
  const { organisation: _, ...rest } = c.req.query()
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''))
}

function uploaded(request: Request, { may, upload }: Endpoint, { patience }: Door): ReadableStream<Uint8Array> {
  const { most, types } = upload ?? { most: 0, types: [] }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type)) throw new Refusal('wrong_media_type', undefined, { sent: type || '–', types })
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new Refusal('too_large', undefined, { most })
  const takesLong = most > largeFrom && may !== 'anyone'
  return inTime(request.body ?? new Blob([]).stream(), takesLong ? patience.large : patience.small)
}

function download({ type, body, name, headers = {} }: Download, answer: Headers): Response {
  for (const [key, value] of Object.entries({ 'content-type': type, 'x-content-type-options': 'nosniff', ...headers }))
    answer.set(key, value)
  if (name)
    answer.set(
      'content-disposition',
      `attachment; filename="${name.replaceAll(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
  return new Response(body, { headers: answer })
}
