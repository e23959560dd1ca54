// What every field has: a label above, help below it, and what is wrong with it. The input itself comes as a function of its wiring.
import { CircleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFieldCheck } from '../lib/issue-text.ts'
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
  onBlur: (event: { currentTarget: Typed; relatedTarget?: EventTarget | null }) => void
  onInput: (event: { currentTarget: Typed }) => void
}

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
  const field = useFieldState(name, error)
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
          onBlur: field.onBlur,
          onInput: field.onInput,
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

/** Checked on leaving the field; while typing, an error can only go away. */
function useFieldState(name: string, given: string | undefined) {
  const sent = useFormField(name)
  const check = useFieldCheck()
  const [left, setLeft] = useState<{ error: string | undefined; about: string | undefined }>()
  const told = given ?? sent.error
  // What the door said holds until the field has been looked at again.
  const error = left && left.about === told ? left.error : told
  return {
    error,
    value: sent.value,
    onBlur: ({ currentTarget, relatedTarget }: { currentTarget: Typed; relatedTarget?: EventTarget | null }) => {
      // The door will say it in a moment; an error appearing now would move the button away from under the pointer.
      if (relatedTarget instanceof HTMLButtonElement && relatedTarget.type === 'submit') return
      if (currentTarget.value === currentTarget.defaultValue && !error) return
      const found = check(currentTarget)
      if (found !== undefined || left !== undefined) setLeft({ error: found, about: told })
    },
    onInput: ({ currentTarget }: { currentTarget: Typed }) => {
      if (error !== undefined && check(currentTarget) === undefined) setLeft({ error: undefined, about: told })
    },
  }
}

export const inputLook =
  'w-full rounded-md border border-line-strong bg-surface px-3 py-1.5 min-h-10 max-md:min-h-12 text-ink placeholder:text-ink-soft aria-invalid:border-failed aria-invalid:border-2 disabled:bg-sunken disabled:text-ink-soft'
