// One of a few, all in view.
import type { ReactNode } from 'react'
import { FieldError } from './field.tsx'
import { fieldId, useFormField } from './form.tsx'

export type Choice = Readonly<{ value: string; label: ReactNode; help?: ReactNode }>

type Props = {
  name: string
  label: ReactNode
  help?: ReactNode
  choices: readonly Choice[]
  defaultValue?: string
  error?: string
}

export function RadioGroup({ name, label, help, choices, defaultValue, error }: Props) {
  const sent = useFormField(name, typeof label === 'string' ? label : undefined)
  const id = fieldId(name)
  const wrong = error ?? sent.error
  const chosen = sent.value ?? defaultValue
  return (
    <fieldset
      className={wrong ? 'border-s-3 border-failed ps-3.5' : undefined}
      aria-describedby={[help ? `${id}-help` : '', wrong ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined}
    >
      <legend className="font-semibold">{label}</legend>
      {help && (
        <p id={`${id}-help`} className="measure mt-0.5 text-fine text-ink-soft">
          {help}
        </p>
      )}
      <FieldError id={id} error={wrong} />
      <div className="mt-1.5 grid gap-1">
        {choices.map((choice, at) => (
          <Radio
            key={choice.value}
            {...choice}
            id={at === 0 ? id : `${id}-${at}`}
            name={name}
            defaultChecked={choice.value === chosen}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Radio({ id, name, value, label, help, defaultChecked }: Choice & { id: string; name: string; defaultChecked: boolean }) {
  return (
    <div>
      <label htmlFor={id} className="inline-flex items-start gap-2.5 py-1">
        <span className="relative inline-grid size-5 shrink-0 place-items-center">
          <input
            id={id}
            type="radio"
            {...{ name, value, defaultChecked }}
            aria-describedby={help ? `${id}-about` : undefined}
            className="peer size-5 cursor-pointer appearance-none rounded-full border border-line-strong bg-surface checked:border-accent checked:border-2"
          />
          <span aria-hidden className="pointer-events-none absolute hidden size-2.5 rounded-full bg-accent peer-checked:block" />
        </span>
        {label}
      </label>
      {help && (
        <p id={`${id}-about`} className="ms-7.5 text-fine text-ink-soft">
          {help}
        </p>
      )}
    </div>
  )
}
