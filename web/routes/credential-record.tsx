// One credential as staff see it: its status, the way back to everything it stands on, its links, and whether it verifies.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Id } from '#kernel/id.ts'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { useHere } from '../lib/here.ts'
import { idIn } from '../lib/id-in.ts'
import { orProblem, type Problem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { LogProof } from '../parts/credential/log-proof.tsx'
import { loggedAs } from '../parts/credential/logged.ts'
import { evidenceRows } from '../parts/intake/evidence-rows.ts'
import { memberNames } from '../parts/intake/member-names.ts'
import { CredentialActions } from '../parts/issuing/credential-actions.tsx'
import { answerIn } from '../parts/issuing/credential-answer.ts'
import { CredentialDialogs } from '../parts/issuing/credential-dialogs.tsx'
import { CredentialShares } from '../parts/issuing/credential-shares.tsx'
import { CredentialStanding } from '../parts/issuing/credential-standing.tsx'
import { EvidenceChain } from '../parts/issuing/evidence-chain.tsx'
import { ReportVerdict } from '../parts/verify/report-verdict.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import type { Route } from './+types/credential-record.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const credential = await client.issuing.readCredential({ id: idIn('cred', params.credential) })
  const mayRead = acts.includes('intake:read')
  const [enrolment, release, names, said] = await Promise.all([
    mayRead ? client.intake.readEnrolment({ id: credential.enrolment }) : undefined,
    credential.release && acts.includes('release:read') ? client.issuing.readRelease({ id: credential.release }) : undefined,
    memberNames(client, acts),
    client.issuing.readLogProof({ id: credential.id }),
  ])
  const logged = loggedAs(said, `/v1/credentials/${credential.id}/log-proof?organisation=${params.organisation}`)
  const rows = enrolment && credential.decision ? evidenceRows(enrolment, credential.decision.because) : []
  const imports = mayRead ? await importsOf(client, [...new Set(rows.map(({ from }) => from.import))]) : []
  // the document is long, and only needed when it is checked or taken along
  const { document: _, ...shown } = credential
  return { credential: shown, rows, imports, release, names, logged }
}

const importsOf = ({ intake }: Client, ids: readonly Id<'imp'>[]) => Promise.all(ids.map((id) => intake.readImport({ id })))

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const client = api(context, params.organisation)
  const form = await request.formData()
  const intent = String(form.get('intent') ?? '')
  const asked = { client, id: idIn('cred', params.credential), form, here: url.pathname }
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined
  if (!act) return data({ intent, problem: unknown }, { status: 400 })
  const { ok, problem } = await orProblem(act(asked))
  if (problem) return data({ intent, problem, values: valuesIn(form) }, { status: problem.status })
  return ok
}

const unknown: Problem = { status: 400, type: 'misfit', title: '' }
const valuesIn = (form: FormData) => ({ reason: String(form.get('reason') ?? ''), expires: String(form.get('expires') ?? '') })

type Asked = { client: Client; id: Id<'cred'>; form: FormData; here: string }

async function done(work: Promise<unknown>, here: string, key: string) {
  await work
  return redirectSaying(here, { tone: 'done', key })
}

const reasonIn = (form: FormData) => String(form.get('reason') ?? '')

const acts: Readonly<Record<string, (asked: Asked) => Promise<unknown>>> = {
  revoke: ({ client, id, form, here }) =>
    done(client.issuing.revoke({ id, reason: reasonIn(form) }), here, 'credentials.nowRevoked'),
  suspend: ({ client, id, form, here }) =>
    done(client.issuing.suspend({ id, reason: reasonIn(form) }), here, 'credentials.nowSuspended'),
  lift: ({ client, id, here }) => done(client.issuing.liftSuspension({ id }), here, 'credentials.nowLifted'),
  endShare: ({ client, form, here }) =>
    done(client.issuing.endShare({ id: idIn('shr', String(form.get('share'))) }), here, 'credentials.shareEnded'),
  // the link is in this one answer and nowhere else, so there is no redirect
  share: async ({ client, id, form }) => {
    const expires = expiryIn(form)
    return { intent: 'share', made: await client.issuing.share({ id, ...(expires ? { expires } : {}) }) }
  },
  check: async ({ client, id }) => {
    const { document } = await client.issuing.readCredential({ id })
    return { intent: 'check', report: await client.verification.verify({ credential: document }) }
  },
}

/** The whole of the day that was chosen. */
function expiryIn(form: FormData): string | undefined {
  const day = String(form.get('expires') ?? '').trim()
  return day === '' ? undefined : `${day}T23:59:59.000Z`
}

export default function CredentialScreen({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations('credentials')
  const { base } = useHere()
  const { credential, rows, imports, release, names, logged } = loaderData
  const answer = answerIn(actionData)
  return (
    <>
      <PageHeader
        title={`${credential.learner.name ?? credential.learner.key}: ${credential.title}`}
        about={
          <>
            <StateTag state={credential.state} />
            <bdi className="figures">{credential.learner.key}</bdi>
          </>
        }
        crumbs={[{ to: `${base}/credentials`, label: t('title') }]}
        action={<CredentialActions credential={credential} />}
      />
      <div className="grid gap-10">
        {answer.report && (
          <div className="max-w-3xl">
            <ReportVerdict report={answer.report} />
          </div>
        )}
        <div className="grid items-start gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <EvidenceChain {...{ credential, rows, imports, release, names }} />
          <div className="grid gap-10">
            <CredentialStanding credential={credential} names={names} />
            <LogProof logged={logged} />
            <CredentialShares key={credential.id} credential={credential} names={names} answer={answer} />
          </div>
        </div>
      </div>
      <CredentialDialogs credential={credential} answer={answer} />
    </>
  )
}
