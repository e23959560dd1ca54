// What is wrong with a field, as a whole sentence in the reader's language. Whether the door says it or the browser, the words are the same.
import { useTranslations } from 'use-intl'
import type { Issue } from './problem.ts'

/** `label` names what is meant. `listed`: the values that would fit are shown as they are written, for documents that people write themselves. */
type IssueText = (issue: Issue, label?: string | undefined, listed?: boolean) => string

export function useIssueText(): IssueText {
  const t = useTranslations('ui.issue')
  return (issue, label, listed = false) => issueSentence(issue, { label, listed }, t as unknown as Say)
}

/** A translator for keys that are put together. */
export type Say = ((key: string, values: Readonly<Record<string, unknown>>) => string) & { has: (key: string) => boolean }

type Meant = Readonly<{ label?: string | undefined; listed: boolean }>

/** The most particular sentence that the catalogue has. Never the schema's own text, which nobody has translated. */
export function issueSentence(issue: Issue, { label, listed }: Meant, t: Say): string {
  const { keys = [], options = [], values, ...measures } = issue
  const filled = {
    ...measures,
    ...values,
    count: keys.length,
    keys: keys.join(t('between', {})),
    options: options.join(t('between', {})),
    subject: label ? t('named', { label }) : t('unnamed', {}),
  }
  return t(keysFor(issue, listed).find((key) => t.has(key)) ?? 'any', filled)
}

function keysFor(issue: Issue, listed: boolean): string[] {
  const { code = '', missing, rule, origin = '', format, expected = '', options = [] } = issue
  // A text of at least one letter, or nothing at all, is simply missing.
  if (missing && listed) return ['absent']
  if (missing || (code === 'too_small' && origin === 'string' && issue.minimum === 1)) return ['missing']
  return [
    ...(rule ? [`rule.${rule}`] : []),
    ...(listed && options.length > 0 ? [`${code}.listed`] : []),
    ...(issue.exact ? [`${code}.exactly`] : []),
    ...(issue.inclusive === false ? [`${code}.beyond`] : []),
    ...(code === 'invalid_type' ? [`${code}.${expected === 'int' ? 'whole' : family[expected]}`] : []),
    ...(code === 'invalid_format' ? [`${code}.${format}`] : []),
    `${code}.${family[origin]}`,
    `${code}.any`,
  ]
}

/** Kinds that are spoken of alike. */
const family: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'list',
  tuple: 'list',
  set: 'list',
  map: 'list',
  number: 'number',
  bigint: 'number',
  int: 'number',
  object: 'members',
  record: 'members',
  boolean: 'boolean',
  date: 'date',
}

type Typed = HTMLInputElement | HTMLTextAreaElement

/** For leaving a field: what the browser finds wrong, as the door would have told it; or undefined. */
export function issueIn(input: Typed): Issue | undefined {
  const { validity, required, value } = input
  const issue = (code: string, more: Partial<Issue>): Issue => ({ path: [input.name], code, ...more })
  // The door takes spaces away before it looks.
  if (validity.valueMissing || (required && value.trim() === '')) return issue('invalid_type', { missing: true })
  if (validity.valid) return undefined
  if (validity.tooShort) return issue('too_small', { origin: 'string', minimum: input.minLength })
  if (validity.tooLong) return issue('too_big', { origin: 'string', maximum: input.maxLength })
  if (input.dataset.expected) return issue('invalid_type', { expected: input.dataset.expected })
  return issue('invalid_format', { format: validity.typeMismatch ? input.type : (input.dataset.format ?? 'regex') })
}
