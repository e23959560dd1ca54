// A colour, picked with the browser's own means or typed as a hexadecimal number.
import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field.tsx'

type Props = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps | 'type'>

export function ColourField({ name, label, help, error, labelHeard, className = '', ...rest }: Props) {
  return (
    <Field {...{ name, label, help, labelHeard: labelHeard ?? false }} error={error}>
      {(wiring) => (
        <input
          type="color"
          {...rest}
          {...wiring}
          className={`h-10 w-20 cursor-pointer rounded-md border border-line-strong bg-surface p-1 max-md:h-12 ${className}`}
        />
      )}
    </Field>
  )
}
