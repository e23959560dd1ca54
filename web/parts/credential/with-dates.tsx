// A sentence of the catalogue with its dates as dates: in the reader's words, and machine-readable.
import { Fragment } from 'react'
import { DateText } from '../../ui/date-text.tsx'

type Props = {
  /** The sentence, filled with whatever it is given for its dates. */
  text: (...dates: string[]) => string
  at: readonly (string | number | Date)[]
  form?: 'date' | 'longDate'
}

/** A translation may name the dates in another order: each is found again by its own mark. */
export function WithDates({ text, at, form = 'longDate' }: Props) {
  const marks = at.map((_, index) => `\u{F0000}${index}\u{F0001}`)
  return text(...marks)
    .split(/\u{F0000}(\d+)\u{F0001}/u)
    .map((piece, index) => {
      const date = index % 2 === 0 ? undefined : at[Number(piece)]
      // the pieces of a sentence never change places
      return <Fragment key={String(index)}>{date === undefined ? piece : <DateText at={date} form={form} />}</Fragment>
    })
}
