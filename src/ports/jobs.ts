// A job is a name, a shape and a call. It is queued in the transaction that caused it, retried whole, and harmless when repeated.
import type * as z from 'zod'
import type { Ctx } from './ctx.ts'

export type Job<T> = Readonly<{
  name: string
  takes: z.ZodType<T>
  run: (ctx: Ctx, input: T) => Promise<void>
}>

export const job = <T>(row: Job<T>): Job<T> => row
