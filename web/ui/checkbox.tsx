// Yes or no, sent with the form. The mark is drawn beside a real input, so it works and speaks like one.
import { Check, Minus } from 'lucide-react'
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react'
import { useFormField } from './form.tsx'

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; help?: ReactNode; labelHeard?: boolean; some?: boolean }

export function Checkbox({ label, help, labelHeard, some = false, ...rest }: Props) {
  const id = useId()
  const sent = useFormField(rest.name ?? '').value
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.indeterminate = some
  }, [some])
  const box = (
    <span className="relative inline-grid size-5 shrink-0 place-items-center">
      <input
        {...(sent !== undefined && rest.checked === undefined ? { defaultChecked: true } : {})}
        {...rest}
        ref={input}
        id={id}
        type="checkbox"
        aria-describedby={help ? `${id}-help` : undefined}
        className="peer size-5 cursor-pointer appearance-none rounded-sm border border-line-strong bg-surface checked:border-transparent checked:bg-accent indeterminate:border-transparent indeterminate:bg-accent"
      />
      <Check
        size={15}
        strokeWidth={3}
        aria-hidden
        className="pointer-events-none absolute hidden text-on-accent peer-checked:not-peer-indeterminate:block"
      />
      <Minus
        size={15}
        strokeWidth={3}
        aria-hidden
        className="pointer-events-none absolute hidden text-on-accent peer-indeterminate:block"
      />
    </span>
  )
  return (
    <div className={labelHeard ? 'flex' : ''}>
      <label htmlFor={id} className={`inline-flex items-start gap-2.5 ${labelHeard ? 'p-1.5 -m-1.5' : 'py-1'}`}>
        {box}
        <span className={labelHeard ? 'heard' : ''}>{label}</span>
      </label>
      {help && (
        <p id={`${id}-help`} className="ms-7.5 text-fine text-ink-soft">
          {help}
        </p>
      )}
    </div>
  )
}
