// The signed document of a credential: read back from its sealed body, and offered as a file.
import { badgePng } from '#domain/design/badges.ts'
import { readVersion } from '#domain/design/design.ts'
import { learnersOf } from '#domain/intake/intake.ts'
import type { Download } from '#kernel/endpoint.ts'
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { bake } from '#standards/bake/png.ts'
import { type CredentialRow, findBody } from './credential-store.ts'
import { credentialState } from './rules.ts'

export async function documentOf(ctx: Ctx, { id, learner }: CredentialRow): Promise<Record<string, unknown>> {
  const [{ body }, [known]] = await Promise.all([findBody(ctx, id).then((row) => found(row, id)), learnersOf(ctx, [learner])])
  return ctx.signing.read(found(known, learner).dataKey, body)
}

export const stateOf = (
  { revoked, suspended, valid_until }: Pick<CredentialRow, 'revoked' | 'suspended' | 'valid_until'>,
  now: Date,
) => credentialState({ revoked: revoked !== null, suspended: suspended !== null, validUntil: valid_until ?? undefined }, now)

/** JSON, or the badge's PNG with the JSON baked in (Open Badges 3.0, section 5.3). */
export async function credentialFile(ctx: Ctx, row: CredentialRow, format: 'json' | 'png'): Promise<Download> {
  const document = await documentOf(ctx, row)
  if (format === 'json')
    return { type: 'application/vc+ld+json', body: JSON.stringify(document), name: `${fileName(row.title)}.json` }
  const { document: design } = await readVersion(ctx, { id: row.design_version })
  return {
    type: 'image/png',
    body: bake(await badgePng(ctx, design), JSON.stringify(document)),
    name: `${fileName(row.title)}.png`,
  }
}

const fileName = (title: string) =>
  title
    .replaceAll(/[^\p{L}\p{M}\p{N} ._-]/gu, ' ')
    .trim()
    .slice(0, 80) || 'credential'
