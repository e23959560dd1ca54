// Finding people whose names are sealed: keyed hashes of the beginnings of each word stand beside the name, and a search asks for the same.
import type { Ctx } from '#ports/ctx.ts'
import { emailHash } from '#ports/email-hash.ts'
import { toBase64url } from '#standards/vc/multibase.ts'

/** What is sealed of a learner. */
export type Named = { name?: string; email?: string }

const shortest = 2
const longest = 12

/** What can be searched of a learner. Without the installation's key they say nothing, and they go when the learner goes. */
export async function hashesOf(ctx: Ctx, { name, email }: Named): Promise<string[]> {
  const beginnings = new Set(name === undefined ? [] : wordsOf(name).flatMap(beginningsOf))
  return Promise.all([
    ...[...beginnings].map((beginning) => hash(ctx, beginning)),
    ...(email === undefined ? [] : [emailHash(ctx.keys, email)]),
  ])
}

/** What all have to be there: the whole e-mail, or the beginning of every word. Nothing where the words are too short to tell. */
export async function hashesSought(ctx: Ctx, search: string): Promise<string[] | undefined> {
  if (search.includes('@')) return [await emailHash(ctx.keys, search)]
  const words = wordsOf(search)
  if (words.length === 0 || words.some((word) => word.length < shortest)) return undefined
  return Promise.all(words.map((word) => hash(ctx, word.slice(0, longest))))
}

/** Without accents and case, as people type. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

const beginningsOf = (word: string): string[] =>
  Array.from({ length: Math.max(1, Math.min(word.length, longest) - shortest + 1) }, (_, at) => word.slice(0, shortest + at))

const hash = async (ctx: Ctx, text: string) => toBase64url((await ctx.keys.keyedHash('search name', text)).slice(0, 12))
