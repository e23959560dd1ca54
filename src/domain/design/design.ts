// Design: from a first title to a published version, which never changes and from which everything else is written.

import * as z from 'zod'
import { record } from '#domain/trust/trust.ts'
import { sameBytes, sha256, toHex } from '#kernel/bytes.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import { type Id, newId } from '#kernel/id.ts'
import { page } from '#kernel/page.ts'
import { found, Refusal, refuseIf } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { jcs } from '#standards/vc/jcs.ts'
import { badgeFile, storeImage } from './badges.ts'
import { designApi, type MicroCredential, type PublishedVersion } from './design.api.ts'
import { type DesignDocument, designDocument, type Step, schemaVersion, stepNames, steps } from './design-document.ts'
import { publishedStatement } from './logged.ts'
import { missingFrom, type Standing, stateOf, whyNotEdit, whyNotPublish, whyNotRetire } from './rules.ts'
import {
  countMicroCredentials,
  findImage,
  findMicroCredential,
  findVersion,
  findVersionOwner,
  insertDraftSteps,
  insertMicroCredential,
  insertVersion,
  listByKeys,
  listDraftSteps,
  listMicroCredentials,
  listNewestVersions,
  listVersions,
  lockMicroCredential,
  updateDraftDigest,
  updateDraftStep,
  updateRetired,
} from './store.ts'

export { readVersionLogProof, versionsTold } from './logged.ts'

type In = Inputs<typeof designApi>

export async function list(ctx: Ctx, asked: In['list']) {
  const [rows, total] = await Promise.all([listMicroCredentials(ctx, asked), countMicroCredentials(ctx, asked)])
  const items = rows.map(({ id, key, title, version, changed, state }) => ({
    id,
    key,
    title,
    state: state as MicroCredential['state'], // one of the four words in the query's case
    changed: changed.toISOString(),
    ...(version === null ? {} : { version }),
  }))
  return page(items, asked.limit, total)
}

export async function create(ctx: Ctx, { key, title, document }: In['create']): Promise<MicroCredential> {
  const whole = designDocument.parse(document ?? {})
  const draft = title ? { ...whole, overview: { ...whole.overview, title } } : whole
  return ctx.atomically(async (ctx) => {
    const id = newId('mc', ctx.now)
    if (!(await insertMicroCredential(ctx, id, key))) throw new Refusal('key_taken', key)
    await refuseUnknownImage(ctx, draft)
    await insertDraftSteps(ctx, id, draft)
    await noteDigest(ctx, id)
    await ctx.tell({ kind: 'micro_credential.created', about: id })
    return read(ctx, { id })
  })
}

export async function read(ctx: Ctx, { id }: In['read']): Promise<MicroCredential> {
  const row = found(await findMicroCredential(ctx, id), id)
  const [drafts, versions] = await Promise.all([listDraftSteps(ctx, [id]), listVersions(ctx, [id])])
  const document = documentOf(drafts)
  const changed = new Date(Math.max(...drafts.map((draft) => draft.changed.getTime())))
  const standing = await standingOf(row.retired !== null, document, versions[0])
  return {
    id,
    key: row.key,
    title: document.overview.title,
    state: stateOf(standing),
    changed: changed.toISOString(),
    ...(versions[0] ? { version: versions[0].number } : {}),
    document,
    // every step was inserted when the micro-credential was created
    revisions: Object.fromEntries(drafts.map(({ step, revision }) => [step, revision])) as Record<Step, number>,
    versions: versions.map(versionOf),
    missing: missingFrom(document).map((missing) => ({ ...missing })),
  }
}

export async function saveStep(ctx: Ctx, { id, step, revision, document }: In['saveStep']): Promise<MicroCredential> {
  const parsed = steps[step].safeParse(document, { reportInput: true })
  if (!parsed.success) throw new z.ZodError(parsed.error.issues.map((issue) => ({ ...issue, path: ['document', ...issue.path] })))
  return ctx.atomically(async (ctx) => {
    refuseIf(whyNotEdit({ retired: found(await findMicroCredential(ctx, id), id).retired !== null }))
    if (!(await updateDraftStep(ctx, id, step, revision, parsed.data))) {
      const theirs = (await listDraftSteps(ctx, [id])).find((draft) => draft.step === step)
      throw new Refusal('draft_changed', step, { yours: parsed.data, theirs: theirs?.document, revision: theirs?.revision })
    }
    await refuseUnknownImage(ctx, documentOf(await listDraftSteps(ctx, [id])))
    await noteDigest(ctx, id)
    await ctx.tell({ kind: 'draft.saved', about: id, detail: { step } })
    return read(ctx, { id })
  })
}

