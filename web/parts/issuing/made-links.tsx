// Links just made, each shown until somebody has it or leaves the page: nothing else that is done here may take it away.
import { Check, Copy, ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import type { ShownCredential } from './credential-actions.tsx'
import type { CredentialAnswer } from './credential-answer.ts'

type Made = NonNullable<CredentialAnswer['made']>
type Props = { made: Made | undefined; shares: ShownCredential['shares'] }

export function MadeLinks({ made, shares }: Props) {
  const { kept, dismiss } = useKept(made)
  const open = new Set(shares.filter(({ ended }) => ended === undefined).map(({ id }) => id))
  return (
    <div role="status" className="grid gap-4 [&:not(:empty)]:mb-5">
      {kept
        .filter(({ id }) => open.has(id))
        .map((one) => (
          <MadeLink key={one.id} url={one.url} onDismiss={() => dismiss(one)} />
        ))}
    </div>
  )
}

/** An action's answer is gone with the next action; what it brought stays here. */
function useKept(made: Made | undefined) {
  const [{ seen, kept }, keep] = useState({ seen: made, kept: made ? [made] : [] })
  if (made && made !== seen) keep({ seen: made, kept: [made, ...kept] })
  const dismiss = (one: Made) => keep({ seen, kept: kept.filter(({ id }) => id !== one.id) })
  return { kept, dismiss }
}

function MadeLink({ url, onDismiss }: { url: string; onDismiss: () => void }) {
  const t = useTranslations('credentials')
  return (
    <Callout tone="passed" title={t('shareMade')}>
      <p className="mb-2">{t('shareOnce')}</p>
      <p className="rounded-md border border-line bg-surface px-2.5 py-1.5 font-mono text-fine break-all select-all">
        <bdi dir="ltr">{url}</bdi>
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyLink url={url} />
        <ButtonLink to={url} reloadDocument target="_blank" rel="noreferrer" icon={ExternalLink}>
          {t('shareOpen')}
        </ButtonLink>
        <Button tone="plain" onClick={onDismiss} className="no-script:hidden">
          {t('shareDismiss')}
        </Button>
      </div>
    </Callout>
  )
}

function CopyLink({ url }: { url: string }) {
  const t = useTranslations('credentials')
  const [answer, setAnswer] = useState<'shareCopied' | 'shareNotCopied'>()
  const copy = () =>
    writeText(url).then(
      () => setAnswer('shareCopied'),
      () => setAnswer('shareNotCopied'),
    )
  return (
    <>
      <Button tone="primary" icon={answer === 'shareCopied' ? Check : Copy} onClick={copy} className="no-script:hidden">
        {t(answer === 'shareCopied' ? 'shareCopied' : 'shareCopy')}
      </Button>
      {answer === 'shareNotCopied' && <p className="basis-full">{t('shareNotCopied')}</p>}
    </>
  )
}

/** Outside of https and localhost a browser has no clipboard at all. */
const writeText = async (text: string) => navigator.clipboard.writeText(text)
