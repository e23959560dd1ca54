// Nothing here yet: one sentence on what this is for, and the next step.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export const EmptyState = ({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon
  title: string
  children: ReactNode
  action?: ReactNode
}) => (
  <div className="grid justify-items-center px-4 py-12 text-center">
    <Icon size={28} strokeWidth={1.5} aria-hidden className="text-ink-soft" />
    <p className="mt-3 text-lead font-semibold">{title}</p>
    <p className="mt-1 max-w-md text-ink-soft">{children}</p>
    {action && <div className="mt-5">{action}</div>}
  </div>
)
