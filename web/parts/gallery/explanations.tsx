// The gallery's explanations: why, three verdicts, and a person's results.
import { useTranslations } from 'use-intl'
import { Copyable } from '../../ui/copyable.tsx'
import type { ShownFinding } from '../../ui/finding-list.tsx'
import { Link } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ResultsChart } from '../../ui/results-chart.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { VerdictPanel } from '../../ui/verdict-panel.tsx'
import { Why } from '../../ui/why.tsx'

const proof = 'DataIntegrityProof eddsa-rdfc-2022\nverificationMethod did:web:harbour.example#key-1'

export function Explanations() {
  const t = useTranslations()
  return (
    <div className="grid gap-8">
      <Panel title={t('gallery.explanations.why')}>
        <div className="grid max-w-2xl gap-1">
          <StateTag state="does_not_qualify" bare />
          <Why
            open
            about={t('state.does_not_qualify')}
            sentence={t('gallery.explanations.whySentence')}
            evidence={t('gallery.explanations.whyEvidence')}
            rule={t('gallery.explanations.whyRule')}
            source={<Link to="/gallery">{t('gallery.explanations.whySource')}</Link>}
          />
        </div>
      </Panel>
      <Panel title={t('gallery.explanations.chart')}>
        <Results />
      </Panel>
      <Panel title={t('gallery.explanations.verdicts')}>
        <Verdicts />
      </Panel>
      <div>
        <Copyable text="https://testamur.example/c/b3Jn2Kk0p9Yt7Qw" label={t('gallery.explanations.copy')} />
      </div>
    </div>
  )
}

function Results() {
  const t = useTranslations()
  return (
    <ResultsChart
      title={t('gallery.explanations.chartTitle')}
      passMark={0.4}
      results={[
        { id: '1', name: t('gallery.explanations.work1'), score: 78, max: 100, weight: 0.1 },
        { id: '2', name: t('gallery.explanations.work2'), score: 96, max: 100, weight: 0.05 },
        { id: '3', name: t('gallery.explanations.work3'), score: 34.5, max: 100, weight: 0.2 },
        { id: '4', name: t('gallery.explanations.work4'), max: 100, weight: 0.15 },
        { id: '5', name: t('gallery.explanations.work5'), score: 71, max: 100, weight: 0.5 },
      ]}
    />
  )
}

function Verdicts() {
  const t = useTranslations()
  const signature: ShownFinding = {
    id: 'signature',
    outcome: 'passed',
    says: t('gallery.explanations.signature'),
    technical: proof,
  }
  const dates: ShownFinding = { id: 'dates', outcome: 'passed', says: t('gallery.explanations.dates') }
  return (
    <div className="grid max-w-3xl gap-6">
      <VerdictPanel
        verdict="passed"
        findings={[
          signature,
          dates,
          { id: 'status', outcome: 'passed', says: t('gallery.explanations.status') },
          { id: 'issuer', outcome: 'warned', says: t('gallery.explanations.issuer') },
        ]}
      >
        {t('gallery.explanations.passedText')}
      </VerdictPanel>
      <VerdictPanel
        verdict="failed"
        findings={[{ ...signature, outcome: 'failed', says: t('gallery.explanations.signatureBroken') }]}
      >
        {t('gallery.explanations.failedText')}
      </VerdictPanel>
      <VerdictPanel
        verdict="not_run"
        findings={[signature, { id: 'status', outcome: 'not_run', says: t('gallery.explanations.statusUnknown') }]}
      >
        {t('gallery.explanations.notRunText')}
      </VerdictPanel>
    </div>
  )
}
