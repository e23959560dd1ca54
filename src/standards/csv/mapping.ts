// The files of a mapping profile: what they are called and look like, how they are joined, and which facts their rows yield.
import * as z from 'zod'
import { encodings } from './decode.ts'
import type { Expression } from './expression.ts'
import { expression } from './expression.ts'
import type { FactKind, factSchemas } from './facts.ts'
import { fieldsOf } from './fields.ts'
import { flawOf } from './flaws.ts'

/** Names that can stand before the dot in `{course.start}`. */
const word = z.stringFormat('word', /^[A-Za-z][A-Za-z0-9_]*$/).max(60)

/** `*` is any text, `?` any one character; capitals do not matter. */
export const fileName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => name.split('*').length <= 4, flawOf('too_many_stars'))

/** A row yields the fact when all its conditions hold. A condition holds when everything it says of the value does. */
const condition = z.strictObject({
  value: expression,
  in: z.array(z.string()).min(1).optional(),
  notIn: z.array(z.string()).min(1).optional(),
  present: z.boolean().optional(),
})

export type Condition = z.output<typeof condition>

type FieldExpressions<Fact> = { [Name in keyof Omit<Fact, 'fact' | 'place'>]: Expression }
type FactOf<Kind extends FactKind> = z.output<(typeof factSchemas)[Kind]>

/** One expression for each field of the fact; a result without an expression for its score has none. */
export type Yield = {
  [Kind in FactKind]: { fact: Kind; when?: Condition[] | undefined } & (Kind extends 'result'
    ? FieldExpressions<Omit<FactOf<'result'>, 'score'> & Partial<Pick<FactOf<'result'>, 'score'>>>
    : FieldExpressions<FactOf<Kind>>)
}[FactKind]

const yieldOf = (kind: FactKind) =>
  z.strictObject({
    fact: z.literal(kind),
    when: z.array(condition).max(20).optional(),
    ...Object.fromEntries(fieldsOf(kind).map(({ name, needed }) => [name, needed ? expression : expression.optional()])),
  })

// The schemas are made from the facts' own, field by field, as the type above is: the compiler cannot see that they agree.
const yields = z.discriminatedUnion('fact', [
  yieldOf('learner'),
  yieldOf('offering'),
  yieldOf('line_item'),
  yieldOf('enrolment'),
  yieldOf('result'),
  yieldOf('outcome'),
]) as unknown as z.ZodType<Yield, Yield>

/** Looks up the one row of another file whose columns have these values. */
const join = z.strictObject({
  /** What its columns are called by: `{as.column}`. */
  as: word,
  /** The role of the other file. */
  file: word,
  /** The other file's column → the value looked for. */
  on: z.record(z.string().min(1), expression).refine((on) => Object.keys(on).length > 0, flawOf('no_column')),
  /** `refuse` unless said; with `empty` all its columns are empty. */
  whenMissing: z.enum(['refuse', 'empty']).optional(),
})

const oneSign = z.stringFormat('one_sign', /^[^\r\n\0]$/)

export const fileMapping = z.strictObject({
  role: word,
  /** A file is this one when its name fits any of these. Several files may. */
  names: z.array(fileName).min(1).max(20),
  /** Needed unless said. */
  required: z.boolean().optional(),
  /** A byte order mark always wins. `auto`, unless said: UTF-8. */
  encoding: z.enum(encodings).optional(),
  /** `auto`, unless said: comma, semicolon or tab. */
  delimiter: z.union([z.literal('auto'), oneSign]).optional(),
  /** `"` unless said; empty when quotes mean nothing. */
  quote: z.union([z.literal(''), oneSign]).optional(),
  /** Names for the columns of a file without a header row. */
  header: z.array(z.string().min(1)).min(1).max(1000).optional(),
  /** Lines above the header. */
  skipLines: z.int().min(0).max(100).optional(),
  joins: z.array(join).max(10).optional(),
  /** Columns that are made, not read: other expressions and other files may use them like any. Each may use those above it. */
  derived: z.record(z.string().min(1), expression).optional(),
  yields: z.array(yields).max(200).optional(),
})

export type FileMapping = z.output<typeof fileMapping>
export type Join = z.output<typeof join>
