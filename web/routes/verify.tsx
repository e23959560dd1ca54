// Checking a credential that somebody shows: file, text or link in; a plain answer and all its findings out. Nothing is kept.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import type { Reach } from '../lib/context.ts'
import { orProblem } from '../lib/problem.ts'
import { CandidateForm, fieldOf, type Way, ways } from '../parts/verify/candidate-form.tsx'
import { fileIn, missing, typeFor } from '../parts/verify/candidate-sent.ts'
import { ReportVerdict } from '../parts/verify/report-verdict.tsx'
import { WhatItSays } from '../parts/verify/what-it-says.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PublicShell } from '../ui/public-shell.tsx'
import type { Route } from './+types/verify.ts'

const wayOf = (url: URL): Way => ways.find((way) => way === url.searchParams.get('by')) ?? 'file'

/** `?link=…` fills the field, so that others can lead here; it is checked only when somebody asks. */
export function loader({ url }: Route.LoaderArgs) {
  const link = url.searchParams.get('link')
  return link ? { way: 'link' as const, values: { link } } : { way: wayOf(url), values: {} }
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const way = wayOf(url)
  const { values, asked } = await askers[way](request, context)
  const { ok: report, problem } = await orProblem(asked)
  return problem ? data({ problem, values }, { status: problem.status }) : { report, values }
}

type Asker = (request: Request, context: Reach) => Promise<{ values: Record<string, string>; asked: Promise<Asked> }>
type Asked = Awaited<ReturnType<ReturnType<typeof api>['verification']['verify']>>

const askers: Record<Way, Asker> = {
  async file(request, context) {
    const asked = fileIn(request).then((file) =>
      file ? api(context).verification.verifyFile({}, file.stream(), typeFor(file)) : missing(fieldOf.file),
    )
    return { values: {}, asked }
  },
  async paste(request, context) {
    const credential = String((await request.formData()).get('credential') ?? '')
    const asked = credential.trim() ? api(context).verification.verify({ credential }) : missing(fieldOf.paste)
    return { values: { credential }, asked }
  },
  async link(request, context) {
    const link = String((await request.formData()).get('link') ?? '').trim()
    return { values: { link }, asked: link ? api(context).verification.verify({ link }) : missing(fieldOf.link) }
  },
}

export default function VerifyScreen({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations()
  const report = actionData && 'report' in actionData ? actionData.report : undefined
  return (
    <PublicShell>
      <title>{`${t('verify.title')} · ${t('shell.testamur')}`}</title>
      <meta name="description" content={t('verify.lead')} />
      <h1 className="text-head font-bold">{t('verify.title')}</h1>
      {report ? (
        <div className="mt-6 grid gap-10">
          <ReportVerdict
            report={report}
            actions={<ButtonLink to={`/verify?by=${loaderData.way}`}>{t('verify.another')}</ButtonLink>}
          />
          <WhatItSays report={report} />
          <p className="measure text-body text-ink-soft">{t('verify.kept')}</p>
        </div>
      ) : (
        <>
          <p className="measure mt-3 mb-8">{t('verify.lead')}</p>
          <CandidateForm
            way={loaderData.way}
            problem={actionData && 'problem' in actionData ? actionData.problem : undefined}
            values={{ ...loaderData.values, ...actionData?.values }}
          />
          <p className="measure mt-8 text-body text-ink-soft">{t('verify.kept')}</p>
        </>
      )}
    </PublicShell>
  )
}
