// The page of a shared credential: how it stands, the certificate, what was achieved, the evidence, and what can be taken along.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Report } from '#standards/verify/report.ts'
import { Accented } from '../../ui/accented.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { About } from './about.tsx'
import { Achievement } from './achievement.tsx'
import { Certificate, isShort } from './certificate.tsx'
import { useEarnerName } from './earner-name.tsx'
import { EvidenceRecord } from './evidence-record.tsx'
import { Keep, Share } from './keep.tsx'
import type { SharedPage } from './shared-page.ts'
import { Standing } from './standing.tsx'
import { structuredData } from './structured-data.ts'

export function SharedScreen({ report, ...credential }: SharedPage & { report: Report | undefined }) {
  const t = useTranslations()
  const { shared, read, page } = credential
  return (
    <PublicShell width="wide" aside={<ButtonLink to="/verify">{t('shell.verify')}</ButtonLink>}>
      <Head {...credential} />
      <Accented accent={shared.issuer.accent}>
        {page.earnedToday && shared.state === 'valid' && (
          <p className="mb-4 font-serif text-title text-accent-ink print:hidden">{t('credential.congratulations')}</p>
        )}
        <Standing {...credential} report={report} />
        <Certificate {...credential} />
        <div className="mt-12 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem] print:hidden">
          <div className="grid content-start gap-10">
            <Panel title={t('credential.achieved.title')}>
              <Achievement read={isShort(read.description) ? { ...read, description: undefined } : read} />
            </Panel>
            <Panel title={t('credential.record.title')} about={<Fine>{t('credential.record.about')}</Fine>}>
              <EvidenceRecord read={read} />
            </Panel>
            <Panel title={t('credential.facts.title')}>
              <About read={read} offering={shared.offering} />
            </Panel>
          </div>
          <div className="grid content-start gap-10">
            <Panel title={t('credential.keep.title')}>
              <Keep page={page} />
            </Panel>
            <Panel title={t('credential.share.title')}>
              <Share {...credential} />
            </Panel>
            <Panel title={t('credential.issuer.title')}>
              <Issuer issuer={shared.issuer} />
            </Panel>
          </div>
        </div>
      </Accented>
    </PublicShell>
  )
}

const Fine = ({ children }: { children: ReactNode }) => <span className="text-fine">{children}</span>

function Issuer({ issuer: { name, url, did } }: Pick<SharedPage['shared'], 'issuer'>) {
  const t = useTranslations()
  return (
    <div className="grid gap-2 text-body">
      <p className="font-semibold">
        <bdi>{name}</bdi>
      </p>
      {url && (
        <a href={url} rel="noreferrer" dir="ltr" className="text-accent-ink underline underline-offset-3">
          {url.replace(/^https?:\/\/|\/$/g, '')}
        </a>
      )}
      <div className="text-fine text-ink-soft">
        <p>{t('credential.issuer.key')}</p>
        <p dir="ltr" className="font-mono break-all">
          {did}
        </p>
        <p className="mt-1">{t('credential.issuer.keyHelp')}</p>
      </div>
    </div>
  )
}

/** For previews where the link is posted, and for programs. No search engine is to list it. */
function Head({ shared, read, page: { address } }: SharedPage) {
  const t = useTranslations()
  const name = useEarnerName()(shared.learner)
  const title = read.title ?? shared.offering.title
  const about = t('credential.about', { name, issuer: shared.issuer.name })
  const image = `${address}/badge.png`
  return (
    <>
      <title>{`${title} · ${shared.issuer.name}`}</title>
      <meta name="robots" content="noindex" />
      <meta name="description" content={about} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t('shell.testamur')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={about} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="512" />
      <meta property="og:image:height" content="512" />
      <meta property="og:image:alt" content={title} />
      <meta name="twitter:card" content="summary" />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={about} />
      <meta name="twitter:image" content={image} />
      <link rel="canonical" href={address} />
      <link rel="alternate" type="application/vc+ld+json" href={`${address}/credential.json`} />
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: structuredData(read, { issuer: shared.issuer, address, image }) }}
      />
    </>
  )
}
