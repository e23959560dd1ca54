// One request to addresses that have been checked, and its answer within bounds: no more bytes than allowed, on the wire or unpacked.
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getCACertificates } from 'node:tls'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Refusal } from '#kernel/refusal.ts'
import type { OutsideRefusal } from '#ports/outside.ts'

export type Limits = Readonly<{ bytes: number; milliseconds: number; redirects: number }>

export type Answer = Readonly<{
  status: number
  type: string
  body: Uint8Array<ArrayBuffer>
  /** Where it sends us instead. */
  location?: string
  headers: Headers
}>

type Asked = Readonly<{
  url: URL
  headers: Readonly<Record<string, string>>
  addresses: readonly string[]
  signal: AbortSignal
  limits: Limits
  ca: string | undefined
}>

/** GET over TLS, certificate checked against the name in the URL. Throws `outside_unreachable` or `outside_too_large`. */
export async function answerOf({ url, headers, addresses, signal, limits, ca }: Asked): Promise<Answer> {
  try {
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      request(url, {
        // a connection of its own: what was checked for one request is not reused for another
        agent: false,
        headers: { ...headers, 'accept-encoding': [...unpackers.keys()].join(', ') },
        lookup: pinnedTo(addresses),
        signal,
        ...(ca ? { ca: [...getCACertificates(), ca] } : {}),
      })
        .on('response', resolve)
        .on('error', reject)
        .end()
    })
    return await read(message, limits, url, signal)
  } catch (error) {
    throw error instanceof Refusal ? error : unreachable(url, codeOf(error))
  }
}

/** Our own answer, under the same bounds. */
export async function answerWithin(response: Response, limits: Limits, url: URL): Promise<Answer> {
  const body = response.body ? await gathered(atMost(limits.bytes, url)(response.body)) : new Uint8Array()
  return answer(response.status, response.headers, body)
}

/** Answers every question for an address with those that were checked. */
const pinnedTo =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, answer) => {
    const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
    const [first] = all
    if (options.all) answer(null, all)
    else if (first) answer(null, first.address, first.family)
  }

async function read(message: IncomingMessage, limits: Limits, url: URL, signal: AbortSignal): Promise<Answer> {
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  const coding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  const whyNot = whyNotRead(headers, coding, limits, url)
  if (whyNot) {
    message.destroy()
    throw whyNot
  }
  const bounded = atMost(limits.bytes, url)
  const unpack = unpackers.get(coding)?.()
  const body = await (unpack
    ? pipeline(message, bounded, unpack, bounded, gathered, { signal })
    : pipeline(message, bounded, gathered, { signal }))
  return answer(message.statusCode ?? 0, headers, body)
}

function whyNotRead(headers: Headers, coding: string, { bytes }: Limits, url: URL): Refusal | undefined {
  if (Number(headers.get('content-length')) > bytes) return tooLarge(url, bytes)
  return coding === 'identity' || unpackers.has(coding) ? undefined : unreachable(url, 'encoding')
}

const unpackers = new Map<string, () => Duplex>([
  ['gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])

const redirects = new Set([301, 302, 303, 307, 308])

function answer(status: number, headers: Headers, body: Uint8Array<ArrayBuffer>): Answer {
  const location = redirects.has(status) ? headers.get('location') : null
  return { status, type: headers.get('content-type') ?? '', body, headers, ...(location ? { location } : {}) }
}

/** Lets so many bytes through, and gives up at the next. */
const atMost = (bytes: number, url: URL) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let seen = 0
    for await (const chunk of source) {
      seen += chunk.length
      if (seen > bytes) throw tooLarge(url, bytes)
      yield chunk
    }
  }

async function gathered(source: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Uint8Array.from(Buffer.concat(chunks))
}

const tooLarge = (url: URL, most: number) => new Refusal<OutsideRefusal>('outside_too_large', url.host, { url: url.href, most })

const unreachable = (url: URL, why: string) =>
  new Refusal<OutsideRefusal>('outside_unreachable', `${url.host}: ${why}`, { url: url.href, why })

/** Node's own word for what went wrong, such as ECONNREFUSED or CERT_HAS_EXPIRED; of several attempts, the last. */
function codeOf(error: unknown): string {
  const last = error instanceof AggregateError ? error.errors.at(-1) : error
  return last instanceof Error && 'code' in last && typeof last.code === 'string' ? last.code : 'unknown'
}
