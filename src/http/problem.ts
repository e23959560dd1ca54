// A refusal as the outside sees it: problem+json (RFC 9457), from one table of codes.
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import { type Issue, issuesOf } from '#kernel/issue.ts'
import { detailOf, Refusal, type Refusals } from '#kernel/refusal.ts'

export type Problem = Readonly<{
  /** The refusal's code; `misfit` where the input does not fit its schema, with `issues`; `fault` where we are to blame. */
  type: string
  status: number
  title: string
  detail?: string
  values?: Readonly<Record<string, unknown>>
  issues?: readonly Issue[]
}>

const fault: Problem = {
  type: 'fault',
  status: 500,
  title: 'Something went wrong on our side; it has been noted. Please try again',
}

/** Whoever is not a refusal is a fault: told to `noteFault` once, and shown without its words. */
export function problemOf(error: unknown, refusals: Refusals, noteFault: (error: unknown) => void): Problem {
  // a room that looks deeper than the endpoint's schema misfits in the same way
  if (error instanceof z.ZodError) return misfit(error)
  const row = error instanceof Refusal ? refusals[error.code] : undefined
  if (!(error instanceof Refusal) || !row) {
    noteFault(error)
    return fault
  }
  const [status, title, template] = row
  const detail = detailOf(error, template)
  return {
    type: error.code,
    status,
    title,
    ...(detail ? { detail } : {}),
    ...(Object.keys(error.values).length > 0 ? { values: error.values } : {}),
  }
}

/** What a refused request is answered, with the headers that belong to the refusal. */
export function refusalResponse(error: unknown, refusals: Refusals, noteFault: (error: unknown) => void): Response {
  const headers = error instanceof Refusal ? headersOf[error.code]?.(error.values) : undefined
  return problemResponse(problemOf(error, refusals, noteFault), headers)
}

const headersOf: Readonly<Record<string, (values: Refusal['values']) => Record<string, string>>> = {
  // Retry-After: RFC 9110, 10.2.3, in seconds; Allow: RFC 9110, 10.2.1
  too_many_requests: ({ seconds }) => ({ 'retry-after': String(seconds ?? 60) }),
  wrong_method: ({ allow }) => ({ allow: String(allow) }),
}

export const misfit = (error: z.ZodError): Problem => ({
  type: 'misfit',
  status: 400,
  title: 'The input does not fit',
  issues: issuesOf(error.issues.slice(0, 100)).slice(0, 100),
})

export const problemResponse = (problem: Problem, headers: Record<string, string> = {}) =>
  Response.json(problem, {
    status: problem.status as ContentfulStatusCode,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
