// Templates: text with columns in braces. `{code}-{year}` joins two columns, `{course.start}` reads one of a joined row, `{nick?}` may be empty.

/** `of` names the join that the column is read from; an `optional` column may be empty, or missing from the file. */
export type ColumnRef = Readonly<{ column: string; of?: string; optional?: boolean }>

/** Constant text, or a column whose name may still begin with the name of a join. */
export type TemplatePart = string | Readonly<{ name: string; optional: boolean }>

/** Undefined where a brace is left open or empty. */
export function templateParts(template: string): readonly TemplatePart[] | undefined {
  if (!/^(?:[^{}]|\{[^{}]+\})*$/.test(template)) return undefined
  return template
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? columnIn(part.slice(1, -1)) : part))
}

function columnIn(inner: string): TemplatePart {
  const optional = inner.endsWith('?') && inner.length > 1
  return { name: (optional ? inner.slice(0, -1) : inner).trim(), optional }
}

/** `course.start` is a joined column where a join is called `course`, and an ordinary column otherwise. */
export function columnRef(name: string, optional: boolean, joins: readonly string[]): ColumnRef {
  const of = joins.find((join) => name.startsWith(`${join}.`))
  return of === undefined ? { column: name, optional } : { column: name.slice(of.length + 1), of, optional }
}

/** As a person would point at it. */
export const shownColumn = ({ column, of }: ColumnRef) => (of === undefined ? column : `${of}.${column}`)
