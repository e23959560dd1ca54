// Two people saved the same thing: both texts, side by side as far as they differ, and the choice between them.
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/link.tsx'
import { StateIcon } from '../../ui/state-tag.tsx'
import { type Fact, FactList } from './fact-list.tsx'

type Props = {
  yours: readonly Fact[]
  theirs: readonly Fact[]
  /** The address of the form: opened anew, it shows what is saved. */
  to: string
  /** Called before going there: what was typed is given up. */
  onTakeTheirs?: () => void
}

/** Takes the focus when it arrives, wherever on the page the button was. */
export function Conflict({ yours, theirs, to, onTakeTheirs }: Props) {
  const t = useTranslations('console.conflict')
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.focus(), [])
  const differs = ({ name }: Fact) => said(yours, name) !== said(theirs, name)
  return (
    <section ref={section} tabIndex={-1} role="alert" className="mb-6 rounded-lg border border-warned bg-warned-soft p-4 md:p-5">
      <h2 className="flex items-center gap-2.5 text-lead font-bold text-warned">
        <StateIcon state="warned" />
        {t('title')}
      </h2>
      <p className="measure mt-1">{t('text')}</p>
      <div className="mt-4 grid gap-4 xl:grid-cols-2">
        <Side title={t('yours')} facts={yours.filter(differs)} />
        <Side title={t('theirs')} facts={theirs.filter(differs)} />
      </div>
      {!yours.every(differs) && <p className="mt-3 text-fine text-ink-soft">{t('same')}</p>}
      <div className="mt-4">
        <ButtonLink to={to} reloadDocument {...(onTakeTheirs ? { onClick: onTakeTheirs } : {})}>
          {t('takeTheirs')}
        </ButtonLink>
      </div>
    </section>
  )
}

const said = (facts: readonly Fact[], name: string) => facts.find((fact) => fact.name === name)?.says ?? ''

const Side = ({ title, facts }: { title: string; facts: readonly Fact[] }) => (
  <div className="rounded-md bg-surface p-4">
    <h3 className="mb-2 font-semibold">{title}</h3>
    <FactList facts={facts} />
  </div>
)
