// A person's results, one bar for each piece of assessed work, with weight and pass mark. Title says the finding; a table says the same.
import { scaleLinear } from 'd3-scale'
import { useId } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useIsolated } from '../lib/isolated.ts'
import { useNumber } from './number-text.tsx'
import { ResultsTable } from './results-table.tsx'

export type ShownResult = Readonly<{
  id: string
  name: string
  /** Missing where no score was recorded. */
  score?: number
  max: number
  /** A share: 0.2 is 20 %. */
  weight?: number
}>

type Props = {
  /** The finding, as a sentence: "Passed with 78 of 100". */
  title: string
  results: readonly ShownResult[]
  /** A share of full marks: 0.4 is 40 %. */
  passMark?: number
  /** In which the pieces of work are named (BCP 47), where it is known. */
  language?: string | undefined
}

const row = 54
const top = 26

export function ResultsChart({ title, results, passMark, language }: Props) {
  const id = useId()
  // each bar is a share of its own full marks, so that a quiz out of 20 can be read beside a project out of 100
  const across = scaleLinear().domain([0, 1]).range([0, 100])
  const height = top + results.length * row + 22
  return (
    <figure className="@container">
      <figcaption className="mb-3 text-lead font-bold">{title}</figcaption>
      <div className="grid gap-x-8 gap-y-5 @3xl:grid-cols-[minmax(0,1fr)_minmax(18rem,22rem)]">
        <svg role="img" width="100%" height={height} className="overflow-visible text-fine">
          <title>{title}</title>
          <Hatching id={id} />
          <Axis across={across} height={height} />
          {results.map((result, at) => (
            <Bar key={result.id} {...{ result, passMark, language }} y={top + at * row} hatch={id} width={across} />
          ))}
          {passMark !== undefined && <PassMark at={across(passMark)} mark={passMark} rows={results.length} />}
        </svg>
        <ResultsTable results={results} title={title} language={language} />
      </div>
    </figure>
  )
}

/** Percent from the side where reading begins. */
function useAcross() {
  const rtl = useLocale().startsWith('ar')
  return {
    point: (percent: number) => `${rtl ? 100 - percent : percent}%`,
    bar: (percent: number) => ({ x: rtl ? `${100 - percent}%` : '0', width: `${percent}%` }),
  }
}

function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-surface" />
        <rect width="2.5" height="6" className="fill-ink-soft" />
      </pattern>
    </defs>
  )
}

type Width = (score: number) => number

function Axis({ across, height }: { across: Width & { ticks: (count: number) => number[] }; height: number }) {
  const { point } = useAcross()
  const number = useNumber()
  return across.ticks(4).map((tick) => (
    <g key={tick}>
      <line x1={point(across(tick))} x2={point(across(tick))} y1={height - 22} y2={height - 17} className="stroke-line-strong" />
      <text x={point(across(tick))} y={height - 4} textAnchor={anchorAt(across(tick))} className="figures fill-ink-soft">
        {number(tick, 'percent')}
      </text>
    </g>
  ))
}

type BarProps = {
  result: ShownResult
  y: number
  hatch: string
  passMark: number | undefined
  width: Width
  language: string | undefined
}

function Bar({ result: { name, score, max, weight }, y, hatch, passMark, width, language }: BarProps) {
  const t = useTranslations()
  const isolated = useIsolated()
  const { point, bar } = useAcross()
  const below = score !== undefined && passMark !== undefined && score < passMark * max
  const value = score === undefined ? t('ui.chart.noScore') : t('ui.chart.outOf', { score, max })
  return (
    <g>
      <text x={point(0)} y={y + 18} className="fill-ink text-fine">
        <tspan lang={language} className="font-semibold">
          {isolated(shortened(name))}
        </tspan>
        {weight !== undefined && <tspan className="fill-ink-soft">{`  ${t('ui.chart.weightOf', { weight })}`}</tspan>}
      </text>
      <text x={point(100)} y={y + 18} textAnchor="end" className="figures fill-ink font-semibold">
        {value}
      </text>
      <rect
        {...bar(width(1))}
        y={y + 27}
        height={12}
        rx={2}
        className={score === undefined ? 'fill-none stroke-line-strong [stroke-dasharray:4_4]' : 'fill-line'}
      />
      {score !== undefined && (
        <rect
          {...bar(width(max > 0 ? Math.min(score / max, 1) : 0))}
          y={y + 27}
          height={12}
          rx={2}
          className={below ? 'stroke-ink-soft' : 'fill-accent'}
          {...(below ? { fill: `url(#${hatch}-hatch)` } : {})}
        />
      )}
    </g>
  )
}

/** Named once above, then a stroke across each bar: nothing crosses a word. */
function PassMark({ at, mark, rows }: { at: number; mark: number; rows: number }) {
  const t = useTranslations()
  const { point } = useAcross()
  const strokes = [[15, 21], ...Array.from({ length: rows }, (_, index) => [top + index * row + 23, top + index * row + 43])]
  return (
    <g>
      <text
        x={point(at)}
        y={11}
        textAnchor={at > 80 ? 'end' : at < 20 ? 'start' : 'middle'}
        className="figures fill-ink font-semibold"
      >
        {t('ui.chart.passAt', { mark })}
      </text>
      {strokes.map(([from, to]) => (
        <line key={from} x1={point(at)} x2={point(at)} y1={from} y2={to} strokeWidth={2} className="stroke-ink" />
      ))}
    </g>
  )
}

const anchorAt = (percent: number) => (percent < 2 ? 'start' : percent > 98 ? 'end' : 'middle')

/** A drawing does not wrap; the table beside it has the whole name. */
const shortened = (name: string) => (name.length > 30 ? `${[...name].slice(0, 28).join('').trimEnd()}…` : name)
