// What design tells the transparency log: each version published, and the same anew from the rows as they are now.
import { logStateOf, type Stretch, type Told } from '#domain/trust/trust.ts'
import { sameBytes, sha256, toHex } from '#kernel/bytes.ts'
import type { Inputs, Outputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Statement } from '#standards/log/statement.ts'
import type { designApi } from './design.api.ts'
import { findVersion, listVersionsIn } from './store.ts'

type In = Inputs<typeof designApi>
type Out = Outputs<typeof designApi>

export const publishedStatement = (version: Id<'dv'>, digest: Uint8Array): Statement => ({
  kind: 'version.published',
  version,
  digest: toHex(digest),
})

export async function readVersionLogProof(ctx: Ctx, { id }: In['readVersionLogProof']): Promise<Out['readVersionLogProof']> {
  return logStateOf(ctx, publishedStatement(id, found(await findVersion(ctx, id), id).digest))
}

/** For the audit of the log; the document is hashed again, because the digest beside it may be whole although the text is not. */
export async function versionsTold(ctx: Ctx, stretch: Stretch): Promise<Told[]> {
  const rows = await listVersionsIn(ctx, stretch)
  return Promise.all(
    rows.map(async ({ id, document, digest }) => {
      const isWhole = sameBytes(await sha256(document), digest)
      return { statement: publishedStatement(id, digest), ...(isWhole ? {} : { body: 'altered' as const }) }
    }),
  )
}
