// The page of a shared credential: how it stands, the credential itself, and what can be taken along.
import { useTranslations } from 'use-intl'
import type { Report } from '#standards/verify/report.ts'
import { Accented } from '../../ui/accented.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { CredentialBody } from './credential-body.tsx'
import { useEarnerName } from './earner-name.tsx'
import { Keep, Share } from './keep.tsx'
import { LinkPreview } from './link-preview.tsx'
import { LogProof } from './log-proof.tsx'
import type { SharedPage } from './shared-page.ts'
import { Standing } from './standing.tsx'
import { standings } from './standings.ts'
import { structuredData } from './structured-data.ts'

export function SharedScreen({ report, ...credential }: SharedPage & { report: Report | undefined }) {
  const t = useTranslations()
  return (
    <PublicShell width="wide" aside={<ButtonLink to="/verify">{t('shell.verify')}</ButtonLink>}>
      <Head {...credential} />
      <Accented accent={credential.shared.issuer.accent}>
        <Standing {...credential} report={report} />
        <CredentialBody {...credential} aside={<Offers {...credential} />} />
      </Accented>
    </PublicShell>
  )
}

function Offers(credential: SharedPage) {
  const t = useTranslations()
  return (
    <>
      <Panel title={t('credential.keep.title')}>
        <Keep {...credential} />
      </Panel>
      {standings[credential.shared.state].offered && (
        <Panel title={t('credential.share.title')}>
          <Share {...credential} />
        </Panel>
      )}
      {credential.logged && <LogProof logged={credential.logged} />}
    </>
  )
}

/** A posted link says what the page says first: that it was earned, or that it does not count. */
function Head({ shared, read, page: { address } }: SharedPage) {
  const t = useTranslations()
  const name = useEarnerName()(shared.learner)
  const { issuer, state } = shared
  const image = `${address}/badge.png`
  return (
    <LinkPreview
      unlisted
      title={read.title ?? shared.offering.title}
      issuer={issuer.name}
      about={state === 'valid' ? t('credential.about', { name, issuer: issuer.name }) : t(`credential.standing.${state}`)}
      address={address}
      image={image}
      alternate={{ type: 'application/vc+ld+json', href: `${address}/credential.json` }}
      structured={state === 'valid' ? structuredData(read, { issuer, address, image }) : undefined}
    />
  )
}
