// Which members a document may have at a place, as its schema says: for whoever has mistyped one.
import type * as z from 'zod'

/** Empty where the schema names none there. Of several forms the one counts that names members, and of several such the one that `value` says it is. */
export function knownMembers(schema: z.core.$ZodType, value: unknown, path: readonly (string | number)[]): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'optional') return knownMembers(def.innerType, value, path)
  if (def.type === 'union') return ofUnion(schema, def.options, value, path)
  const [part, ...rest] = path
  if (part === undefined) return def.type === 'object' ? Object.keys(def.shape) : []
  const below = partOf(def, part)
  return below ? knownMembers(below, at(value, part), rest) : []
}

function partOf(def: z.core.$ZodTypes['_zod']['def'], part: string | number): z.core.$ZodType | undefined {
  if (def.type === 'object') return def.shape[part]
  if (def.type === 'array') return def.element
  return def.type === 'record' ? def.valueType : undefined
}

function ofUnion(
  schema: z.core.$ZodType,
  options: readonly z.core.$ZodType[],
  value: unknown,
  path: readonly (string | number)[],
) {
  const name = 'discriminator' in schema._zod.def ? String(schema._zod.def.discriminator) : undefined
  const meant = options.filter((option) => name === undefined || saysSo(option, name, at(value, name)))
  return meant.map((option) => knownMembers(option, value, path)).find((members) => members.length > 0) ?? []
}

const saysSo = (option: z.core.$ZodType, name: string, said: unknown): boolean =>
  option._zod.propValues?.[name]?.has(said as string) ?? false

const at = (value: unknown, part: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string | number, unknown>>)[part] : undefined
