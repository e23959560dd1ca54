// The record of one enrolment: every result with where it was read, superseded ones struck but there, and what came of it.
import { useTranslations } from 'use-intl'
import type { Enrolment } from '#domain/intake/intake.api.ts'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { useHere } from '../lib/here.ts'
import { idIn } from '../lib/id-in.ts'
import { orProblem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { EnrolmentResults } from '../parts/intake/enrolment-results.tsx'
import { evidenceRows } from '../parts/intake/evidence-rows.ts'
import { learnerName } from '../parts/intake/learner-name.tsx'
import { Place } from '../parts/intake/place.tsx'
import { DecisionWhy } from '../parts/issuing/decision-why.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Facts } from '../ui/facts.tsx'
import { Link } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import type { Route } from './+types/enrolment.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const enrolment = await client.intake.readEnrolment({ id: idIn('enr', params.enrolment) })
  const microCredential = await microCredentialOf(client, enrolment)
  const [credentials, decided] = await Promise.all([
    acts.includes('credential:read') ? credentialsOf(client, enrolment, microCredential) : [],
    acts.includes('rule:read') && microCredential ? decisionOf(client, enrolment, microCredential) : undefined,
  ])
  return { enrolment, microCredential, credentials, decided }
}

async function microCredentialOf({ intake }: Client, { offering }: Enrolment) {
  const { items } = await intake.listOfferings({ search: offering.key, limit: 200 })
  return items.find(({ id }) => id === offering.id)?.microCredential
}

type McId = NonNullable<Awaited<ReturnType<typeof microCredentialOf>>>

async function credentialsOf({ issuing }: Client, { learner, offering }: Enrolment, microCredential: McId | undefined) {
  const { items } = await issuing.listCredentials({ search: learner.key, microCredential, limit: 200 })
  return items.filter((one) => one.learner.id === learner.id && one.offering.id === offering.id)
}

/** What the newest rule says today. Lines come in the order of their enrolments, so the one after a shorter id is this one. */
async function decisionOf({ issuing }: Client, { id, offering }: Enrolment, microCredential: McId) {
  const { ok } = await orProblem(
    issuing.simulate({ microCredential, offerings: [offering.id], after: id.slice(0, -1), limit: 1 }),
  )
  return ok?.lines.find(({ enrolment }) => enrolment === id)?.decision
}

export default function EnrolmentScreen({ loaderData }: Route.ComponentProps) {
  const t = useTranslations('enrolments')
  const { base } = useHere()
  const { enrolment, credentials, decided, microCredential } = loaderData
  const { learner, offering } = enrolment
  return (
    <>
      <PageHeader
        title={learnerName(learner)}
        about={<bdi>{offering.title}</bdi>}
        crumbs={[
          { to: `${base}/enrolments`, label: t('title') },
          { to: `${base}/enrolments?offering=${offering.id}`, label: offering.key },
        ]}
      />
      <div className="grid gap-10">
        <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
          <AboutEnrolment enrolment={enrolment} />
          <section aria-labelledby="came-of-it">
            <h2 id="came-of-it" className="mb-2 text-lead font-bold">
              {t('cameOfIt')}
            </h2>
            <CameOfIt {...{ enrolment, credentials, decided, microCredential }} />
          </section>
        </div>
        <EnrolmentResults enrolment={enrolment} />
      </div>
    </>
  )
}

function AboutEnrolment({ enrolment: { status, startsOn, endsOn, from, offering } }: { enrolment: Enrolment }) {
  const t = useTranslations()
  const { base } = useHere()
  const word = `records.status.${status}` as 'records.status.enrolled'
  return (
    <Facts
      facts={[
        [t('records.offering'), <bdi key="offering">{offering.key}</bdi>],
        [t('records.field.status'), t.has(word) ? t(word) : status],
        ...(startsOn ? [[t('records.field.startsOn'), <DateText key="starts" at={startsOn} />] as const] : []),
        ...(endsOn ? [[t('records.field.endsOn'), <DateText key="ends" at={endsOn} />] as const] : []),
        [
          t('enrolments.readIn'),
          <Link key="from" to={`${base}/imports/${from.import}`}>
            <Place file={from.file} line={from.line} />
          </Link>,
        ],
      ]}
    />
  )
}

type CameProps = Pick<Route.ComponentProps['loaderData'], 'enrolment' | 'credentials' | 'decided' | 'microCredential'>

function CameOfIt({ enrolment, credentials, decided, microCredential }: CameProps) {
  const t = useTranslations('enrolments')
  const { base } = useHere()
  return (
    <div className="grid gap-4">
      {credentials.map(({ id, title, state, issued }) => (
        <p key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StateTag state={state} />
          <Link to={`${base}/credentials/${id}`} className="font-semibold">
            <bdi>{title}</bdi>
          </Link>
          <span className="text-ink-soft">
            <DateText at={issued} />
          </span>
        </p>
      ))}
      {credentials.length === 0 && <p className="text-ink-soft">{t('noCredential')}</p>}
      {decided && microCredential && (
        <div>
          <p className="flex flex-wrap items-center gap-x-3">
            <StateTag state={decided.verdict} />
            <Link to={`${base}/rules/${microCredential}`}>{t('byTodaysRule')}</Link>
          </p>
          <div className="mt-1">
            <DecisionWhy
              decision={decided}
              enrolment={enrolment.id}
              rows={evidenceRows(enrolment, decided.because)}
              about={learnerName(enrolment.learner)}
            />
          </div>
        </div>
      )}
      {!microCredential && <p className="text-ink-soft">{t('leadsNowhere')}</p>}
    </div>
  )
}
