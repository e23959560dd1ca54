// A button that shows only a picture; its name is heard, and shown on hover.
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'button'>, 'children'> & { icon: LucideIcon; label: string }

export function IconButton({ icon: Icon, label, className = '', type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      {...rest}
      className={`inline-grid size-9 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-hover hover:text-ink max-md:size-11 print:hidden ${className}`}
    >
      <Icon size={18} aria-hidden />
    </button>
  )
}
