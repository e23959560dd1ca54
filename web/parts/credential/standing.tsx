// How a credential stands today, as the issuer's records say, and the invitation to check that.
import { RotateCcw, ShieldCheck } from 'lucide-react'
import { Form } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Report } from '#standards/verify/report.ts'
import { useDateInWords } from '../../ui/date-text.tsx'
import { StateIcon } from '../../ui/state-tag.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { ReportVerdict } from '../verify/report-verdict.tsx'
import type { SharedPage } from './shared-page.ts'

type Props = SharedPage & { report: Report | undefined }

export function Standing({ report, ...credential }: Props) {
  const t = useTranslations()
  const { shared } = credential
  if (report)
    return (
      <div className="mb-8 print:hidden">
        <ReportVerdict report={report} actions={<CheckForm again />} />
      </div>
    )
  return (
    <section
      aria-labelledby="standing"
      className="mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-4 rounded-lg border border-line bg-surface px-5 py-4 print:hidden"
    >
      <div className="flex min-w-0 flex-1 basis-80 items-start gap-3">
        <span className="mt-0.5">
          <StateIcon state={shared.state === 'valid' ? 'passed' : shared.state} size={26} />
        </span>
        <div>
          <h2 id="standing" className="text-lead font-bold">
            {t(`credential.standing.${shared.state}`)}
          </h2>
          <p className="measure text-body text-ink-soft">
            <StandingText {...credential} />
          </p>
        </div>
      </div>
      <CheckForm />
    </section>
  )
}

/** A form, so that the check works without JavaScript and can be asked again. */
function CheckForm({ again }: { again?: boolean }) {
  const t = useTranslations()
  return (
    <Form method="post">
      <SubmitButton size={again ? 'medium' : 'large'} tone={again ? 'quiet' : 'primary'} icon={again ? RotateCcw : ShieldCheck}>
        {t(again ? 'credential.checkAgain' : 'credential.check')}
      </SubmitButton>
    </Form>
  )
}

export function StandingText({ shared, read }: Pick<SharedPage, 'shared' | 'read'>) {
  const t = useTranslations()
  const inWords = useDateInWords()
  const { state, since, issuer } = shared
  const moments = { valid: read.issued, suspended: since, revoked: since, expired: read.until } as const
  const moment = moments[state]
  if (moment) return t(`credential.standing.${state}Text`, { issuer: issuer.name, date: inWords(moment, 'longDate') })
  return state === 'valid' ? null : t(`credential.standing.${state}Plain`, { issuer: issuer.name })
}
