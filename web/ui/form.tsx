// A form: what is wrong stands on top and links to each field, what was typed stays, and it all works without JavaScript.
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { type FormProps, Form as RouterForm } from 'react-router'
import { useTranslations } from 'use-intl'
import { useIssueText } from '../lib/issue-text.ts'
import { fieldName, type Issue, type Problem } from '../lib/problem.ts'
import { Callout } from './callout.tsx'

export type Values = Readonly<Record<string, string | undefined>>

type FormState = Readonly<{ errors: Readonly<Record<string, string>>; values: Values }>

const FormContext = createContext<FormState>({ errors: {}, values: {} })

/** For a field: its error, and what was typed before the form came back. */
export function useFormField(name: string) {
  const { errors, values } = useContext(FormContext)
  return { error: errors[name], value: values[name] }
}

type Props = Omit<FormProps, 'children'> & {
  /** What the door said to the last attempt; from the action's data. */
  problem?: Problem | undefined
  /** What was typed, sent back by the action, so that nothing is lost without JavaScript. */
  values?: Values | undefined
  /** What the fields are called, for the summary: "Title: at least 3 characters". */
  labels?: Readonly<Record<string, string>>
  children: ReactNode
}

export function Form({ problem, values = {}, labels = {}, children, className = '', ...rest }: Props) {
  const text = useIssueText()
  const errors = firstOfEach(problem?.issues ?? [], text)
  return (
    <RouterForm method="post" noValidate {...rest} className={`grid gap-6 ${className}`}>
      {problem && <ErrorSummary problem={problem} errors={errors} labels={labels} />}
      <FormContext value={{ errors, values }}>{children}</FormContext>
    </RouterForm>
  )
}

/** A field that is wrong in two ways is told the first. */
function firstOfEach(issues: readonly Issue[], text: (issue: Issue) => string): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) errors[fieldName(issue.path)] ??= text(issue)
  return errors
}

type SummaryProps = { problem: Problem; errors: FormState['errors']; labels: Readonly<Record<string, string>> }

/** Takes the focus when it arrives, so that whoever listens hears it first. */
function ErrorSummary({ problem, errors, labels }: SummaryProps) {
  const t = useTranslations()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [problem])
  const fields = Object.entries(errors)
  const code = `refusal.${problem.type}` as 'ui.issue.missing'
  const said = t.has(code) ? t(code, problem.values as never) : problem.title
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="rounded-lg">
      <Callout tone="failed" title={fields.length > 0 ? t('ui.form.wrong', { count: fields.length }) : said}>
        {fields.length === 0 && problem.detail}
        {fields.length > 0 && (
          <ul className="list-disc ps-5 marker:text-failed">
            {fields.map(([name, error]) => (
              <li key={name}>
                <a href={`#${fieldId(name)}`} className="text-failed underline underline-offset-3">
                  {labels[name] ? t('ui.form.about', { label: labels[name], error }) : error}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Callout>
    </div>
  )
}

/** A field's id follows from its name, so that a summary can link to it. */
export const fieldId = (name: string) => `field-${name.replace(/[^\w-]/g, '-')}`
