// One line of text.
import type { ComponentProps, ReactNode } from 'react'
import { Field, type FieldProps, inputLook } from './field.tsx'

type Width = 'full' | 'medium' | 'short'

type Props = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'width'> & {
    /** As wide as the answer is expected to be. */
    width?: Width
    /** Behind the field: a unit, such as hours. */
    unit?: ReactNode
  }

const widths: Record<Width, string> = { full: '', medium: 'max-w-sm', short: 'max-w-32' }

export function TextField({
  name,
  label,
  help,
  error,
  required,
  labelHeard,
  width = 'full',
  unit,
  className = '',
  ...rest
}: Props) {
  return (
    <Field
      {...{ name, label, help, labelHeard: labelHeard ?? false }}
      {...(required === undefined ? {} : { required })}
      error={error}
    >
      {(wiring) => (
        <div className="flex items-center gap-2">
          <input type="text" {...rest} {...wiring} className={`${inputLook} ${widths[width]} ${className}`} />
          {unit && <span className="text-ink-soft">{unit}</span>}
        </div>
      )}
    </Field>
  )
}
