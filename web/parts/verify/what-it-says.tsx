// What a checked credential says, whoever issued it: title, earner, issuer, dates, achievement, evidence. Unproven when it did not hold.
import { useTranslations } from 'use-intl'
import type { Report } from '#standards/verify/report.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { About } from '../credential/about.tsx'
import { Achievement } from '../credential/achievement.tsx'
import { EvidenceRecord } from '../credential/evidence-record.tsx'
import { type ReadCredential, readCredential } from '../credential/reading.ts'
import { Said } from '../credential/said.tsx'
import { documentsShown, type ShownDocument } from './documents-shown.ts'

const abouts = { trusted: undefined, untrusted: 'pastAbout', undecided: 'undecidedAbout' } as const

export function WhatItSays({ report }: { report: Report }) {
  const all = documentsShown(report)
  return all.map((shown, at) => <DocumentSays key={shown.path} {...shown} {...(all.length > 1 ? { number: at + 1 } : {})} />)
}

function DocumentSays({ document, proven, verdict, number }: ShownDocument & { number?: number }) {
  const t = useTranslations()
  const read = readCredential(document)
  const about = proven ? abouts[verdict] : verdict === 'undecided' ? 'undecidedAbout' : 'claimsAbout'
  return (
    <Panel
      title={[t(!proven ? 'verify.says.claims' : 'verify.says.title'), number].filter(Boolean).join(' · ')}
      about={about && t(`verify.says.${about}`)}
    >
      <Said language={read.language} className="mt-4 mb-5 font-serif text-head font-semibold text-balance">
        {read.title}
      </Said>
      <div className="grid gap-10">
        <Who read={read} />
        <Achievement read={read} />
        <section className="grid gap-4">
          <h3 className="font-bold">{t('credential.record.title')}</h3>
          <EvidenceRecord read={read} heading="h4" />
        </section>
        <section className="grid gap-4">
          <h3 className="font-bold">{t('credential.facts.title')}</h3>
          <About read={read} held={read} />
        </section>
      </div>
    </Panel>
  )
}

function Who({ read: { earner, issuer, issued, until } }: { read: ReadCredential }) {
  const t = useTranslations()
  const facts = [
    [t('verify.says.earner'), <Earner key="earner" earner={earner} />],
    [t('verify.says.issuer'), <bdi key="issuer">{issuer.name ?? issuer.id ?? t('verify.says.unnamed')}</bdi>],
    [
      t('verify.says.signedBy'),
      issuer.id && (
        <bdi key="id" dir="ltr" className="font-mono text-fine break-all">
          {issuer.id}
        </bdi>
      ),
    ],
    [t('verify.says.issued'), issued && <DateText key="issued" at={issued} form="longDate" />],
    [t('verify.says.expires'), until && <DateText key="until" at={until} form="longDate" />],
  ] as const
  return (
    <div className="text-body">
      <Facts facts={facts.filter(([, value]) => value)} />
    </div>
  )
}

function Earner({ earner: { name, key, hashed } }: Pick<ReadCredential, 'earner'>) {
  const t = useTranslations()
  if (name) return <bdi>{name}</bdi>
  if (key) return <bdi>{t('credential.learner', { key })}</bdi>
  if (!hashed) return t('verify.says.unnamed')
  return t('verify.says.hashed', { kind: t(`verify.identity.${hashed === 'emailAddress' ? hashed : 'other'}`) })
}
