// One of several, from a list that folds out: the browser's own, which works everywhere and speaks to everyone.
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Field, type FieldProps, inputLook } from './field.tsx'

export type Option = Readonly<{ value: string; label: string }>

type Props = FieldProps & Omit<ComponentProps<'select'>, keyof FieldProps> & { options: readonly Option[]; placeholder?: string }

export function Select({ name, label, help, error, required, labelHeard, options, placeholder, className = '', ...rest }: Props) {
  return (
    <Field
      {...{ name, label, help, labelHeard: labelHeard ?? false }}
      {...(required === undefined ? {} : { required })}
      error={error}
    >
      {({ onFocus: _onFocus, onBlur: _onBlur, onInput: _onInput, ...wiring }) => (
        <div className="relative max-w-sm">
          <select {...rest} {...wiring} className={`${inputLook} appearance-none pe-9 ${className}`}>
            {placeholder && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            size={17}
            aria-hidden
            className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-soft"
          />
        </div>
      )}
    </Field>
  )
}
