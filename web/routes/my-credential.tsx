// One credential, as the one who earned it sees it: how it stands, what it says, files to keep, and links that show it to others.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { idIn } from '../lib/id-in.ts'
import { orProblem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { WhoIsHere } from '../parts/account/who-is-here.tsx'
import { readCredential } from '../parts/credential/reading.ts'
import { HeldScreen } from '../parts/holder/held-screen.tsx'
import { PublicShell } from '../ui/public-shell.tsx'
import type { Route } from './+types/my-credential.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { id: me } = signedIn(context, url)
  const { document, shares, id, ...shown } = await api(context).issuing.readHeld({ id: idIn('cred', params.credential) })
  return { id, shown, read: readCredential(document), shares, me }
}

type Asked = { client: Client; id: `cred_${string}`; form: FormData }

const acts = {
  // the link is in this one answer and nowhere else, so there is no redirect
  share: async ({ client, id, form }: Asked) => {
    const day = String(form.get('expires') ?? '').trim()
    return { made: await client.issuing.shareHeld({ id, ...(day ? { expires: `${day}T23:59:59.000Z` } : {}) }) }
  },
  endShare: async ({ client, id, form }: Asked) => {
    await client.issuing.endHeldShare({ id, share: idIn('shr', String(form.get('share'))) })
    return redirectSaying(`/my/credentials/${id}`, { tone: 'done', key: 'holder.links.ended' })
  },
  check: async ({ client, id }: Asked) => {
    const { document } = await client.issuing.readHeld({ id })
    return { report: await client.verification.verify({ credential: document }) }
  },
}

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const form = await request.formData()
  // the button to check has no name: it stands on the public page too
  const intent = String(form.get('intent') ?? 'check')
  if (!Object.hasOwn(acts, intent)) throw data(null, { status: 400 })
  const act = acts[intent as keyof typeof acts] // just asked
  const { ok, problem } = await orProblem<object>(act({ client: api(context), id: idIn('cred', params.credential), form }))
  if (problem)
    return data({ intent, problem, values: { expires: String(form.get('expires') ?? '') } }, { status: problem.status })
  return ok
}

export default function MyCredentialScreen({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations('shell')
  return (
    <PublicShell width="wide" aside={<WhoIsHere />}>
      <title>{`${loaderData.read.title ?? loaderData.shown.offering.title} · ${t('testamur')}`}</title>
      <meta name="robots" content="noindex" />
      <HeldScreen {...loaderData} answer={actionData} />
    </PublicShell>
  )
}
