// A text in a language of its own, on a page in perhaps another: its language and direction, on the side where its section begins.
import type { ReactNode } from 'react'

type Props = {
  /** BCP 47, where it is known. */
  language: string | undefined
  as?: 'p' | 'span' | 'div'
  className?: string
  children: ReactNode
}

export const Said = ({ language, as: Tag = 'p', className = '', children }: Props) => (
  <Tag lang={language} dir="auto" className={`beside ${className}`}>
    {children}
  </Tag>
)
