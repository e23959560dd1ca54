// The screens' way to the API: the same typed client everyone uses, over the door in-process.
import { data } from 'react-router'
import { type Client, createClient } from '#sdk/sdk.ts'
import { cookiesOf, type Reach, servicesOf } from './context.ts'
import type { Problem } from './problem.ts'

/** `api(context, slug).issuing.revoke({ id, reason })`: every endpoint by its name, as the signed-in person; `organisation` is the short name in the address, or its id. */
export const api = (context: Reach, organisation?: string): Client =>
  createClient((request) => call(context, request), {
    base: servicesOf(context).origin,
    ...(organisation ? { organisation } : {}),
  })

/**
 * One request through the door, as the signed-in person. `Set-Cookie` headers travel on to the reader.
 * A refusal is thrown as `data(problem, status)`: a loader need not catch it (the error page explains it),
 * an action catches it with `orProblem`.
 */
export async function call(context: Reach, request: Request): Promise<Response> {
  const response = await servicesOf(context).call(request)
  cookiesOf(context).push(...response.headers.getSetCookie())
  if (response.ok) return response
  const problem = await problemIn(response)
  throw data(problem, { status: problem.status })
}

async function problemIn(response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => ({}))) as Partial<Problem>
  return { ...said, status: response.status, type: said.type ?? 'fault', title: said.title ?? response.statusText }
}
