// The page of an achievement: badge and title, what whoever earned it can do, how it is earned, and who stands behind it.
import { FileSearch } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { PublicAchievement } from '#domain/issuing/issuing.api.ts'
import { useIsolated } from '../../lib/isolated.ts'
import { Accented } from '../../ui/accented.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { About } from './about.tsx'
import { Achievement } from './achievement.tsx'
import { BadgePicture } from './badge-picture.tsx'
import { Issuer } from './issuer.tsx'
import { LinkPreview } from './link-preview.tsx'
import { Narrative } from './narrative.tsx'
import type { ReadAchievement } from './reading.ts'
import { structuredData } from './structured-data.ts'
import { WithDates } from './with-dates.tsx'

type Props = { shown: Omit<PublicAchievement, 'document'>; read: ReadAchievement; address: string }

export function AchievementScreen({ shown, read, address }: Props) {
  const t = useTranslations('credential')
  const shell = useTranslations('shell')
  return (
    <PublicShell width="wide">
      <Head shown={shown} read={read} address={address} />
      <Accented accent={shown.issuer.accent}>
        <Outdated shown={shown} />
        <Title shown={shown} read={read} />
        <div className="mt-12 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="grid content-start gap-10">
            <Panel title={t('achievement.stands')}>
              <Achievement read={{ ...read, description: undefined }} />
            </Panel>
            <Panel title={t('achievement.facts')}>
              <About read={{ ...read, version: undefined }} />
            </Panel>
          </div>
          <div className="grid content-start gap-10">
            <Panel title={t('issuer.title')}>
              <Issuer issuer={shown.issuer} />
            </Panel>
            <Panel title={t('achievement.check')}>
              <p className="mb-3 text-body">{t('achievement.checkText')}</p>
              <ButtonLink to="/verify" icon={FileSearch}>
                {shell('verify')}
              </ButtonLink>
            </Panel>
            <Panel title={t('achievement.programs')}>
              <p className="text-fine text-ink-soft">{t('achievement.programsText')}</p>
            </Panel>
          </div>
        </div>
      </Accented>
    </PublicShell>
  )
}

function Title({ shown: { badge, issuer, published }, read }: Omit<Props, 'address'>) {
  const t = useTranslations('credential.achievement')
  const isolated = useIsolated()
  return (
    <div className="flex flex-wrap items-center gap-x-10 gap-y-6">
      <div className="size-44 shrink-0 md:size-56 [&>*]:size-full">
        <BadgePicture badge={badge} title={read.title ?? ''} />
      </div>
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-semibold text-ink-soft">{t('kind')}</p>
        <h1 className="mt-1 font-serif text-head font-semibold text-balance text-accent-ink md:text-display">
          <bdi lang={read.language}>{read.title}</bdi>
        </h1>
        <p className="mt-2 font-semibold">{t('issuedBy', { issuer: isolated(issuer.name) })}</p>
        <p className="text-body text-ink-soft">
          <WithDates text={(date) => t('published', { version: read.version ?? '', date: date ?? '' })} at={[published]} />
        </p>
        {read.description && (
          <div className="mt-4">
            <Narrative text={read.description} language={read.language} />
          </div>
        )}
      </div>
    </div>
  )
}

/** What was issued on it stays what it is; whoever thinks of earning it is told. */
function Outdated({ shown: { retired, newer, issuer } }: Pick<Props, 'shown'>) {
  const t = useTranslations('credential.achievement')
  const isolated = useIsolated()
  if (!retired && !newer) return null
  return (
    <div className="mb-8 text-body">
      <Callout tone={retired ? 'warned' : 'info'} title={t(retired ? 'retired' : 'newer')}>
        <p>{retired ? t('retiredText', { issuer: isolated(issuer.name) }) : t('newerText')}</p>
        {newer && (
          <p className="mt-1">
            <Link to={`/achievements/${newer.id}`}>{t('newerRead', { number: newer.number })}</Link>
          </p>
        )}
      </Callout>
    </div>
  )
}

function Head({ shown: { issuer }, read, address }: Props) {
  const t = useTranslations('credential.achievement')
  const image = `${address}/image.png`
  return (
    <LinkPreview
      title={read.title ?? ''}
      issuer={issuer.name}
      about={read.description ?? t('about', { issuer: issuer.name })}
      address={address}
      image={image}
      alternate={{ type: 'application/ld+json', href: address }}
      structured={structuredData(read, { issuer, address, image })}
    />
  )
}
