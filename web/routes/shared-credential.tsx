// A shared credential: the certificate for the one who earned it, and for the one who asks whether it holds, the answer.
import { data, isRouteErrorResponse } from 'react-router'
import { api } from '../lib/api.ts'
import { servicesOf } from '../lib/context.ts'
import { orProblem } from '../lib/problem.ts'
import { LinkEnded } from '../parts/credential/link-ended.tsx'
import { loggedAs } from '../parts/credential/logged.ts'
import { prefersSigned } from '../parts/credential/negotiation.ts'
import { publicly } from '../parts/credential/public-answer.ts'
import { qrCode } from '../parts/credential/qr-code.ts'
import { readCredential } from '../parts/credential/reading.ts'
import { SharedScreen } from '../parts/credential/shared-screen.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import type { Route } from './+types/shared-credential.ts'

/** Whoever prefers JSON gets the signed document itself, so that the link can be verified like a file. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, params, context }, next) => {
    if (request.method !== 'GET' || !prefersSigned(request.headers.get('accept'))) return next()
    const signed = publicly(await api(context).issuing.downloadShared({ token: params.token ?? '' }))
    signed.headers.delete('content-disposition')
    signed.headers.set('vary', 'accept')
    return signed
  },
]

export const headers = () => ({ 'X-Robots-Tag': 'noindex', Vary: 'Accept' })

export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  const { document, ...shared } = await readShared(context, token)
  const read = readCredential(document)
  const address = `${servicesOf(context).origin}/c/${token}`
  const logged = loggedAs(await api(context).issuing.readSharedLogProof({ token }), `/v1/shared/${token}/log-proof`)
  return { shared, read, logged, page: { address, code: qrCode(address), earnedToday: isToday(read.issued) } }
}

/** The check itself: the whole document, through the public API, as anybody could ask it. */
export async function action({ params: { token }, context }: Route.ActionArgs) {
  const { document } = await readShared(context, token)
  return { report: await api(context).verification.verify({ credential: document }) }
}

/** An address that is no link at all is to a reader the same as one that was ended. */
async function readShared(context: Route.LoaderArgs['context'], token: string) {
  const { ok, problem } = await orProblem(api(context).issuing.readShared({ token }))
  if (problem) throw data(problem, { status: problem.status === 400 ? 404 : problem.status })
  return ok
}

const isToday = (moment: string | undefined) => moment?.slice(0, 10) === new Date().toISOString().slice(0, 10)

export default function SharedCredentialScreen({ loaderData, actionData }: Route.ComponentProps) {
  return <SharedScreen {...loaderData} report={actionData?.report} />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const ended = isRouteErrorResponse(error) && error.status === 404
  return (
    <>
      <meta name="robots" content="noindex" />
      {ended ? <LinkEnded /> : <ErrorPage error={error} />}
    </>
  )
}
