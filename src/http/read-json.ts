// Reading a stranger's JSON: bounded in bytes, depth and members, and free of what a database cannot store.
import { readAtMost } from '#kernel/bytes.ts'
import { Refusal } from '#kernel/refusal.ts'
import { inTime, type Patience } from './in-time.ts'

const mostBytes = 2 * 1024 * 1024
const deepest = 64
const mostMembers = 200_000

/** The body as a value; an absent body is `{}`. Refuses `malformed`, `too_large` and `too_slow`, naming where. */
export async function readJson(request: Request, patience: Patience): Promise<unknown> {
  const text = await readText(request, patience)
  if (text.trim() === '') return {}
  const value = parsed(text)
  refuseHostile(value)
  return value
}

async function readText(request: Request, patience: Patience): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    throw new Refusal('too_large', undefined, { most: mostBytes })
  if (!request.body) return ''
  const bytes = await readAtMost(inTime(request.body, patience), mostBytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('malformed', 'the body is not UTF-8')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal('malformed', error instanceof Error ? error.message : 'the body is not JSON')
  }
}

/** Level by level, so that depth cannot exhaust the stack. PostgreSQL stores neither U+0000 nor half a surrogate pair. */
export function refuseHostile(value: unknown): void {
  let level = [value]
  let members = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    members += level.length
    if (depth > deepest) throw new Refusal('malformed', `nested more than ${deepest} deep`)
    if (members > mostMembers) throw new Refusal('malformed', `more than ${mostMembers} members`)
    level = level.flatMap(partsOf)
  }
}

function partsOf(value: unknown): unknown[] {
  if (typeof value === 'string') refuseUnstorable(value)
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value
  for (const key of Object.keys(value)) refuseUnstorable(key)
  return Object.values(value)
}

export function refuseUnstorable(text: string): void {
  if (text.includes('\u0000') || !text.isWellFormed())
    throw new Refusal('malformed', 'a text holds a character that cannot be stored')
}
