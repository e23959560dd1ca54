// A text of the record with its dates as people write them.
import { useLocale } from 'use-intl'
import { intlLocale } from '../../lib/speaking.tsx'
import { dayInWords, piecesOf } from './dates-in-text.ts'

export function DatedText({ text, language }: { text: string; language: string | undefined }) {
  const reader = useLocale()
  return piecesOf(text).map((piece) =>
    'text' in piece ? (
      piece.text
    ) : (
      <time key={piece.day} dateTime={piece.day} suppressHydrationWarning className="whitespace-nowrap">
        {dayInWords(piece.day, language ?? reader, intlLocale)}
      </time>
    ),
  )
}
