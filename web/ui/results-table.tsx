// The numbers of a results chart, as a table beside it.
import { useTranslations } from 'use-intl'
import { useNumber } from './number-text.tsx'

type Row = Readonly<{ id: string; name: string; score?: number; max: number; weight?: number }>

type Props = { results: readonly Row[]; title: string; language?: string | undefined }

export function ResultsTable({ results, title, language }: Props) {
  const t = useTranslations()
  const number = useNumber()
  const weighted = results.some(({ weight }) => weight !== undefined)
  return (
    <table className="h-max w-full text-fine">
      <caption className="heard">{title}</caption>
      <thead>
        <tr className="text-ink-soft [&>th]:border-b [&>th]:border-line [&>th]:py-1.5 [&>th]:font-semibold">
          <th scope="col" className="text-start">
            {t('ui.chart.item')}
          </th>
          {weighted && (
            <th scope="col" className="ps-3 text-end whitespace-nowrap">
              {t('ui.chart.weight')}
            </th>
          )}
          <th scope="col" className="ps-3 text-end">
            {t('ui.chart.result')}
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ id, name, score, max, weight }) => (
          <tr key={id} className="[&>*]:border-b [&>*]:border-line [&>*]:py-1.5">
            <th scope="row" className="text-start font-normal">
              <bdi lang={language}>{name}</bdi>
            </th>
            {weighted && <td className="figures ps-3 text-end">{weight === undefined ? '–' : number(weight, 'percent')}</td>}
            <td className="figures ps-3 text-end whitespace-nowrap">
              {score === undefined ? '–' : t('ui.chart.outOf', { score, max })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
