// The way back from a credential: the decision, the rule, the rows that decided, the imports they came in, the release; each with who and when.
import { BadgeCheck, FileInput, type LucideIcon, PackageCheck, Rows3, Scale, ScanSearch } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Import } from '#domain/intake/intake.api.ts'
import type { Release } from '#domain/issuing/issuing.api.ts'
import { useHere } from '../../lib/here.ts'
import { Copyable } from '../../ui/copyable.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { Link } from '../../ui/link.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import type { EvidenceRow } from '../intake/evidence-rows.ts'
import type { Names } from '../intake/member-names.ts'
import { Who } from '../intake/who.tsx'
import type { ShownCredential } from './credential-actions.tsx'
import { DecisionParts, EvidenceRows } from './decision-why.tsx'
import { RuleInWords } from './rule-in-words.tsx'
import { useDecisionText } from './use-decision-text.ts'

type Props = {
  credential: ShownCredential
  rows: readonly EvidenceRow[]
  imports: readonly Import[]
  release: Release | undefined
  names: Names
}

export function EvidenceChain({ credential, rows, imports, release, names }: Props) {
  const t = useTranslations('credentials.chain')
  return (
    <section aria-labelledby="chain">
      <h2 id="chain" className="text-lead font-bold">
        {t('title')}
      </h2>
      <p className="measure mb-4 text-ink-soft">{t('about')}</p>
      <ol>
        <Signed credential={credential} />
        <Decided credential={credential} />
        <Ruled credential={credential} names={names} />
        {rows.length > 0 && (
          <Step icon={Rows3} title={t('rows', { count: rows.length })}>
            <EvidenceRows rows={rows} enrolment={credential.enrolment} />
          </Step>
        )}
        {imports.map((one) => (
          <Imported key={one.id} of={one} names={names} />
        ))}
        {release && <Released release={release} names={names} />}
      </ol>
    </section>
  )
}

function Step({ icon: Icon, title, children }: { icon: LucideIcon; title: ReactNode; children: ReactNode }) {
  return (
    <li className="group/step relative grid grid-cols-[2.25rem_1fr] gap-x-3 pb-6 last:pb-0">
      <span aria-hidden className="absolute start-[1.0625rem] top-9 bottom-0 w-0.5 bg-line group-last/step:hidden" />
      <span className="grid size-9 place-items-center rounded-full bg-accent-soft text-accent-ink">
        <Icon size={18} aria-hidden />
      </span>
      <div className="min-w-0 pt-1.5">
        <h3 className="font-bold">{title}</h3>
        <div className="mt-1">{children}</div>
      </div>
    </li>
  )
}

function Signed({ credential: { issued, url, signingKey, designVersion, microCredential } }: { credential: ShownCredential }) {
  const t = useTranslations('credentials.chain')
  const { base } = useHere()
  return (
    <Step icon={BadgeCheck} title={t('signed')}>
      <p>
        <DateText at={issued} form="moment" />
      </p>
      <p className="text-ink-soft">
        <Link to={`${base}/micro-credentials/${microCredential}/versions/${designVersion.id}`}>
          {t('version', { number: designVersion.number })}
        </Link>{' '}
        · {t('key')} <bdi className="font-mono text-fine">{signingKey}</bdi>
      </p>
      <div className="mt-1.5">
        <Copyable text={url} label={t('identifier')} />
      </div>
    </Step>
  )
}

function Decided({ credential: { decision, enrolment } }: { credential: ShownCredential }) {
  const t = useTranslations('credentials.chain')
  const { base, may } = useHere()
  const text = useDecisionText()
  if (!decision) return null
  return (
    <Step icon={ScanSearch} title={t('decided')}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateTag state={decision.verdict} />
        <span className="measure">{text(decision)}</span>
      </p>
      {decision.parts && (
        <div className="mt-1.5">
          <DecisionParts parts={decision.parts} />
        </div>
      )}
      {may('intake:read') && (
        <p className="mt-1">
          <Link to={`${base}/enrolments/${enrolment}`}>{t('record')}</Link>
        </p>
      )}
    </Step>
  )
}

function Ruled({ credential: { rule, microCredential }, names }: { credential: ShownCredential; names: Names }) {
  const t = useTranslations('credentials.chain')
  const { base } = useHere()
  if (!rule) return null
  return (
    <Step
      icon={Scale}
      title={
        <Link to={`${base}/rules/${microCredential}`} className="text-inherit">
          {t('rule', { version: rule.version })}
        </Link>
      }
    >
      <RuleInWords rule={rule.rule} />
      {rule.note && (
        <p className="measure text-ink-soft">
          <bdi>{rule.note}</bdi>
        </p>
      )}
      <When at={rule.created} by={rule.createdBy} names={names} said={t('savedBy')} />
    </Step>
  )
}

function Imported({ of: { id, files, created, createdBy }, names }: { of: Import; names: Names }) {
  const t = useTranslations('credentials.chain')
  const { base } = useHere()
  return (
    <Step
      icon={FileInput}
      title={
        <Link to={`${base}/imports/${id}`} className="text-inherit">
          {t('imported')}
        </Link>
      }
    >
      <p>
        <bdi dir="ltr">{files.map(({ name }) => name).join(', ')}</bdi>
      </p>
      <When at={created} by={createdBy} names={names} said={t('importedBy')} />
    </Step>
  )
}

function Released({
  release: { id, title, created, createdBy, released, releasedBy },
  names,
}: {
  release: Release
  names: Names
}) {
  const t = useTranslations('credentials.chain')
  const { base } = useHere()
  return (
    <Step
      icon={PackageCheck}
      title={
        <Link to={`${base}/releases/${id}`} className="text-inherit">
          {t('released', { title })}
        </Link>
      }
    >
      <When at={created} by={createdBy} names={names} said={t('preparedBy')} />
      {released && releasedBy && <When at={released} by={releasedBy} names={names} said={t('confirmedBy')} />}
    </Step>
  )
}

function When({ at, by, names, said }: { at: string; by: string; names: Names; said: string }) {
  return (
    <p className="text-fine text-ink-soft">
      {said} <Who id={by} names={names} /> · <DateText at={at} form="dateTime" />
    </p>
  )
}
