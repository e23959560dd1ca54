// The file that somebody handed over, within bounds, and what is said when nothing came.
import { verificationApi } from '#domain/verification/verification.api.ts'
import type { Problem } from '../../lib/problem.ts'

const { most, types } = verificationApi.verifyFile.upload

/** Room for the form around the file. */
const envelope = 64 * 1024

/** Reading a form holds it in memory, so its size is looked at before. Too large ones are read to their end and thrown away: a browser shows no answer before it has sent everything. */
export async function fileIn(request: Request): Promise<File | undefined> {
  const size = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY)
  if (size > most + envelope) {
    await request.body?.pipeTo(new WritableStream())
    throw tooLarge
  }
  const file = (await request.formData()).get('file')
  return file instanceof File && file.size > 0 ? file : undefined
}

/** Browsers name types by the ending of the name, if at all; the door looks into the file itself. */
export const typeFor = ({ type }: Blob): string =>
  types.includes(type as (typeof types)[number]) ? type : 'application/octet-stream'

/** As the door would have said it. */
export const missing = (field: string): Promise<never> =>
  Promise.reject({
    status: 400,
    type: 'misfit',
    title: '',
    issues: [{ path: [field], code: 'too_small', origin: 'string', minimum: 1, message: '' }],
  })

const tooLarge: Problem = { status: 413, type: 'too_large', title: '' }
