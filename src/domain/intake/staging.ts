// Staging: facts as rows that wait, each with a digest of what it says and an id for what it may become; names sealed before they are stored.
import { hash } from 'node:crypto'
import { newId } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Fact, FactKind, LearnerFact } from '#standards/csv/facts.ts'
import { type LearnerRow, listLearnersByKey } from './learner-store.ts'
import { opened, seal } from './learners.ts'
import { hashesOf, type Named } from './sealed-search.ts'
import type { StagedFact } from './staging-store.ts'

const prefixes = {
  learner: 'lrn',
  offering: 'off',
  line_item: 'li',
  enrolment: 'enr',
  result: 'res',
  outcome: 'res',
} as const satisfies Record<FactKind, string>

/** In the order given. Keys are made and names sealed here, so never call this inside a transaction. */
export async function staged(ctx: Ctx, facts: readonly Fact[]): Promise<StagedFact[]> {
  const named = facts
    .filter((fact) => fact.fact === 'learner')
    .filter(({ name, email }) => name !== undefined || email !== undefined)
  const known = new Map(
    named.length === 0
      ? []
      : (await listLearnersByKey(ctx, [...new Set(named.map(({ key }) => key))])).map((row) => [row.key, row]),
  )
  return Promise.all(
    facts.map((fact) => (fact.fact === 'learner' ? stagedLearner(ctx, fact, known.get(fact.key)) : plain(ctx, fact))),
  )
}

/** The same whatever the order of its fields: a profile may name them in another one next time. */
const digestOf = (says: Readonly<Record<string, unknown>>) =>
  hash('sha256', JSON.stringify(Object.entries(says).sort(([a], [b]) => (a < b ? -1 : 1))), 'base64url').slice(0, 24)

function plain(ctx: Ctx, { fact: kind, place, ...says }: Fact): StagedFact {
  const fact = kind === 'result' ? { carriedOver: false, ...says } : says
  return { kind, ...place, ...keysOf(kind, fact), fact, digest: digestOf(fact), target: newId(prefixes[kind], ctx.now) }
}

type Keys = { key?: string; offering?: string; learner?: string; lineItem?: string }

function keysOf(kind: FactKind, { key = '', offering = '', learner = '', lineItem = '' }: Keys) {
  return {
    offeringKey: kind === 'offering' ? key : offering,
    learnerKey: kind === 'learner' ? key : learner,
    lineItemKey: kind === 'line_item' ? key : lineItem,
  }
}

async function stagedLearner(ctx: Ctx, fact: LearnerFact, known: LearnerRow | undefined): Promise<StagedFact> {
  const { key, name, email } = fact
  const bare: StagedFact = { ...plain(ctx, { fact: 'learner', place: fact.place, key }), digest: '' }
  if (name === undefined && email === undefined) return bare
  const { plain: dataKey, wrapped } = known?.wrapped
    ? { plain: await ctx.keys.unwrap(known.wrapped), wrapped: known.wrapped }
    : await ctx.keys.newDataKey()
  // what this file does not say of a learner, another may have said before
  const before = known?.wrapped ? await opened(ctx, dataKey, known.sealed) : {}
  const now = { ...before, ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }) }
  return { ...bare, digest: await personDigest(ctx, now), fact: { key, ...(await sealedFact(ctx, dataKey, wrapped, now)) } }
}

/** Keyed, because a plain hash of a name can be guessed. */
const personDigest = async (ctx: Ctx, { name, email }: Named) =>
  base64(await ctx.keys.keyedHash('learner', JSON.stringify([name, email]))).slice(0, 24)

const sealedFact = async (ctx: Ctx, dataKey: Uint8Array, wrapped: Uint8Array, person: Named) => ({
  wrapped: base64(wrapped),
  sealed: base64(await seal(ctx, dataKey, person)),
  searchHashes: await hashesOf(ctx, person),
})

export const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
export const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
