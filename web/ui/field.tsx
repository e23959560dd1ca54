// What every field has: a label above, help below it, and what is wrong with it. The input itself comes as a function of its wiring.
import { CircleAlert } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { afterPress } from '../lib/after-press.ts'
import { issueIn, useIssueText } from '../lib/issue-text.ts'
import type { Problem } from '../lib/problem.ts'
import { fieldId, useFormField } from './form.tsx'

export type FieldProps = {
  /** The place in the input, such as `outcomes.0.says`. */
  name: string
  label: ReactNode
  /** What a good answer is. An example belongs here too, never only inside the field. */
  help?: ReactNode
  error?: string | undefined
  required?: boolean
  /** The label is heard, not seen: for a field whose purpose is plain from where it stands, such as a search. */
  labelHeard?: boolean
}

type Typed = HTMLInputElement | HTMLTextAreaElement

export type Wiring = {
  id: string
  name: string
  required?: boolean
  'aria-invalid'?: true
  'aria-describedby'?: string
  defaultValue?: string
} & Watching

/** What a field that is typed into is watched by. */
type Watching = Readonly<Record<'onFocus' | 'onBlur' | 'onInput', (event: { currentTarget: Typed }) => void>>

export function Field({
  name,
  label,
  help,
  error,
  required,
  labelHeard,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const t = useTranslations()
  const field = useFieldState(name, typeof label === 'string' ? label : undefined, error)
  const id = fieldId(name)
  const described = [help ? `${id}-help` : '', field.error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={field.error ? 'border-s-3 border-failed ps-3.5' : undefined}>
      <label htmlFor={id} className={labelHeard ? 'heard' : 'block font-semibold'}>
        {label}
        {required === false && <span className="font-normal text-ink-soft"> ({t('common.optional')})</span>}
      </label>
      {help && (
        <p id={`${id}-help`} className="measure mt-0.5 text-fine text-ink-soft">
          {help}
        </p>
      )}
      <FieldError id={id} error={field.error} />
      <div className={labelHeard ? '' : 'mt-1.5'}>
        {children({
          id,
          name,
          ...(required ? { required } : {}),
          ...(field.error ? { 'aria-invalid': true as const } : {}),
          ...(described ? { 'aria-describedby': described } : {}),
          ...(field.value === undefined ? {} : { defaultValue: field.value }),
          ...field.watching,
        })}
      </div>
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="mt-1 flex items-start gap-1.5 text-fine font-semibold text-failed">
      <CircleAlert size={15} aria-hidden className="mt-0.5 shrink-0" />
      {error}
    </p>
  )
}

/** What the browser found, and on which answer of the door: what the door says next counts again. */
type Found = Readonly<{ error: string | undefined; on: Problem | undefined; given: string | undefined }>

/** Checked on leaving the field, when something in it was changed; while typing, an error can only go away. */
function useFieldState(name: string, label: string | undefined, given: string | undefined) {
  const sent = useFormField(name, label)
  const text = useIssueText()
  const [found, setFound] = useState<Found>()
  const before = useRef<string>(undefined)
  const error = found && found.on === sent.problem && found.given === given ? found.error : (given ?? sent.error)
  const errorIn = (input: Typed) => {
    const issue = issueIn(input)
    return issue && text(issue, sent.label)
  }
  const say = (error: string | undefined) => setFound({ error, on: sent.problem, given })
  const watching: Watching = {
    onFocus: ({ currentTarget }) => {
      before.current = currentTarget.value
    },
    onBlur: ({ currentTarget }) => {
      if (currentTarget.value === (before.current ?? currentTarget.defaultValue)) return
      // an error that appears now would move whatever is being pressed away from under the pointer
      afterPress(() => say(errorIn(currentTarget)))
    },
    onInput: ({ currentTarget }) => {
      if (error !== undefined && errorIn(currentTarget) === undefined) say(undefined)
    },
  }
  return { error, value: sent.value, watching }
}

export const inputLook =
  'w-full rounded-md border border-line-strong bg-surface px-3 py-1.5 min-h-10 max-md:min-h-12 text-ink placeholder:text-ink-soft aria-invalid:border-failed aria-invalid:border-2 disabled:bg-sunken disabled:text-ink-soft'
