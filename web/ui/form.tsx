// A form: what is wrong stands on top and links to each field, what was typed stays, and it all works without JavaScript.
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { type FormProps, Form as RouterForm } from 'react-router'
import { useTranslations } from 'use-intl'
import { useIssueText } from '../lib/issue-text.ts'
import { fieldName, type Issue, type Problem } from '../lib/problem.ts'
import { Callout } from './callout.tsx'
import { useProblemText } from './use-problem-text.ts'

export type Values = Readonly<Record<string, string | undefined>>

type Labels = Readonly<Record<string, string>>

type FormState = Readonly<{
  problem: Problem | undefined
  values: Values
  labels: Labels
  errorOf: (name: string, label: string | undefined) => string | undefined
}>

const FormContext = createContext<FormState>({ problem: undefined, values: {}, labels: {}, errorOf: () => undefined })

/** For a field: what its errors call it, its error, and what was typed before the form came back. */
export function useFormField(name: string, own?: string) {
  const { problem, values, labels, errorOf } = useContext(FormContext)
  const label = labels[name] ?? own
  return { problem, label, error: errorOf(name, label), value: values[name] }
}

type Props = Omit<FormProps, 'children'> & {
  /** What the door said to the last attempt; from the action's data. */
  problem?: Problem | undefined
  /** What was typed, sent back by the action, so that nothing is lost without JavaScript. */
  values?: Values | undefined
  /** What the fields are called, by their names and in their order: every sentence about a field begins with it. */
  labels?: Labels
  /** Which field a refusal is about: `{ key_taken: 'key' }`. */
  refusedAt?: Readonly<Record<string, string>>
  children: ReactNode
}

export function Form({ problem, values = {}, labels = {}, refusedAt = {}, children, className = '', ...rest }: Props) {
  const issues = firstOfEach(problem?.issues ?? [])
  const refused = problem && refusedAt[problem.type]
  const issueText = useIssueText()
  const problemText = useProblemText()
  const errorOf: FormState['errorOf'] = (name, label) => {
    if (problem && name === refused) return problemText(problem).title
    const issue = issues.get(name)
    return issue && issueText(issue, label)
  }
  const wrong = inOrderOf(Object.keys(labels), [...issues.keys(), ...(refused ? [refused] : [])])
  return (
    <RouterForm method="post" noValidate {...rest} className={`grid gap-6 ${className}`}>
      {problem && <ErrorSummary problem={problem} errors={wrong.map((name) => [name, errorOf(name, labels[name]) ?? ''])} />}
      <FormContext value={{ problem, values, labels, errorOf }}>{children}</FormContext>
    </RouterForm>
  )
}

/** A field that is wrong in two ways is told the first. */
function firstOfEach(issues: readonly Issue[]): Map<string, Issue> {
  const first = new Map<string, Issue>()
  for (const issue of issues) if (!first.has(fieldName(issue.path))) first.set(fieldName(issue.path), issue)
  return first
}

/** As the fields stand in the form; those that it does not name come last. */
const inOrderOf = (known: readonly string[], names: readonly string[]): string[] => [
  ...known.filter((name) => names.includes(name)),
  ...names.filter((name) => !known.includes(name)),
]

type SummaryProps = { problem: Problem; errors: readonly (readonly [name: string, error: string])[] }

function ErrorSummary({ problem, errors }: SummaryProps) {
  const t = useTranslations()
  const summary = useFocusOnArrival(problem)
  const { title, detail } = useProblemText()(problem)
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="rounded-lg">
      <Callout tone="failed" title={errors.length > 0 ? t('ui.form.wrong', { count: errors.length }) : title}>
        {errors.length === 0 && detail}
        {errors.length > 0 && (
          <ul className="list-disc ps-5 marker:text-failed">
            {errors.map(([name, error]) => (
              <li key={name}>
                <a href={`#${fieldId(name)}`} className="text-failed underline underline-offset-3">
                  {error}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Callout>
    </div>
  )
}

/** Takes the focus with each new answer, so that whoever listens hears it first. */
export function useFocusOnArrival(answer: unknown) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answer) element.current?.focus()
  }, [answer])
  return element
}

/** A field's id follows from its name, so that a summary can link to it. */
export const fieldId = (name: string) => `field-${name.replace(/[^\w-]/g, '-')}`
