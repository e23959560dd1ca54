// Links: in text, quiet in lists, and as a button where following it is the page's main act.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { type LinkProps, Link as RouterLink } from 'react-router'
import { type ButtonSize, type ButtonTone, buttonLook, iconSize } from './button-look.ts'

export function Link({ quiet, className = '', ...rest }: LinkProps & { quiet?: boolean }) {
  const look = quiet
    ? 'text-inherit no-underline hover:underline'
    : 'text-accent-ink underline decoration-accent-ink/40 hover:decoration-current'
  return <RouterLink {...rest} className={`${look} underline-offset-3 decoration-from-font rounded-sm ${className}`} />
}

type ButtonLinkProps = LinkProps & { tone?: ButtonTone; size?: ButtonSize; icon?: LucideIcon; children: ReactNode }

export function ButtonLink({ tone = 'quiet', size = 'medium', icon: Icon, children, className = '', ...rest }: ButtonLinkProps) {
  return (
    <RouterLink {...rest} className={`${buttonLook(tone, size)} print:hidden ${className}`}>
      {Icon && <Icon size={iconSize[size]} aria-hidden className="shrink-0" />}
      {children}
    </RouterLink>
  )
}
