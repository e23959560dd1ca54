// A small word on a thing: a skill, a level, a kind. Not a state; those have `StateTag`.
import type { ReactNode } from 'react'

export const Tag = ({ children }: { children: ReactNode }) => (
  <span className="inline-flex max-w-full items-center rounded-sm border border-line bg-sunken px-1.5 text-fine text-ink">
    {children}
  </span>
)
