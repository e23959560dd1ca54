// What a job has to know and a copy of the database must not tell: sealed with a key of its own, wrapped by the installation's.
import * as z from 'zod'
import type { Ctx } from '#ports/ctx.ts'
import { fromBase64url, toBase64url } from '#standards/vc/multibase.ts'

export const sealed = z.object({ wrapped: z.string(), sealed: z.string() })
export type Sealed = z.output<typeof sealed>

/** Asks the key service, so never inside a transaction. */
export async function seal(ctx: Ctx, value: object): Promise<Sealed> {
  const { plain, wrapped } = await ctx.keys.newDataKey()
  const bytes = await ctx.keys.seal(plain, new TextEncoder().encode(JSON.stringify(value)))
  return { wrapped: toBase64url(wrapped), sealed: toBase64url(bytes) }
}

export async function unseal<T>(ctx: Ctx, shape: z.ZodType<T>, { wrapped, sealed }: Sealed): Promise<T> {
  const key = await ctx.keys.unwrap(bytesOf(wrapped))
  return shape.parse(JSON.parse(new TextDecoder().decode(await ctx.keys.open(key, bytesOf(sealed)))))
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64url(text)
  if (!bytes) throw new TypeError('not base64url')
  return bytes
}
