// Several lines of text; grows with what is typed.
import type { ComponentProps } from 'react'
import { Field, type FieldProps, inputLook } from './field.tsx'

type Props = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>

export function TextArea({ name, label, help, error, required, labelHeard, rows = 4, className = '', ...rest }: Props) {
  return (
    <Field
      {...{ name, label, help, labelHeard: labelHeard ?? false }}
      {...(required === undefined ? {} : { required })}
      error={error}
    >
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          rows={rows}
          className={`${inputLook} field-sizing-content min-h-24 max-md:min-h-24 ${className}`}
        />
      )}
    </Field>
  )
}
