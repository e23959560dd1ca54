// The gallery's certificate: as it was earned, and when it no longer holds.
import { useTranslations } from 'use-intl'
import { CertificateFrame } from '../../ui/certificate-frame.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import { names, organisations } from './samples.ts'

export function SampleCertificate({ revoked }: { revoked?: boolean }) {
  const t = useTranslations()
  return (
    <CertificateFrame
      accent={revoked ? '#b45309' : '#0f766e'}
      seed={revoked ? 'cred_2' : 'cred_1'}
      issuer={organisations[0].name}
      before={t('gallery.certificate.before')}
      holder={<bdi>{names[revoked ? 1 : 0]}</bdi>}
      between={t('gallery.certificate.between')}
      title={t('gallery.certificate.title')}
      about={t('gallery.certificate.about')}
      badge={<SampleBadge />}
      facts={[
        [t('gallery.certificate.issued'), <DateText key="issued" at="2026-11-21" form="longDate" />],
        [t('gallery.certificate.expires'), <DateText key="expires" at="2029-11-21" form="longDate" />],
        [t('gallery.certificate.level'), t('gallery.forms.level5')],
        [t('gallery.certificate.hours'), <NumberText key="hours" value={40} />],
      ]}
      foot={t('gallery.certificate.foot')}
      subdued={revoked ?? false}
      mark={revoked && <span className="text-failed">{t('gallery.certificate.revoked')}</span>}
    />
  )
}

/** A badge to stand in for the one that is drawn from a design. */
const SampleBadge = () => (
  <svg viewBox="0 0 200 200" aria-hidden="true">
    <path d="M100 6l81 47v94l-81 47-81-47V53z" className="fill-accent" />
    <path d="M100 20l69 40v80l-69 40-69-40V60z" fill="none" strokeWidth="2" className="stroke-on-accent" />
    <path
      d="M58 112c14-11 28-11 42 0s28 11 42 0M58 130c14-11 28-11 42 0s28 11 42 0"
      fill="none"
      strokeWidth="6"
      strokeLinecap="round"
      className="stroke-on-accent"
    />
    <path d="M100 52v44M100 58l26 32H100z" strokeWidth="5" strokeLinejoin="round" className="fill-on-accent stroke-on-accent" />
  </svg>
)
