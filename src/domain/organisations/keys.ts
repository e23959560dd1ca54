// The keys an organisation signs with: made on first need, replaced without breaking what they signed, published for everybody.
import type { Outputs } from '#kernel/endpoint.ts'
import { type Id, newId } from '#kernel/id.ts'
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { composeDidDocument } from '#standards/did/document.ts'
import { multikeyOf } from '#standards/did/key.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import type { organisationsApi } from './organisations.api.ts'
import { didOf, verificationMethodOf } from './rules.ts'
import {
  findOrganisation,
  findOrganisationBySlug,
  findSigningKeyInUse,
  insertSigningKey,
  listSigningKeys,
  lockOrganisation,
  updateRetired,
} from './store.ts'

type Out = Outputs<typeof organisationsApi>

/** `wrapped` goes to `ctx.keys.signer` or `ctx.signing`; `verificationMethod` into the proof. */
export type SigningKeyInUse = Readonly<{
  id: Id<'key'>
  verificationMethod: string
  wrapped: Uint8Array<ArrayBuffer>
  created: Date
}>

export async function listKeys(ctx: Ctx): Promise<Out['listKeys']> {
  return { items: (await listSigningKeys(ctx)).map(shown) }
}

export async function rotateKey(ctx: Ctx): Promise<Out['rotateKey']> {
  const key = { id: newId('key', ctx.now), ...(await ctx.keys.newSigningKey()) }
  return ctx.atomically(async (ctx) => {
    found(await lockOrganisation(ctx), ctx.scope)
    const retired = await updateRetired(ctx)
    if (retired) await ctx.tell({ kind: 'key.retired', about: retired })
    await insertSigningKey(ctx, key)
    await ctx.tell({ kind: 'key.created', about: key.id })
    return shown({ id: key.id, public_key: key.publicKey, created: ctx.now, retired: null })
  })
}

/** For issuing: the key to sign with, made when there is none yet. Two first needs at once get the same one. */
export async function signingKeyInUse(ctx: Ctx): Promise<SigningKeyInUse> {
  const { slug } = found(await findOrganisation(ctx), ctx.scope)
  const key = (await findSigningKeyInUse(ctx)) ?? (await firstKey(ctx))
  return { ...key, verificationMethod: verificationMethodOf(didOf(ctx.origin, slug), key.id) }
}

/** For everybody: the `did:web` document, with every key that ever signed. Refuses `not_found`. */
export async function didDocument(ctx: Ctx, { slug }: { slug: string }): Promise<JsonObject> {
  const everybody = ctx.within('public')
  const { id } = found(await findOrganisationBySlug(everybody, slug), slug)
  const keys = await listSigningKeys(everybody, id)
  return composeDidDocument({
    id: didOf(ctx.origin, slug),
    keys: keys.map((key) => ({
      fragment: key.id,
      publicKeyMultibase: multikeyOf(key.public_key),
      retired: key.retired !== null,
      compromised: key.compromised !== null,
    })),
  })
}

async function firstKey(ctx: Ctx) {
  const key = { id: newId('key', ctx.now), ...(await ctx.keys.newSigningKey()) }
  return ctx.atomically(async (ctx) => {
    if (await insertSigningKey(ctx, key)) await ctx.tell({ kind: 'key.created', about: key.id })
    return found(await findSigningKeyInUse(ctx), 'a signing key')
  })
}

const shown = (key: { id: Id<'key'>; public_key: Uint8Array; created: Date; retired: Date | null }) => ({
  id: key.id,
  publicKeyMultibase: multikeyOf(key.public_key),
  created: key.created.toISOString(),
  ...(key.retired ? { retired: key.retired.toISOString() } : {}),
})
