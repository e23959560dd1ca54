// The dates in a text of the record, and how a language writes them. The signed text keeps them as machines do (ISO 8601).
import { isLocale, type Locale } from '../../lib/locale.ts'

type Piece = Readonly<{ text: string } | { day: string }>

/** Text and days as they follow each other. What only looks like a date stays text. */
export const piecesOf = (text: string): readonly Piece[] =>
  text
    .split(/(?<![\d-])(\d{4}-\d\d-\d\d)(?![\d-])/)
    .map((piece, at) => (at % 2 === 1 && isDay(piece) ? { day: piece } : { text: piece }))

/** 30 February is not a day, though JavaScript would make 2 March of it. */
const isDay = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The day in full, in the language of the text: our own way with ours, and English where a language is not known. */
export function dayInWords(day: string, language: string, ours: Readonly<Record<Locale, string>>): string {
  return new Intl.DateTimeFormat(tagFor(language, ours), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}

function tagFor(language: string, ours: Readonly<Record<Locale, string>>): string {
  const [base = ''] = language.toLowerCase().split('-')
  if (isLocale(base)) return ours[base]
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? ours.en
  } catch {
    // a stranger's credential may name what is no language tag (BCP 47)
    return ours.en
  }
}
