// How a credential stands today, as the issuer's records say: what, since when and what follows; and the invitation to check that.
import { RotateCcw, ShieldCheck } from 'lucide-react'
import { Form } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Report } from '#standards/verify/report.ts'
import { useIsolated } from '../../lib/isolated.ts'
import { StateIcon } from '../../ui/state-tag.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { ReportVerdict } from '../verify/report-verdict.tsx'
import type { SharedPage } from './shared-page.ts'
import { standings } from './standings.ts'
import { WithDates } from './with-dates.tsx'

type Shown = Pick<SharedPage, 'shared' | 'read'>
type Props = Shown & { report: Report | undefined }

export function Standing({ report, ...credential }: Props) {
  if (report)
    return (
      <div className="mb-8 print:hidden">
        <ReportVerdict report={report} actions={<CheckForm tone="again" />} />
      </div>
    )
  return <Notice {...credential} />
}

function Notice(credential: Shown) {
  const t = useTranslations('credential.standing')
  const { state, issuer } = credential.shared
  const { box, ink } = standings[state]
  const holds = state === 'valid'
  const isolated = useIsolated()
  return (
    <section
      aria-labelledby="standing"
      className={`mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-4 rounded-lg border px-5 py-4 print:hidden ${box}`}
    >
      <div className="flex min-w-0 flex-1 basis-80 items-start gap-3">
        <span className="mt-0.5">
          <StateIcon state={holds ? 'passed' : state} size={holds ? 26 : 30} />
        </span>
        <div className="measure text-body">
          <h2 id="standing" className={`font-bold ${ink} ${holds ? 'text-lead' : 'text-title'}`}>
            {t(state)}
          </h2>
          <p className={holds ? 'text-ink-soft' : 'text-lead'}>
            <Since {...credential} />
          </p>
          {!holds && <p className="mt-1">{t(`${state}Means`, { issuer: isolated(issuer.name) })}</p>}
        </div>
      </div>
      <CheckForm tone={holds ? 'first' : 'doubted'} />
    </section>
  )
}

const checks = {
  first: { size: 'large', tone: 'primary', icon: ShieldCheck, words: 'credential.check' },
  doubted: { size: 'medium', tone: 'quiet', icon: ShieldCheck, words: 'credential.check' },
  again: { size: 'medium', tone: 'quiet', icon: RotateCcw, words: 'credential.checkAgain' },
} as const

/** A form, so that the check works without JavaScript and can be asked again. */
function CheckForm({ tone }: { tone: keyof typeof checks }) {
  const t = useTranslations()
  const { words, ...look } = checks[tone]
  return (
    <Form method="post">
      <SubmitButton {...look}>{t(words)}</SubmitButton>
    </Form>
  )
}

function Since({ shared, read }: Shown) {
  const t = useTranslations('credential.standing')
  const isolated = useIsolated()
  const { state, since, issuer } = shared
  const moment = { valid: read.issued, suspended: since, revoked: since, expired: read.until }[state]
  const name = isolated(issuer.name)
  if (moment) return <WithDates text={(date) => t(`${state}Text`, { issuer: name, date: date ?? '' })} at={[moment]} />
  return state === 'valid' ? null : t(`${state}Plain`, { issuer: name })
}