export async function publish(ctx: Ctx, { id }: In['publish']): Promise<MicroCredential> {
  return ctx.atomically(async (ctx) => {
    found(await lockMicroCredential(ctx, id), id)
    const { retired } = found(await findMicroCredential(ctx, id), id)
    const document = documentOf(await listDraftSteps(ctx, [id]))
    const [last] = await listVersions(ctx, [id])
    const missing = missingFrom(document)
    const why = whyNotPublish(await standingOf(retired !== null, document, last), missing)
    if (why)
      throw new Refusal(why, missing.map(({ code }) => code).join(', ') || undefined, missing.length > 0 ? { missing } : {})
    const { text, digest } = await canonical(document)
    const version = {
      id: newId('dv', ctx.now),
      microCredential: id,
      number: (last?.number ?? 0) + 1,
      schemaVersion,
      text,
      digest,
    }
    await insertVersion(ctx, version, document.outcomes.learningOutcomes)
    await record(ctx, [publishedStatement(version.id, digest)])
    await ctx.tell({ kind: 'version.published', about: id, detail: { version: version.id, number: version.number } })
    return read(ctx, { id })
  })
}

export async function readVersion(ctx: Ctx, { id }: In['readVersion']): Promise<PublishedVersion> {
  return published(found(await findVersion(ctx, id), id))
}

export async function retire(ctx: Ctx, { id }: In['retire']): Promise<MicroCredential> {
  return ctx.atomically(async (ctx) => {
    found(await lockMicroCredential(ctx, id), id)
    refuseIf(whyNotRetire({ retired: found(await findMicroCredential(ctx, id), id).retired !== null }))
    await updateRetired(ctx, id)
    await ctx.tell({ kind: 'micro_credential.retired', about: id })
    return read(ctx, { id })
  })
}

export async function badge(ctx: Ctx, { id, format, width }: In['badge']) {
  const { document } = await read(ctx, { id })
  return badgeFile(ctx, document, format, width)
}

export async function uploadImage(ctx: Ctx, _: In['uploadImage'], body: ReadableStream<Uint8Array>) {
  return storeImage(ctx, body, designApi.uploadImage.upload.most)
}

/** For intake: course code → micro-credential, of those that are not retired. */
export async function findByKeys(ctx: Ctx, keys: readonly string[]): Promise<Map<string, Id<'mc'>>> {
  return new Map((await listByKeys(ctx, keys)).map(({ id, key }) => [key, id]))
}

/** For addresses that credentials carry: the organisation behind a published version, whoever asks. */
export async function ownerOfVersion(ctx: Ctx, id: Id<'dv'>): Promise<Id<'org'>> {
  return found(await findVersionOwner(ctx.within('public'), id), id).organisation
}

/** For issuing: the newest published version of each micro-credential; of all that are not retired when none is named. */
export async function newestVersions(ctx: Ctx, ids?: readonly Id<'mc'>[]): Promise<PublishedVersion[]> {
  return (await listNewestVersions(ctx, ids)).map(published)
}

/** For issuing: code and title of each, whatever its state. */
export async function titlesOf(
  ctx: Ctx,
  ids: readonly Id<'mc'>[],
): Promise<Map<Id<'mc'>, { key: string; title: string; retired: boolean }>> {
  const drafts = await listDraftSteps(ctx, ids)
  const rows = await Promise.all(ids.map((id) => findMicroCredential(ctx, id)))
  return new Map(
    rows.flatMap((row) =>
      row
        ? [
            [
              row.id,
              {
                key: row.key,
                title: documentOf(drafts.filter((draft) => draft.micro_credential === row.id)).overview.title,
                retired: row.retired !== null,
              },
            ] as const,
          ]
        : [],
    ),
  )
}

/** A published version is for good, so no draft may name a picture that is not there. */
async function refuseUnknownImage(ctx: Ctx, { badge: { image } }: DesignDocument): Promise<void> {
  if (image.kind === 'uploaded' && !(await findImage(ctx, image.image))) throw new Refusal('image_unknown', image.image)
}

/** Kept beside the draft, so that lists can say whether it differs from what was published. */
async function noteDigest(ctx: Ctx, id: Id<'mc'>): Promise<void> {
  await updateDraftDigest(ctx, id, (await canonical(documentOf(await listDraftSteps(ctx, [id])))).digest)
}

type VersionRow = Awaited<ReturnType<typeof listVersions>>[number]

const documentOf = (drafts: readonly { step: string; document: unknown }[]): DesignDocument =>
  designDocument.parse(
    Object.fromEntries(
      drafts.filter(({ step }) => stepNames.some((name) => name === step)).map(({ step, document }) => [step, document]),
    ),
  )

async function standingOf(retired: boolean, document: DesignDocument, last: VersionRow | undefined): Promise<Standing> {
  const { digest } = await canonical(document)
  return { retired, versions: last?.number ?? 0, changedSince: last !== undefined && !sameBytes(digest, last.digest) }
}

async function canonical(document: DesignDocument) {
  // what zod has parsed is JSON; leaving out what is undefined
  const text = jcs(JSON.parse(JSON.stringify(document)))
  return { text, digest: await sha256(text) }
}

const versionOf = ({ id, number, digest, published, published_by }: Omit<VersionRow, 'micro_credential'>) => ({
  id,
  number,
  digest: toHex(digest),
  published: published.toISOString(),
  publishedBy: published_by,
})

const published = (row: NonNullable<Awaited<ReturnType<typeof findVersion>>>): PublishedVersion => ({
  ...versionOf(row),
  microCredential: row.micro_credential,
  key: row.key,
  document: designDocument.parse(JSON.parse(row.document)),
})
