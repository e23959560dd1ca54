// Verification: what anybody sends or points at, asked the questions of the standard; bad news is an answer, not an error.
import { readAtMost } from '#kernel/bytes.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Known } from '#standards/verify/check.ts'
import type { Report } from '#standards/verify/report.ts'
import { verify as verifyCandidate } from '#standards/verify/verify.ts'
import { verificationApi } from './verification.api.ts'

type In = Inputs<typeof verificationApi>

export async function verify(ctx: Ctx, { credential, link, ...known }: In['verify']): Promise<Report> {
  if (credential !== undefined)
    return verifyHere(ctx, typeof credential === 'string' ? credential : JSON.stringify(credential), known)
  if (link === undefined) throw new Refusal('nothing_to_verify')
  return verifyHere(ctx, await fetchCandidate(ctx, link), known)
}

export async function verifyFile(ctx: Ctx, _: In['verifyFile'], body: ReadableStream<Uint8Array>): Promise<Report> {
  return verifyHere(ctx, await readAtMost(body, verificationApi.verifyFile.upload.most))
}

type Asked = Readonly<{ [Name in keyof Known]: Known[Name] | undefined }>

function verifyHere(ctx: Ctx, candidate: Uint8Array | string, asked: Asked = {}): Promise<Report> {
  const known = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  return verifyCandidate(candidate, { now: ctx.now, fetch: ctx.outside.fetch }, known)
}

const accept =
  'application/vc+ld+json, application/vc, application/ld+json, application/json, application/vc+jwt;q=0.9, image/png;q=0.9, image/svg+xml;q=0.9'

/** A page of ours answers with the credential behind it when asked for JSON. */
async function fetchCandidate(ctx: Ctx, link: string): Promise<Uint8Array> {
  const { status, type, body } = await ctx.outside.fetch(link, { accept })
  if (status !== 200) throw new Refusal('link_answers_otherwise', `${status}`, { status })
  if (type.startsWith('text/html')) throw new Refusal('link_answers_otherwise', 'a web page', { status })
  return body
}
