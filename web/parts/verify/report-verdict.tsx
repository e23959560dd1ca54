// A verification's answer in plain words: the verdict first, then every question that was asked.
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Report } from '#standards/verify/report.ts'
import type { ShownFinding } from '../../ui/finding-list.tsx'
import { type Verdict, VerdictPanel } from '../../ui/verdict-panel.tsx'
import { type ReadCredential, readCredential } from '../credential/reading.ts'
import { documentsShown } from './documents-shown.ts'
import { useFindingWords } from './finding-words.ts'
import { causeOf, nextOf, titleOf, titlesThatSayItAll, trustOf } from './verdict-cause.ts'

const shown: Record<Report['verdict'], Verdict> = { trusted: 'passed', untrusted: 'failed', undecided: 'not_run' }

export function ReportVerdict({ report, actions }: { report: Report; actions?: ReactNode }) {
  const t = useTranslations()
  const words = useFindingWords()
  const question = useQuestion()
  const place = useFocus(report)
  const title = titleOf(report)
  const findings = report.findings.map(
    (finding, at): ShownFinding => ({
      id: String(at),
      outcome: finding.outcome,
      says: (
        <>
          <span className="block text-fine text-ink-soft">{question(finding)}</span>
          {words(finding)}
          <Place finding={finding} />
        </>
      ),
      technical: technicalOf(finding),
    }),
  )
  return (
    <div ref={place} tabIndex={-1} className="rounded-lg">
      <VerdictPanel
        verdict={shown[report.verdict]}
        {...(title ? { title: t(`verify.verdict.${title}`) } : {})}
        findings={findings}
      >
        <Reason report={report} />
        {actions && <div className="mt-3">{actions}</div>}
      </VerdictPanel>
    </div>
  )
}

/** Where in the document it is, when it is about something inside of it. */
function Place({ finding: { values } }: { finding: Report['findings'][number] }) {
  const t = useTranslations('verify')
  if (typeof values.path !== 'string') return null
  return (
    <span className="block text-fine text-ink-soft">
      {t('place')}{' '}
      <bdi dir="ltr" className="font-mono break-all">
        {values.path}
      </bdi>
    </span>
  )
}

/** Suspending is another thing than taking back, though both are looked up in the same way. */
function useQuestion(): (finding: Report['findings'][number]) => string {
  const t = useTranslations('verify')
  return ({ check, values }) => (check === 'status' && values.purpose === 'suspension' ? t('asksSuspension') : t(`asks.${check}`))
}

/** An answer takes the focus when it arrives, so that whoever listens hears it first. */
function useFocus(report: Report) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [report])
  return place
}

function Reason({ report }: { report: Report }) {
  const t = useTranslations()
  const words = useFindingWords()
  if (report.verdict === 'trusted') return <Trusted report={report} />
  const cause = titlesThatSayItAll.has(titleOf(report) ?? '') ? undefined : causeOf(report)
  const [first, next] =
    report.verdict === 'untrusted'
      ? [cause && `${words(cause)}.`, t(`verify.answer.${nextOf(titleOf(report))}`)]
      : [t('verify.answer.undecided'), t('verify.answer.undecidedNext')]
  return (
    <>
      {first && <p>{first}</p>}
      <p>{next}</p>
    </>
  )
}

function Trusted({ report }: { report: Report }) {
  const t = useTranslations()
  const { host, name } = issuerIn(report)
  const issuer = [name, host && `(${host})`].filter(Boolean).join(' ')
  return (
    <>
      <p>{t(`verify.answer.${trustOf(report, host)}`, { issuer })}</p>
      <p className="mt-1 text-body text-ink-soft">{t('verify.answer.caution')}</p>
    </>
  )
}

/** As the credential names it; of a badge that only points elsewhere, the one whose badge it was found to be. */
function issuerIn(report: Report): ReadCredential['issuer'] {
  const known = report.findings.find(({ code }) => code === 'issuer_known')?.values.issuer
  return readCredential(documentsShown(report)[0]?.document ?? { issuer: known }).issuer
}

/** The code by which others can look it up, and what the check knew. */
function technicalOf({ check, code, values, technical }: Report['findings'][number]): string {
  const known = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return [`${check}: ${code}`, ...known, ...(technical ? [technical] : [])].join('\n')
}
