// Whether a credential is in the public log, and the proof of it to take along.
import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { buttonLook } from '../../ui/button-look.ts'
import { Callout } from '../../ui/callout.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Logged } from './logged.ts'

export function LogProof({ logged }: { logged: Logged }) {
  const t = useTranslations('log')
  return (
    <Panel title={t('title')}>
      <div className="text-body">
        <Said {...logged} />
      </div>
    </Panel>
  )
}

function Said({ state, index = 0, file }: Logged) {
  const t = useTranslations('log')
  if (state === 'altered')
    return (
      <Callout tone="failed" title={t('altered')}>
        {t('alteredHelp')}
      </Callout>
    )
  if (state !== 'recorded') return <p>{t(state)}</p>
  return (
    <>
      <p className="mb-3">{t('recorded', { index })}</p>
      <a href={file} download="log-proof.json" className={`${buttonLook('quiet', 'medium')} w-full`}>
        <Download size={17} aria-hidden className="shrink-0" />
        {t('download')}
      </a>
      <p className="mt-1 text-fine text-ink-soft">
        {t('help')}{' '}
        <a href="/log/key" className="text-accent-ink underline underline-offset-3">
          {t('key')}
        </a>
      </p>
    </>
  )
}
