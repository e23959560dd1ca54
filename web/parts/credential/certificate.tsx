// A shared credential as a certificate: badge, earner, issuer, dates, and the code that leads back here from paper.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { CertificateFrame } from '../../ui/certificate-frame.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import { StateIcon } from '../../ui/state-tag.tsx'
import { BadgePicture } from './badge-picture.tsx'
import { EarnerName } from './earner-name.tsx'
import type { ReadCredential } from './reading.ts'
import { Said } from './said.tsx'
import type { SharedPage } from './shared-page.ts'
import { standings } from './standings.ts'
import { WithDates } from './with-dates.tsx'

export function Certificate({ shared, read, page }: SharedPage) {
  const t = useTranslations('credential')
  const { issuer, state } = shared
  const { subdued } = standings[state]
  const words = subdued ? 'record' : 'certificate'
  return (
    <CertificateFrame
      accent={issuer.accent}
      seed={read.id ?? page.address}
      issuer={<bdi>{issuer.name}</bdi>}
      before={t(`wording.${words}.before`)}
      holder={<EarnerName learner={shared.learner} />}
      between={t(`wording.${words}.between`)}
      title={<bdi lang={read.language}>{read.title ?? shared.offering.title}</bdi>}
      about={!subdued && isShort(read.description) && <Said language={read.language}>{read.description}</Said>}
      badge={<BadgePicture badge={shared.badge} title={read.title ?? ''} arriving={page.earnedToday && state === 'valid'} />}
      facts={useCertificateFacts(state === 'revoked' ? { ...read, until: undefined } : read)}
      foot={<WayBack page={page} />}
      subdued={subdued}
      mark={useMark({ shared, read, page })}
    />
  )
}

function useMark({ shared: { state, since }, read, page }: SharedPage): ReactNode {
  const t = useTranslations('credential.mark')
  if (page.sample) return <span className="text-under-way">{t('sample')}</span>
  if (state === 'valid') return null
  const moment = state === 'expired' ? read.until : since
  return (
    <span className={`inline-flex items-center gap-x-2 ${standings[state].ink}`}>
      <StateIcon state={state} />
      <span>{moment ? <WithDates text={(date) => t(state, { date: date ?? '' })} at={[moment]} /> : t(`${state}Plain`)}</span>
    </span>
  )
}

/** Short enough to stand on a certificate; a longer description stands further down. */
export const isShort = (description: string | undefined) => description !== undefined && description.length <= 260

function useCertificateFacts(read: ReadCredential) {
  const t = useTranslations()
  const facts = [
    [t('credential.issued'), read.issued && <DateText key="issued" at={read.issued} form="longDate" />],
    [t('credential.expires'), read.until && <DateText key="until" at={read.until} form="longDate" />],
    [
      t('credential.level'),
      read.levels.length > 0 && (
        <bdi key="level" lang={read.language}>
          {read.levels.join(', ')}
        </bdi>
      ),
    ],
    [t('credential.hours'), read.hours !== undefined && <NumberText key="hours" value={read.hours} />],
  ] as const
  return facts.filter(([, value]) => value)
}

function WayBack({ page: { address, code } }: Pick<SharedPage, 'page'>) {
  const t = useTranslations()
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 text-start">
      <svg
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label={t('credential.scanHeard')}
        shapeRendering="crispEdges"
        className="size-20 rounded-sm"
      >
        <rect width={code.size} height={code.size} fill="#ffffff" />
        <path d={code.path} fill="#191a1d" />
      </svg>
      <div className="max-w-96">
        <p>{t('credential.scan')}</p>
        <p className="font-mono break-all">
          <bdi dir="ltr">{address.replace(/^https?:\/\//, '')}</bdi>
        </p>
      </div>
    </div>
  )
}
