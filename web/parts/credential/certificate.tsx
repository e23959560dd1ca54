// A shared credential as a certificate: badge, earner, issuer, dates, and the code that leads back here from paper.
import { useTranslations } from 'use-intl'
import { Callout } from '../../ui/callout.tsx'
import { CertificateFrame } from '../../ui/certificate-frame.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import { BadgePicture } from './badge-picture.tsx'
import { EarnerName } from './earner-name.tsx'
import type { ReadCredential } from './reading.ts'
import type { SharedPage } from './shared-page.ts'
import { StandingText } from './standing.tsx'

export function Certificate({ shared, read, page }: SharedPage) {
  const t = useTranslations()
  const { issuer, state } = shared
  return (
    <CertificateFrame
      accent={issuer.accent}
      seed={read.id ?? page.address}
      issuer={<bdi>{issuer.name}</bdi>}
      before={t('credential.before')}
      holder={<EarnerName learner={shared.learner} />}
      between={t('credential.between')}
      title={
        <span lang={read.language} dir="auto">
          {read.title ?? shared.offering.title}
        </span>
      }
      about={<Summary read={read} />}
      badge={<BadgePicture badge={shared.badge} title={read.title ?? ''} arriving={page.earnedToday} />}
      facts={useCertificateFacts(read)}
      foot={<WayBack page={page} />}
      notice={
        state !== 'valid' && (
          <Callout tone={state === 'revoked' ? 'failed' : 'warned'} title={t(`credential.standing.${state}`)}>
            <StandingText shared={shared} read={read} />
          </Callout>
        )
      }
    />
  )
}

/** Only where it is short enough for a certificate; the whole description stands further down. */
function Summary({ read: { description, language } }: { read: ReadCredential }) {
  if (!isShort(description)) return null
  return (
    <p lang={language} dir="auto">
      {description}
    </p>
  )
}

/** Short enough to stand on a certificate. */
export const isShort = (description: string | undefined) => description !== undefined && description.length <= 260

function useCertificateFacts(read: ReadCredential) {
  const t = useTranslations()
  const facts = [
    [t('credential.issued'), read.issued && <DateText key="issued" at={read.issued} form="longDate" />],
    [t('credential.expires'), read.until && <DateText key="until" at={read.until} form="longDate" />],
    [t('credential.level'), read.levels.length > 0 && <bdi key="level">{read.levels.join(', ')}</bdi>],
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
        <p dir="ltr" className="font-mono break-all">
          {address.replace(/^https?:\/\//, '')}
        </p>
      </div>
    </div>
  )
}
