// What is wrong with a field, in the reader's language: from the codes of the door's schemas (zod 4), or from the browser's own checks.
import { useTranslations } from 'use-intl'
import type { Issue } from './problem.ts'

export function useIssueText(): (issue: Issue) => string {
  const t = useTranslations()
  return (issue) => {
    const { code = '', origin = '', minimum, maximum, format = '' } = issue as Issue & Record<string, string>
    // A text of at least one letter, or nothing at all, is simply missing.
    if ((code === 'too_small' && origin === 'string' && Number(minimum) === 1) || /received undefined/.test(issue.message))
      return t('ui.issue.missing')
    const values = { minimum: Number(minimum), maximum: Number(maximum) }
    const keys = [
      `ui.issue.${code}.${format}`,
      `ui.issue.${code}.${origin}`,
      `ui.issue.${code}.any`,
    ] as 'ui.issue.too_small.string'[]
    const key = keys.find((candidate) => t.has(candidate))
    return key ? t(key, values) : issue.message
  }
}

/** For leaving a field: what the browser finds wrong, or undefined. */
export function useFieldCheck(): (input: HTMLInputElement | HTMLTextAreaElement) => string | undefined {
  const t = useTranslations()
  return ({ validity, minLength, maxLength, type }) => {
    if (validity.valid) return undefined
    if (validity.valueMissing) return t('ui.issue.missing')
    if (validity.tooShort) return t('ui.issue.too_small.string', { minimum: minLength })
    if (validity.tooLong) return t('ui.issue.too_big.string', { maximum: maxLength })
    if (validity.typeMismatch && type === 'email') return t('ui.issue.invalid_format.email')
    if (validity.typeMismatch && type === 'url') return t('ui.issue.invalid_format.url')
    return t('ui.issue.invalid_format.any')
  }
}
