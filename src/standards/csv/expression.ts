// An expression of a mapping profile: how one value is made from the columns of a row.
import * as z from 'zod'
import { dateReader } from './dates.ts'
import { flawOf } from './flaws.ts'
import type { ColumnRef } from './template.ts'
import { columnRef, templateParts } from './template.ts'

const template = z
  .string()
  .max(1000)
  .refine((text) => templateParts(text) !== undefined, flawOf('brace_left_open'))

/** For column names that a template cannot hold, such as those with braces. */
const column = z.strictObject({ column: z.string().min(1), of: z.string().optional(), optional: z.boolean().optional() })

const source = z.union([template, column])

const number = z.strictObject({
  decimalComma: z.boolean().optional(),
  /** Bounds of what the file says, before `scale`. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** What the number is multiplied by. */
  scale: z.number().optional(),
  /** Characters that are passed over, such as `%`. */
  ignore: z.string().max(10).optional(),
})

const date = z.strictObject({
  formats: z
    .array(z.string().refine((format) => dateReader(format) !== undefined, flawOf('no_date_format')))
    .min(1)
    .max(10),
})

/** Read from top to bottom: where from, what means nothing, what is put in its place, and what it is then. */
const steps = z.strictObject({
  from: source,
  /** Values that mean "no value" here, instead of the profile's. A column with nothing in it always has no value. */
  empty: z.array(z.string()).max(50).optional(),
  translate: z.record(z.string(), z.string()).optional(),
  /** For values that `translate` does not know; `refuse` unless said. */
  otherwise: z.enum(['refuse', 'keep', 'empty']).optional(),
  number: number.optional(),
  date: date.optional(),
  /** A number of days from the ISO date given here. */
  daysAfter: source.optional(),
})

/** A text is a template, and so a constant when it names no column. */
export const expression = z.union([
  template,
  steps.refine(
    (value) => [value.number, value.date, value.daysAfter].filter((step) => step !== undefined).length <= 1,
    flawOf('steps_exclude_each_other'),
  ),
])

export type Source = z.output<typeof source>
export type Steps = z.output<typeof steps>
export type Expression = z.output<typeof expression>

export const stepsOf = (value: Expression): Steps => (typeof value === 'string' ? { from: value } : value)

/** Constants are texts; columns are resolved against the names of the joins. */
export function partsOf(value: Source, joins: readonly string[]): readonly (string | ColumnRef)[] {
  if (typeof value !== 'string') {
    const { column: name, of, optional = false } = value
    return [of === undefined ? { column: name, optional } : { column: name, of, optional }]
  }
  return (templateParts(value) ?? []).map((part) =>
    typeof part === 'string' ? part : columnRef(part.name, part.optional, joins),
  )
}

/** Every column that the expression reads. */
export function columnsOf(value: Expression, joins: readonly string[]): readonly ColumnRef[] {
  const { from, daysAfter } = stepsOf(value)
  return [from, ...(daysAfter === undefined ? [] : [daysAfter])]
    .flatMap((one) => partsOf(one, joins))
    .filter((part) => typeof part !== 'string')
}
