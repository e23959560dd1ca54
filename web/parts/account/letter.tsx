// A page for one act of somebody's account: a title, a sentence, a form. Kept out of search engines.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { PublicShell } from '../../ui/public-shell.tsx'
import { WhoIsHere } from './who-is-here.tsx'

type Props = {
  title: string
  lead?: ReactNode
  width?: 'letter' | 'wide'
  /** `wide` fills the column: for a list rather than a form. */
  measure?: 'form' | 'wide'
  children?: ReactNode
}

export function Letter({ title, lead, width = 'letter', measure = 'form', children }: Props) {
  const t = useTranslations()
  return (
    <PublicShell aside={<WhoIsHere />} width={width}>
      <title>{`${title} · ${t('shell.testamur')}`}</title>
      <meta name="robots" content="noindex" />
      <h1 className="text-head font-bold">{title}</h1>
      {lead && <div className="measure mt-3">{lead}</div>}
      <div className={`mt-8 grid gap-8 ${measure === 'wide' ? '' : 'max-w-xl'}`}>{children}</div>
    </PublicShell>
  )
}
