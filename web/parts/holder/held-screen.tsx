// A credential on the page of the one who earned it. Not the certificate: that is what a link shows, with its own address on it.
import { useTranslations } from 'use-intl'
import type { Share } from '#domain/issuing/issuing.api.ts'
import { Accented } from '../../ui/accented.tsx'
import { Link } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { About } from '../credential/about.tsx'
import { Achievement } from '../credential/achievement.tsx'
import { BadgePicture } from '../credential/badge-picture.tsx'
import { EvidenceRecord } from '../credential/evidence-record.tsx'
import { Issuer } from '../credential/issuer.tsx'
import type { SharedPage } from '../credential/shared-page.ts'
import { Standing } from '../credential/standing.tsx'
import type { HeldAnswer } from './held-answer.ts'
import { HeldFiles } from './held-files.tsx'
import { HeldLinks } from './held-links.tsx'

type Props = Readonly<{
  id: string
  shown: SharedPage['shared']
  read: SharedPage['read']
  shares: readonly Share[]
  /** Who reads this. */
  me: string
  answer: unknown
}>

export function HeldScreen({ id, shown, read, shares, me, answer: given }: Props) {
  const t = useTranslations()
  // an action answers in several shapes; all of them are parts of this one
  const answer = (given ?? {}) as HeldAnswer
  return (
    <Accented accent={shown.issuer.accent}>
      <p className="mb-6 text-body">
        <Link to="/my/credentials">{t('holder.all')}</Link>
      </p>
      <header className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-4">
        <div className="w-28 shrink-0">
          <BadgePicture badge={shown.badge} title={read.title ?? ''} />
        </div>
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-head font-bold">
            <bdi lang={read.language}>{read.title ?? shown.offering.title}</bdi>
          </h1>
          <p className="mt-1 text-ink-soft">
            <bdi>{shown.issuer.name}</bdi>
          </p>
        </div>
      </header>
      <Standing shared={shown} read={read} report={answer.report} />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="grid content-start gap-10 lg:order-last">
          <HeldLinks {...{ shown, shares, me, answer }} />
          <Panel title={t('credential.keep.title')}>
            <HeldFiles id={id} state={shown.state} />
          </Panel>
          <Panel title={t('credential.issuer.title')}>
            <Issuer issuer={shown.issuer} />
          </Panel>
        </div>
        <div className="grid content-start gap-10">
          <Panel title={t('credential.achieved.title')}>
            <Achievement read={read} />
          </Panel>
          <Panel title={t('credential.record.title')}>
            <EvidenceRecord read={read} />
          </Panel>
          <Panel title={t('credential.facts.title')}>
            <About read={read} held={read} offering={shown.offering} />
          </Panel>
        </div>
      </div>
    </Accented>
  )
}
