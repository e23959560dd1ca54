// Files of a form without JavaScript, passed on to the API while they arrive.
import type { Id } from '#kernel/id.ts'
import type { Client } from '#sdk/sdk.ts'
import { orProblem, type Problem } from '../../lib/problem.ts'
import { partsOf } from './multipart.ts'

export type Received = Readonly<{ taken: string[]; problem?: Problem }>

type Sent = Pick<Request, 'headers' | 'body'>

/** Stops at the first file that is refused; those before it stay. The import is asked for when a file is there. */
export async function receiveFiles(client: Client, request: Sent, idOf: () => Promise<Id<'imp'>>): Promise<Received> {
  const taken: string[] = []
  const parts = partsOf(request)
  try {
    for await (const { filename, body } of parts) {
      if (!filename) continue
      const { problem } = await orProblem(received(client, idOf, lastOf(filename), body))
      if (problem) return { taken, problem }
      taken.push(filename)
    }
    return { taken }
  } catch (error) {
    const why = await whyBroken(parts, error)
    if (why === undefined) throw error
    return { taken, problem: { status: 400, type: 'malformed', title: why, detail: why } }
  }
}

const received = async (client: Client, idOf: () => Promise<Id<'imp'>>, name: string, body: ReadableStream<Uint8Array>) =>
  client.intake.uploadFile({ id: await idOf(), name }, body, 'text/csv')

/** Some browsers send the folder too. */
const lastOf = (name: string) => name.split(/[\\/]/).at(-1) ?? name

/** A form that broke off says so again when it is read on; everything else is no matter of the form. */
async function whyBroken(parts: AsyncGenerator<unknown>, error: unknown): Promise<string | undefined> {
  if (error instanceof TypeError) return error.message
  try {
    await parts.next()
    return undefined
  } catch (again) {
    return again instanceof TypeError ? again.message : undefined
  }
}
