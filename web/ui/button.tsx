// A button. One that cannot be used now stays where it is, can be reached by keyboard, and says why.
import { LoaderCircle, type LucideIcon } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { type ButtonSize, type ButtonTone, buttonLook, iconSize } from './button-look.ts'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  tone?: ButtonTone
  size?: ButtonSize
  icon?: LucideIcon
  busy?: boolean
  /** The reason, in the reader's words. Undefined: the button works. */
  whyNot?: ReactNode
  /** Where the reason stands: beside the button (the default), or on hover and focus where space is short. */
  reason?: 'beside' | 'tip'
}

export function Button({ tone = 'quiet', size = 'medium', whyNot, reason = 'beside', ...rest }: ButtonProps) {
  const id = useId()
  if (whyNot === undefined || whyNot === false || whyNot === null) return <BareButton tone={tone} size={size} {...rest} />
  return (
    <span className={reason === 'tip' ? 'group/why relative inline-flex' : 'inline-flex flex-wrap items-center gap-x-3 gap-y-1'}>
      {/* Not `disabled`, which would hide it from the keyboard; and not a submit button, so that it is harmless without JavaScript too. */}
      <BareButton tone={tone} size={size} {...rest} type="button" aria-disabled aria-describedby={id} onClick={undefined} />
      <span id={id} className={reason === 'tip' ? tip : 'text-fine text-ink-soft max-w-72'}>
        {whyNot}
      </span>
    </span>
  )
}

const tip =
  'invisible absolute top-full start-0 z-30 mt-1 w-max max-w-64 rounded-md bg-ink px-2.5 py-1.5 text-fine text-canvas shadow-high group-hover/why:visible group-focus-within/why:visible'

type BareProps = Omit<ButtonProps, 'whyNot' | 'reason' | 'tone' | 'size'> & { tone: ButtonTone; size: ButtonSize }

function BareButton({ tone, size, icon: Icon, busy, children, className = '', type = 'button', ...rest }: BareProps) {
  const Mark = busy ? LoaderCircle : Icon
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      {...rest}
      className={`${buttonLook(tone, size)} aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-soft aria-disabled:shadow-none aria-disabled:filter-none print:hidden ${className}`}
    >
      {Mark && <Mark size={iconSize[size]} aria-hidden className={`shrink-0 ${busy ? 'animate-spin' : ''}`} />}
      {children}
    </button>
  )
}
