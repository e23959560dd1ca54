// A credential as everybody sees it: the certificate, what was achieved, the evidence, the micro-credential. The preview of a design is this too.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import { About } from './about.tsx'
import { Achievement } from './achievement.tsx'
import { Certificate, isShort } from './certificate.tsx'
import { EvidenceRecord } from './evidence-record.tsx'
import { Issuer } from './issuer.tsx'
import type { SharedPage } from './shared-page.ts'
import { standings } from './standings.ts'

/** `aside`: what can be done with it, beside what it says. */
export function CredentialBody({ aside, ...credential }: SharedPage & { aside?: ReactNode }) {
  const t = useTranslations()
  const { shared, read } = credential
  const saidAbove = isShort(read.description) && !standings[shared.state].subdued
  return (
    <>
      <Certificate {...credential} />
      <div className="mt-12 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem] print:hidden">
        <div className="grid content-start gap-10">
          <Panel title={t('credential.achieved.title')}>
            <Achievement read={saidAbove ? { ...read, description: undefined } : read} />
          </Panel>
          <Panel title={t('credential.record.title')} about={<span className="text-fine">{t('credential.record.about')}</span>}>
            <EvidenceRecord read={read} />
          </Panel>
          <Panel title={t('credential.facts.title')}>
            <About read={read} held={shared.state === 'revoked' ? undefined : read} offering={shared.offering} />
          </Panel>
        </div>
        <div className="grid content-start gap-10">
          {aside}
          <Panel title={t('credential.issuer.title')}>
            <Issuer issuer={shared.issuer} />
          </Panel>
        </div>
      </div>
    </>
  )
}
