// Two people saved the same step: both texts, side by side as far as they differ, and the choice between them.
import { useTranslations } from 'use-intl'
import type { DesignDocument, Step } from '#domain/design/design-document.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { StateIcon } from '../../ui/state-tag.tsx'
import { FactList } from './fact-list.tsx'
import { useStepFacts } from './step-facts.tsx'

type Props<S extends Step> = {
  step: S
  yours: DesignDocument[S]
  theirs: DesignDocument[S]
  /** The address of the step: opened anew, it shows what is saved. */
  to: string
  /** Called before going there: what was typed is given up. */
  onTakeTheirs: () => void
}

export function Conflict<S extends Step>({ step, yours, theirs, to, onTakeTheirs }: Props<S>) {
  const t = useTranslations('design.conflict')
  const factsOf = useStepFacts()
  const [mine, saved] = [factsOf(step, yours), factsOf(step, theirs)]
  const differs = (name: string) => said(mine, name) !== said(saved, name)
  const differing = (facts: typeof mine) => facts.filter(({ name }) => differs(name))
  return (
    <section role="alert" className="mb-6 rounded-lg border border-warned bg-warned-soft p-4 md:p-5">
      <h2 className="flex items-center gap-2.5 text-lead font-bold text-warned">
        <StateIcon state="warned" />
        {t('title')}
      </h2>
      <p className="measure mt-1">{t('text')}</p>
      <div className="mt-4 grid gap-4 lg:grid-cols-2">
        <Side title={t('yours')} facts={differing(mine)} />
        <Side title={t('theirs')} facts={differing(saved)} />
      </div>
      {mine.some(({ name }) => !differs(name)) && <p className="mt-3 text-fine text-ink-soft">{t('same')}</p>}
      <div className="mt-4">
        <ButtonLink to={to} reloadDocument onClick={onTakeTheirs}>
          {t('takeTheirs')}
        </ButtonLink>
      </div>
    </section>
  )
}

const said = (facts: readonly { name: string; says: string }[], name: string) =>
  facts.find((fact) => fact.name === name)?.says ?? ''

const Side = ({ title, facts }: { title: string; facts: Parameters<typeof FactList>[0]['facts'] }) => (
  <div className="rounded-md bg-surface p-4">
    <h3 className="mb-2 font-semibold">{title}</h3>
    <FactList facts={facts} />
  </div>
)
