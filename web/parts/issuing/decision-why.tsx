// Why a decision was taken: the sentence, what each condition said, the rows that decided with where they were read, and the rule.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { innermost } from '#domain/issuing/innermost.ts'
import { useHere } from '../../lib/here.ts'
import { useIsolated } from '../../lib/isolated.ts'
import { Link } from '../../ui/link.tsx'
import { StateIcon } from '../../ui/state-tag.tsx'
import { Why } from '../../ui/why.tsx'
import type { EvidenceRow } from '../intake/evidence-rows.ts'
import { Place } from '../intake/place.tsx'
import { type Explained, useDecisionText } from './use-decision-text.ts'

type Props = {
  decision: Explained
  enrolment: string
  /** Left out where they are not known here; the way to the record is shown all the same. */
  rows?: readonly EvidenceRow[] | undefined
  rule?: ReactNode
  about: string
  open?: boolean
  /** What decided stands in front of the question, and the whole only inside. */
  apart?: boolean
}

export function DecisionWhy({ decision, enrolment, rows, rule, about, open = false, apart = false }: Props) {
  const text = useDecisionText()
  return (
    <>
      {apart && <Grounds decision={decision} />}
      <Why
        {...{ about, open, rule }}
        sentence={apart && !decision.parts ? undefined : text(decision)}
        evidence={<Evidence decision={decision} enrolment={enrolment} rows={rows} />}
      />
    </>
  )
}

/** What decided, down to the innermost conditions; the first few. */
function Grounds({ decision }: Pick<Props, 'decision'>) {
  const t = useTranslations('decision')
  const text = useDecisionText()
  const grounds = innermost(decision)
  const more = grounds.length - mostGrounds
  return (
    <span className="block sm:min-w-72">
      {grounds.slice(0, mostGrounds).map(({ decision, at }) => (
        <span key={at.join('.')} className="block">
          {text(decision)}
        </span>
      ))}
      {more > 0 && <span className="block text-ink-soft">{t('moreGrounds', { count: more })}</span>}
    </span>
  )
}

const mostGrounds = 2

function Evidence({ decision, enrolment, rows = [] }: Pick<Props, 'decision' | 'enrolment' | 'rows'>) {
  const t = useTranslations('decision')
  const { base, may } = useHere()
  return (
    <div className="grid gap-2">
      {decision.parts && <DecisionParts parts={decision.parts} />}
      {rows.length > 0 ? (
        <EvidenceRows rows={rows} enrolment={enrolment} />
      ) : (
        <p>{t('rows', { count: decision.because.length })}</p>
      )}
      {may('intake:read') && <Link to={`${base}/enrolments/${enrolment}`}>{t('seeRecord')}</Link>}
    </div>
  )
}

/** What each condition of the rule said. */
export function DecisionParts({ parts }: { parts: readonly Explained[] }) {
  const text = useDecisionText()
  return (
    <ul className="grid gap-1">
      {parts.map((part, at) => (
        <li key={at} className="flex items-start gap-2">
          <span className="mt-1">
            <StateIcon state={part.verdict} size={15} />
          </span>
          <div className="grid gap-1">
            <span>{text(part)}</span>
            {part.parts && <DecisionParts parts={part.parts} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

export function EvidenceRows({ rows, enrolment }: { rows: readonly EvidenceRow[]; enrolment: string }) {
  const t = useTranslations('decision')
  const { base } = useHere()
  return (
    <ul className="grid gap-1.5">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={`${base}/enrolments/${enrolment}#${row.id}`} className={row.superseded ? 'line-through' : ''}>
            <bdi>{row.title ?? t('outcomeRow')}</bdi>
          </Link>{' '}
          <Said row={row} />
          <span className="block text-fine text-ink-soft">
            <Link
              quiet
              to={`${base}/imports/${row.from.import}`}
              className="inline-block min-h-6 underline decoration-line-strong"
            >
              <Place file={row.from.file} line={row.from.line} />
            </Link>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Said({ row: { outcome, says, score, maximum } }: { row: EvidenceRow }) {
  const t = useTranslations('decision')
  const isolated = useIsolated()
  const word = `outcome.${outcome}` as 'outcome.passed'
  if (outcome !== undefined)
    return (
      <strong>
        <bdi>{t('recordedAs', { outcome: t.has(word) ? t(word) : outcome, says: isolated(says ?? '') })}</bdi>
      </strong>
    )
  if (score === undefined) return <strong>{t('noScore')}</strong>
  return (
    <strong className="figures">
      <bdi>{maximum === undefined ? score : t('scored', { score, maximum })}</bdi>
    </strong>
  )
}
