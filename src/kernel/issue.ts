// What does not fit a schema, as data: where, by which of zod's codes, and how much or of what. The words for it are the reader's business.
import type * as z from 'zod'

export type Issue = Readonly<{
  path: readonly (string | number)[]
  code: string
  /** In English, for whoever reads the API and not a screen. */
  message: string
  /** Nothing at all stood there. */
  missing?: true
  /** Of what and how much: which of them there are depends on the code (zod 4). */
  origin?: string
  format?: string
  expected?: string
  minimum?: number
  maximum?: number
  divisor?: number
  /** False where the bound itself does not fit either. */
  inclusive?: boolean
  exact?: boolean
  keys?: readonly string[]
  /** What would fit, where that is a closed list. */
  options?: readonly string[]
  /** For `custom`: which rule of ours, and the values that fill its sentence. */
  rule?: string
  values?: Readonly<Record<string, string | number>>
}>

/** Issues of a parse with `reportInput: true`; without it nothing is known to be missing. What was sent is not repeated. */
export const issuesOf = (issues: readonly z.core.$ZodIssue[]): Issue[] => issues.flatMap((issue) => issuesIn(issue, []))

function issuesIn(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Issue[] {
  const path = [...above, ...issue.path]
  const missing = 'input' in issue && issue.input === undefined
  const meant = issue.code === 'invalid_union' && !missing ? meantBranch(issue.errors) : undefined
  if (meant) return meant.flatMap((inner) => issuesIn(inner, path))
  return [
    {
      path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
      code: issue.code,
      message: issue.message,
      ...(missing ? { missing } : {}),
      ...measures({ ...issue }),
      ...listsIn({ ...issue }),
      ...ruleIn(issue),
    },
  ]
}

/** Of several forms that a value may have, the one that it was meant to have: of the right kind, and furthest looked into. */
function meantBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const ofThatKind = branches.filter((issues) => !issues.some(({ code, path }) => path.length === 0 && otherKind.has(code)))
  return ofThatKind.length === 1 ? ofThatKind[0] : ofThatKind.find((issues) => issues.every(({ path }) => path.length > 0))
}

const otherKind: ReadonlySet<string | undefined> = new Set(['invalid_type', 'invalid_value'])

type Raw = Readonly<Record<string, unknown>>

const kept = {
  origin: 'string',
  format: 'string',
  expected: 'string',
  minimum: 'number',
  maximum: 'number',
  divisor: 'number',
  inclusive: 'boolean',
  exact: 'boolean',
} as const

const measures = (issue: Raw): Partial<Issue> =>
  Object.fromEntries(
    Object.entries(kept).flatMap(([name, type]) => {
      // bounds of large integers are such themselves, which JSON cannot hold
      const value = typeof issue[name] === 'bigint' ? Number(issue[name]) : issue[name]
      return typeof value === type ? [[name, value]] : []
    }),
  )

/** A closed list is shown whole, or not at all. */
function listsIn({ code, keys, values, options }: Raw): Partial<Issue> {
  const offered = code === 'invalid_value' ? values : options
  return {
    ...(Array.isArray(keys) ? { keys: keys.slice(0, 20).map(String) } : {}),
    ...(Array.isArray(offered) && offered.length <= 20 ? { options: offered.map(String) } : {}),
  }
}

function ruleIn(issue: z.core.$ZodIssue): Partial<Issue> {
  if (issue.code !== 'custom' || typeof issue.params?.rule !== 'string') return {}
  const { rule, ...values } = issue.params
  return Object.keys(values).length > 0 ? { rule, values } : { rule }
}
