// A number in the reader's way, with figures that line up.
import { useFormatter } from 'use-intl'

type Props = {
  value: number
  /** `percent` expects a share: 0.4 is 40 %. */
  form?: 'plain' | 'percent' | 'bytes'
  /** So many places, always: a column lines up. */
  digits?: number
}

export function NumberText({ value, form = 'plain', digits }: Props) {
  const number = useNumber()
  return <span className="figures">{number(value, form, digits)}</span>
}

/** The same as a text, for labels and drawings. */
export function useNumber() {
  const format = useFormatter()
  return (value: number, form: Props['form'] = 'plain', fixed?: number): string => {
    const digits = { minimumFractionDigits: fixed ?? 0, maximumFractionDigits: fixed ?? (form === 'percent' ? 0 : 1) }
    if (form !== 'bytes') return format.number(value, { ...(form === 'percent' ? { style: 'percent' as const } : {}), ...digits })
    const [unit, size] = byteUnits.find(([, least]) => value >= least) ?? (['byte', 1] as const)
    return format.number(value / size, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', ...digits })
  }
}

const byteUnits: readonly (readonly [unit: string, size: number])[] = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
]
