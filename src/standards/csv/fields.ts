// The fields of each kind of fact and how each is read, taken from the facts' own schemas.
import type * as z from 'zod'
import type { FactKind } from './facts.ts'
import { factSchemas } from './facts.ts'

export type ReadsAs = 'text' | 'number' | 'date' | 'flag'

/** `needed` fields refuse the row when empty. A result's score is not: without one it is null. */
export type Field = Readonly<{ name: string; readsAs: ReadsAs; needed: boolean; schema: z.ZodType }>

export const fieldsOf = (kind: FactKind): readonly Field[] =>
  Object.entries<z.ZodType>(factSchemas[kind].shape)
    .filter(([name]) => name !== 'fact' && name !== 'place')
    .map(([name, schema]) => ({ name, readsAs: readsAs(schema), needed: !acceptsNothing(schema), schema }))

const acceptsNothing = ({ _zod }: z.core.$ZodType) => _zod.optin === 'optional' || _zod.def.type === 'nullable'

function readsAs(schema: z.core.$ZodType): ReadsAs {
  const { def } = schema._zod
  // Optional and nullable schemas wrap the one that says what it is.
  if ('innerType' in def) return readsAs(def.innerType as z.core.$ZodType)
  if (def.type === 'number') return 'number'
  if (def.type === 'boolean') return 'flag'
  return 'format' in def && def.format === 'date' ? 'date' : 'text'
}
