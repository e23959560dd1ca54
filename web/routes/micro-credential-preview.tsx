// The credential as learners will see it, from the draft as it is saved.
import { useLocale, useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { idIn } from '../lib/id-in.ts'
import { usePage } from '../lib/page.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { BadgePicture } from '../parts/design/badge-picture.tsx'
import { badgeOfDraft } from '../parts/design/badge-source.ts'
import { languageName } from '../parts/design/languages.ts'
import { OutcomesToRead } from '../parts/design/outcomes-to-read.tsx'
import { CertificateFrame } from '../ui/certificate-frame.tsx'
import { DateText } from '../ui/date-text.tsx'
import { NumberText } from '../ui/number-text.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Route } from './+types/micro-credential-preview.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug, name, accent } = membership(context, params.organisation)
  const id = idIn('mc', params.id)
  const design = await api(context, slug).design.read({ id })
  const badge = await badgeOfDraft(context, { slug, id, image: design.document.badge.image })
  return { design, badge, issuer: { name, accent }, list: `/o/${slug}/micro-credentials` }
}

export default function CredentialPreview({ loaderData: { design, badge, issuer, list } }: Route.ComponentProps) {
  const t = useTranslations('design')
  const { document, id } = design
  const title = document.overview.title || t('untitled')
  return (
    <>
      <PageHeader
        title={t('preview.title', { title })}
        about={t('preview.about')}
        crumbs={[
          { to: list, label: t('title') },
          { to: `${list}/${id}`, label: title },
        ]}
      />
      <div className="mx-auto max-w-4xl">
        <CertificateFrame
          accent={issuer.accent}
          seed={id}
          issuer={<bdi>{issuer.name}</bdi>}
          before={t('preview.before')}
          holder={<bdi>{t('preview.holder')}</bdi>}
          between={t('preview.between')}
          title={title}
          about={document.overview.description.length <= 260 && <p dir="auto">{document.overview.description}</p>}
          badge={<BadgePicture badge={badge} />}
          facts={usePreviewFacts(document)}
        />
        <div className="mt-10 grid gap-8">
          <Panel title={t('preview.outcomes')}>
            <OutcomesToRead outcomes={document.outcomes.learningOutcomes} />
          </Panel>
          <Panel title={t('preview.criteria')}>
            <p className="measure whitespace-pre-line beside" dir="auto">
              {document.assessment.criteria || t('value.missing')}
            </p>
          </Panel>
        </div>
      </div>
    </>
  )
}

/** Issued today, as in a dress rehearsal. */
function usePreviewFacts({ overview, volume }: Route.ComponentProps['loaderData']['design']['document']) {
  const t = useTranslations('design.preview')
  const locale = useLocale()
  const today = new Date(usePage()?.now ?? 0)
  const until = new Date(today)
  until.setMonth(today.getMonth() + (volume.validMonths ?? 0))
  const facts = [
    [t('issued'), <DateText key="issued" at={today} form="longDate" />],
    [t('validUntil'), volume.validMonths && <DateText key="until" at={until} form="longDate" />],
    [t('level'), volume.levels.map(({ framework, level }) => `${framework} ${level}`).join(', ')],
    [t('hours'), volume.hours !== undefined && <NumberText key="hours" value={volume.hours} />],
    [t('language'), overview.language.map((tag) => languageName(locale, tag)).join(', ')],
  ] as const
  return facts.filter(([, value]) => value)
}
