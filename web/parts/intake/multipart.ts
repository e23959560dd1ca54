// A form with files, read part by part while it arrives (multipart/form-data, RFC 7578): nothing larger than one piece is ever held in memory.

export type Part = Readonly<{ name: string; filename?: string; type?: string; body: ReadableStream<Uint8Array<ArrayBuffer>> }>

/** A form may have so many parts, and the head of each so many bytes. */
const bounds = { parts: 200, head: 16_384 }

/** Why a form could not be read: it is not one, it breaks off, or it goes beyond the bounds. */
export type Malformed = 'not_multipart' | 'breaks_off' | 'too_many_parts' | 'head_too_long'

/** Each part must be read to its end (or be cancelled) before the next one comes. Throws a `TypeError` that names a `Malformed`. */
export async function* partsOf(request: Pick<Request, 'headers' | 'body'>): AsyncGenerator<Part> {
  const boundary = boundaryIn(request.headers.get('content-type'))
  if (boundary === undefined || !request.body) throw new TypeError('not_multipart' satisfies Malformed)
  const pieces = readAhead(request.body)
  // the first delimiter stands at the very beginning; a line break in front makes it like all others
  pieces.putBack(encode('\r\n'))
  const delimiter = encode(`\r\n--${boundary}`)
  await skipTo(pieces, delimiter)
  for (let count = 0; await another(pieces); count += 1) {
    if (count >= bounds.parts) throw new TypeError('too_many_parts' satisfies Malformed)
    const part = partWith(await headOf(pieces), pieces, delimiter)
    yield part.shown
    await part.finish()
  }
}

const encode = (text: string) => new TextEncoder().encode(text)

function boundaryIn(type: string | null): string | undefined {
  if (!type || !/^multipart\/form-data\s*;/i.test(type)) return undefined
  const [, quoted, bare] = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^;,\s"]{1,70}))/i.exec(type) ?? []
  return quoted ?? bare
}

type Pieces = Readonly<{
  next: () => Promise<Uint8Array<ArrayBuffer> | undefined>
  putBack: (piece: Uint8Array<ArrayBuffer>) => void
}>

function readAhead(body: ReadableStream<Uint8Array>): Pieces {
  const reader = body.getReader()
  const waiting: Uint8Array<ArrayBuffer>[] = []
  return {
    async next() {
      const held = waiting.pop()
      if (held) return held
      const { value } = await reader.read()
      // what a network gives us is never shared memory
      return value as Uint8Array<ArrayBuffer> | undefined
    },
    putBack(piece) {
      if (piece.length > 0) waiting.push(piece)
    },
  }
}

/** What comes before the delimiter, piece by piece; undefined once the delimiter has been passed. */
function upTo(pieces: Pieces, delimiter: Uint8Array): () => Promise<Uint8Array<ArrayBuffer> | undefined> {
  let ended = false
  return async () => {
    if (ended) return undefined
    let held = await pieces.next()
    for (;;) {
      if (held === undefined) throw new TypeError('breaks_off' satisfies Malformed)
      const at = indexOf(held, delimiter)
      if (at >= 0) {
        ended = true
        pieces.putBack(held.subarray(at + delimiter.length))
        return at === 0 ? undefined : held.subarray(0, at)
      }
      // a delimiter may begin at the end of this piece
      const safe = held.length - delimiter.length + 1
      if (safe > 0) {
        pieces.putBack(held.subarray(safe))
        return held.subarray(0, safe)
      }
      const more = await pieces.next()
      held = more && joined(held, more)
    }
  }
}

async function skipTo(pieces: Pieces, delimiter: Uint8Array): Promise<void> {
  const next = upTo(pieces, delimiter)
  while (await next());
}

/** After a delimiter: a line break, and a part follows; two dashes, and the form is over. */
async function another(pieces: Pieces): Promise<boolean> {
  let held = await pieces.next()
  while (held && held.length < 2) {
    const more = await pieces.next()
    if (!more) break
    held = joined(held, more)
  }
  if (!held || held.length < 2) throw new TypeError('breaks_off' satisfies Malformed)
  pieces.putBack(held.subarray(2))
  const two = String.fromCharCode(held[0] ?? 0, held[1] ?? 0)
  if (two !== '\r\n' && two !== '--') throw new TypeError('breaks_off' satisfies Malformed)
  return two === '\r\n'
}

async function headOf(pieces: Pieces): Promise<string> {
  pieces.putBack(encode('\r\n'))
  const next = upTo(pieces, encode('\r\n\r\n'))
  let head = new Uint8Array(0)
  for (let piece = await next(); piece; piece = await next()) {
    head = joined(head, piece)
    if (head.length > bounds.head) throw new TypeError('head_too_long' satisfies Malformed)
  }
  return new TextDecoder().decode(head)
}

function partWith(head: string, pieces: Pieces, delimiter: Uint8Array) {
  const next = upTo(pieces, delimiter)
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const piece = await next()
        if (piece) controller.enqueue(piece)
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  const filename = parameter(head, 'filename')
  const type = /^content-type:\s*([^\r\n;]+)/im.exec(head)?.[1]?.trim()
  const shown: Part = {
    name: parameter(head, 'name') ?? '',
    ...(filename === undefined ? {} : { filename }),
    ...(type === undefined ? {} : { type }),
    body,
  }
  return {
    shown,
    async finish() {
      while (await next());
    },
  }
}

/** Browsers write a quote as %22 and leave other signs as they are. */
function parameter(head: string, name: string): string | undefined {
  const found = new RegExp(`^content-disposition:[^\\r\\n]*[;\\s]${name}="([^"\\r\\n]*)"`, 'im').exec(head)?.[1]
  return found?.replaceAll('%22', '"').replaceAll(/%0D%0A|%0D|%0A/gi, '')
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first); at >= 0 && at <= bytes.length - wanted.length; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  return -1
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
