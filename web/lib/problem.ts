// The door's "no" (problem+json, RFC 9457) as screens see it: what to say, and which fields it concerns.
import type { Issue as Told } from '#kernel/issue.ts'

/** As the door tells it, or a screen in its place. */
export type Issue = Pick<Told, 'path'> & Partial<Omit<Told, 'path'>>

export type Problem = Readonly<{
  status: number
  /** The refusal's code, such as `already_revoked`. */
  type: string
  title: string
  detail?: string
  values?: Readonly<Record<string, unknown>>
  issues?: readonly Issue[]
}>

/** What was thrown by `api(…)`, or nothing when it is not a refusal (then let it be thrown on). */
export function problemOf(thrown: unknown): Problem | undefined {
  const said = isRecord(thrown) && isRecord(thrown.data) ? thrown.data : thrown
  if (!isRecord(said) || typeof said.status !== 'number' || typeof said.type !== 'string') return undefined
  return said as Problem
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** For actions: the answer, or the refusal to show beside the form. Faults and redirects are thrown on. */
export async function orProblem<T>(
  work: Promise<T>,
): Promise<{ ok: T; problem?: undefined } | { ok?: undefined; problem: Problem }> {
  try {
    return { ok: await work }
  } catch (error) {
    const problem = problemOf(error)
    if (problem === undefined || problem.status >= 500) throw error
    return { problem }
  }
}

/** The name a form field has for a place in the input: `['outcomes', 0, 'says']` → `outcomes.0.says`. */
export const fieldName = (path: Issue['path']): string => path.join('.')
