// Taking a credential along and showing it: files to download, the link, LinkedIn, paper.
import { Download, type LucideIcon, Printer, SquareUserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { buttonLook } from '../../ui/button-look.ts'
import { Copyable } from '../../ui/copyable.tsx'
import { linkedInAddress } from './linked-in.ts'
import type { SharedPage } from './shared-page.ts'
import { standings } from './standings.ts'

const files = [
  { kind: 'png', file: 'credential.png' },
  { kind: 'json', file: 'credential.json' },
  { kind: 'badge', file: 'badge.png' },
] as const

/** What does not count is kept as a document, to be checked elsewhere, and not as a picture to show. */
export function Keep({ shared, page: { address } }: SharedPage) {
  const t = useTranslations()
  const base = new URL(address).pathname
  const kept = standings[shared.state].offered ? files : files.filter(({ kind }) => kind === 'json')
  return (
    <ul className="grid gap-4 text-body">
      {kept.map(({ kind, file }) => (
        <li key={kind}>
          <Outward href={`${base}/${file}`} icon={Download} download={kind === 'badge' ? 'badge.png' : true}>
            {t(`credential.keep.${kind}`)}
          </Outward>
          <p className="mt-1 text-fine text-ink-soft">{t(`credential.keep.${kind}Help`)}</p>
        </li>
      ))}
    </ul>
  )
}

export function Share({ shared, read, page }: SharedPage) {
  const t = useTranslations()
  return (
    <div className="grid gap-4 text-body">
      <div>
        <p className="text-fine text-ink-soft">{t('credential.share.link')}</p>
        <Copyable text={page.address} label={t('credential.share.link')} />
        <p className="mt-1 text-fine text-ink-soft">{t('credential.share.linkHelp')}</p>
      </div>
      <Outward
        href={linkedInAddress({
          title: read.title ?? '',
          issuer: shared.issuer.name,
          issued: read.issued,
          until: read.until,
          address: page.address,
          id: read.id ?? '',
        })}
        icon={SquareUserRound}
      >
        {t('credential.share.linkedIn')}
      </Outward>
      <div>
        <Button icon={Printer} onClick={() => window.print()} className="w-full no-script:hidden">
          {t('credential.share.printNow')}
        </Button>
        <p className="mt-1 text-fine text-ink-soft">{t('credential.share.print')}</p>
      </div>
    </div>
  )
}

type OutwardProps = { href: string; icon: LucideIcon; download?: string | boolean; children: ReactNode }

/** A plain link: files and other sites are not screens of ours. */
const Outward = ({ href, icon: Icon, download, children }: OutwardProps) => (
  <a href={href} rel="noreferrer" {...(download ? { download } : {})} className={`${buttonLook('quiet', 'medium')} w-full`}>
    <Icon size={17} aria-hidden className="shrink-0" />
    {children}
  </a>
)
