// Rows as PostgreSQL's COPY text format, written with back-pressure.
import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Writes every row, the stamp first, ends the stream and answers how many rows there were. */
export async function copyText(
  stream: Writable,
  stamp: string,
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): Promise<number> {
  const finished = new Promise<void>((resolve, reject) => stream.once('finish', resolve).once('error', reject))
  // an error also rejects the awaited write below; this handler only keeps it from being reported as unhandled
  finished.catch(() => {})
  let count = 0
  let waiting: string[] = []
  let size = 0
  const flush = async () => {
    if (waiting.length > 0 && !stream.write(waiting.join(''))) await Promise.race([once(stream, 'drain'), finished])
    waiting = []
    size = 0
  }
  try {
    for await (const row of rows) {
      const line = `${field(stamp)}\t${row.map(field).join('\t')}\n`
      waiting.push(line)
      size += line.length
      count += 1
      if (size > 65_536) await flush()
    }
    await flush()
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
  stream.end()
  await finished
  return count
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const toEscape = /[\\\t\n\r]/

const escaped = (text: string) =>
  toEscape.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : text

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex')}`
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return escaped(`{${value.map(element).join(',')}}`)
  if (typeof value === 'object') return escaped(JSON.stringify(value))
  return escaped(String(value))
}

// text[] only
const element = (value: unknown) => `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`
