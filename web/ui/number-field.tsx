// A number. A text field with digits: number inputs change by scrolling, refuse a comma and say nothing about it.
import type { ComponentProps } from 'react'
import { TextField } from './text-field.tsx'

type Props = Omit<ComponentProps<typeof TextField>, 'type' | 'inputMode'> & { whole?: boolean }

export const NumberField = ({ whole, width = 'short', ...rest }: Props) => (
  <TextField
    {...rest}
    width={width}
    inputMode={whole ? 'numeric' : 'decimal'}
    autoComplete="off"
    dir="ltr"
    data-expected={whole ? 'int' : 'number'}
    pattern={whole ? '-?[0-9]*' : '-?[0-9]*[.,]?[0-9]*'}
    className="figures text-end"
  />
)
