// Status lists: places for new credentials, bits for revoked and suspended ones, and the signed list that the world reads.
import { issuerOf, signingKeyInUse } from '#domain/organisations/organisations.ts'
import { type Id, newId } from '#kernel/id.ts'
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { composeStatusList, emptyList, encodeList, leastBits } from '#standards/status/bitstring.ts'
import { permutation } from '#standards/status/permutation.ts'
import {
  closeList,
  findList,
  findOpenList,
  findSignedList,
  insertList,
  takePlaces,
  updateBit,
  updateDocument,
} from './status-store.ts'

export type Purpose = 'revocation' | 'suspension'
export type Place = Readonly<{ list: Id<'sl'>; index: number }>

/** `count` places that nobody else has; drawn so that outsiders cannot tell the order. Run inside a transaction. */
export async function reservePlaces(ctx: Ctx, purpose: Purpose, count: number): Promise<Place[]> {
  const places: Place[] = []
  while (places.length < count) {
    const list = (await findOpenList(ctx, purpose)) ?? (await openList(ctx, purpose))
    const wanted = Math.min(count - places.length, list.length - list.next)
    const first = wanted > 0 ? await takePlaces(ctx, list.id, wanted) : undefined
    if (first === undefined) {
      await closeList(ctx, list.id)
      continue
    }
    const indexOf = await permutation(list.length, list.permutation_key)
    for (let position = first; position < first + wanted; position += 1) places.push({ list: list.id, index: indexOf(position) })
  }
  return places
}

async function openList(ctx: Ctx, purpose: Purpose) {
  const key = crypto.getRandomValues(new Uint8Array(32))
  await insertList(ctx, { id: newId('sl', ctx.now), purpose, length: leastBits, key, bits: emptyList() })
  // where two opened one at once, the first one's is taken
  return found(await findOpenList(ctx, purpose), purpose)
}

/** Run inside the transaction of the act that it shows. */
export const setStatus = (ctx: Ctx, { list, index }: Place, value: boolean) => updateBit(ctx, list, index, value)

// signed anew after a change, and before the old signature's day is over
const signedFor = 12 * 60 * 60 * 1000
const validFor = 24 * 60 * 60 * 1000

/** The list's address never changes. */
export const listUrl = (ctx: Pick<Ctx, 'origin'>, id: Id<'sl'>) => `${ctx.origin}/status/${id}`

/** The signed BitstringStatusListCredential (Bitstring Status List 1.0, section 3.2), for anybody who asks. */
export async function statusListDocument(ctx: Ctx, { id }: { id: Id<'sl'> }): Promise<object> {
  const known = found(await findSignedList(ctx, id), id)
  const fresh =
    known.document_signed &&
    known.document_of?.getTime() === known.changed.getTime() &&
    ctx.now.getTime() - known.document_signed.getTime() < signedFor
  return fresh && known.document ? JSON.parse(known.document) : signAnew(ctx.within(known.organisation), id)
}

async function signAnew(ctx: Ctx, id: Id<'sl'>): Promise<object> {
  const list = found(await findList(ctx, id), id)
  const { id: issuer } = await issuerOf(ctx)
  const { wrapped, verificationMethod } = await signingKeyInUse(ctx)
  const document = composeStatusList({
    id: listUrl(ctx, id),
    issuer,
    purpose: list.purpose as Purpose, // checked by the table
    encodedList: await encodeList(list.bits),
    validFrom: ctx.now,
    validUntil: new Date(ctx.now.getTime() + validFor),
    ttl: 60_000,
  })
  const signed = await ctx.signing.secure({ wrapped, verificationMethod, created: ctx.now }, document)
  await updateDocument(ctx, id, JSON.stringify(signed), list.changed)
  return signed
}
