// The evidence inside a credential: results as a chart with its table, grades in words, and the record as the institution tells it.
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useIsolated } from '../../lib/isolated.ts'
import { Facts } from '../../ui/facts.tsx'
import { ResultsChart } from '../../ui/results-chart.tsx'
import { Narrative } from './narrative.tsx'
import { blocksOf } from './narrative-blocks.ts'
import type { EvidencePiece, ReadCredential } from './reading.ts'
import { resultsFinding } from './results-finding.ts'
import { Said } from './said.tsx'

export function EvidenceRecord({ read, heading: Heading = 'h3' }: { read: ReadCredential; heading?: 'h3' | 'h4' }) {
  const t = useTranslations()
  const { results, otherResults, evidence, language } = read
  if (results.length + otherResults.length + evidence.length === 0)
    return <p className="text-body text-ink-soft">{t('credential.record.none')}</p>
  const finding = resultsFinding(results)
  return (
    <div className="grid gap-7 text-body">
      {results.length > 0 && (
        <ResultsChart
          title={t(`credential.record.${finding.key}`, finding.values as never)}
          results={results}
          language={language}
        />
      )}
      {otherResults.length > 0 && (
        <div>
          <Heading className="mb-2 font-semibold">{t('credential.record.others')}</Heading>
          <Facts
            facts={otherResults.map(
              ({ name, value }) => [name, value ? <bdi lang={language}>{value}</bdi> : t('credential.record.completed')] as const,
            )}
          />
        </div>
      )}
      {evidence.toSorted(byLength).map((piece) => (
        <Piece key={piece.id} {...{ piece, language, Heading }} folded={results.length > 0 && isList(piece)} />
      ))}
    </div>
  )
}

/** A list repeats what chart and table say: it comes last, folded, for those who want every word of the record. */
const isList = ({ narrative = '' }: EvidencePiece) => blocksOf(narrative).some(({ kind }) => kind === 'list')
const byLength = (a: EvidencePiece, b: EvidencePiece) => Number(isList(a)) - Number(isList(b))

type PieceProps = { piece: EvidencePiece; language: string | undefined; folded: boolean; Heading: 'h3' | 'h4' }

function Piece({ piece: { name, narrative = '', url }, language, folded, Heading }: PieceProps) {
  const text = <Narrative text={narrative} language={language} />
  const entries = blocksOf(narrative).reduce((sum, { kind, lines }) => sum + (kind === 'list' ? lines.length : 0), 0)
  if (folded)
    return (
      <Folded name={name ?? ''} entries={entries}>
        {text}
      </Folded>
    )
  return (
    <div>
      {name && (
        <Heading className="mb-1 font-semibold">
          <Said as="span" language={language} className="block">
            {name}
          </Said>
        </Heading>
      )}
      {text}
      {url && (
        <p className="mt-1">
          <a href={url} rel="noreferrer nofollow" className="text-accent-ink underline underline-offset-3">
            <bdi dir="ltr">{url}</bdi>
          </a>
        </p>
      )}
    </div>
  )
}

function Folded({ name, entries, children }: { name: string; entries: number; children: React.ReactNode }) {
  const t = useTranslations()
  const isolated = useIsolated()
  return (
    <details className="group/record">
      <summary className="inline-flex min-h-8 items-center gap-1 rounded-sm font-semibold hover:underline">
        <ChevronRight size={16} aria-hidden className="flips transition-transform group-open/record:rotate-90" />
        {t('credential.record.entries', { name: isolated(name), count: entries })}
      </summary>
      <div className="mt-1.5">{children}</div>
    </details>
  )
}
