// One mapping profile: in words, and as the document it is; an own one can be changed, any can be copied and taken along.
import { Copy, Download, FileInput, Trash2 } from 'lucide-react'
import { data, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Profile } from '#domain/intake/intake.api.ts'
import { changed } from '../lib/address.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { useHere } from '../lib/here.ts'
import { orProblem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { type ProfileAnswer, ProfileForm } from '../parts/intake/profile-form.tsx'
import { ProfileSummary } from '../parts/intake/profile-summary.tsx'
import { profileText } from '../parts/intake/profile-text.ts'
import { readProfileText } from '../parts/intake/read-profile-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { Tag } from '../ui/tag.tsx'
import type { Route } from './+types/profile.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  return api(context, params.organisation).intake.readProfile({ slug: params.profile })
}

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const form = await request.formData()
  const { intake } = api(context, params.organisation)
  if (form.get('intent') === 'delete') {
    const { problem } = await orProblem(intake.deleteProfile({ slug: params.profile }))
    if (problem) return data({ fault: undefined, problem, values: { slug: undefined, text: '' } }, { status: problem.status })
    return redirectSaying(`/o/${params.organisation}/profiles`, { tone: 'done', key: 'profiles.deleted' })
  }
  // a copy is saved under another name, over nothing
  const copy = form.get('slug') === null ? undefined : String(form.get('slug')).trim()
  const text = String(form.get('text') ?? '')
  const values = { slug: copy, text }
  const { document, fault } = readProfileText(text, copy ?? params.profile)
  if (!document) return data({ fault, problem: undefined, values }, { status: 422 })
  const revision = copy === undefined ? Number(form.get('revision')) : 0
  const { ok, problem } = await orProblem(intake.saveProfile({ slug: copy ?? params.profile, document, revision }))
  if (problem) return data({ fault: undefined, problem, values }, { status: problem.status })
  return redirectSaying(`/o/${params.organisation}/profiles/${ok.slug}`, { tone: 'done', key: 'profiles.saved' })
}

export default function ProfileScreen({ loaderData: profile, actionData }: Route.ComponentProps) {
  const t = useTranslations('profiles')
  const [search] = useSearchParams()
  const { title, shipped, document } = profile
  return (
    <>
      <Head profile={profile} />
      <div className="grid items-start gap-10 xl:grid-cols-2">
        <Panel title={t('inWords')}>
          <ProfileSummary profile={document} />
        </Panel>
        <div id="document" className="scroll-mt-4">
          <DocumentPanel profile={profile} answer={actionData} copying={search.has('copy')} />
        </div>
      </div>
      {search.get('confirm') === 'delete' && !shipped && (
        <ConfirmDialog
          title={t('deleteTitle', { title })}
          closeTo={changed(search, { confirm: undefined })}
          action={t('delete')}
          intent="delete"
          final
          problem={actionData?.problem}
        >
          <p>{t('deleteText')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function Head({ profile: { slug, title, description, shipped } }: { profile: Profile }) {
  const t = useTranslations('profiles')
  const { base, may } = useHere()
  const [search] = useSearchParams()
  return (
    <PageHeader
      title={title}
      about={
        <>
          <Tag>{t(shipped ? 'shipped' : 'own')}</Tag>
          <bdi>{description}</bdi>
        </>
      }
      crumbs={[
        { to: `${base}/imports`, label: t('imports') },
        { to: `${base}/profiles`, label: t('title') },
      ]}
      secondary={
        <>
          <ButtonLink to={`${base}/profiles/${slug}/document`} reloadDocument tone="plain" icon={Download}>
            {t('download')}
          </ButtonLink>
          {may('intake:import') && !shipped && (
            <ButtonLink to={changed(search, { confirm: 'delete' })} preventScrollReset tone="plain" icon={Trash2}>
              {t('delete')}
            </ButtonLink>
          )}
          {may('intake:import') && (
            <ButtonLink to={`?copy=yes#document`} icon={Copy}>
              {t('copy')}
            </ButtonLink>
          )}
        </>
      }
      action={
        may('intake:import') && (
          <ButtonLink to={`${base}/imports/new?profile=${slug}`} tone="primary" icon={FileInput}>
            {t('use')}
          </ButtonLink>
        )
      }
    />
  )
}

type DocumentProps = { profile: Profile; answer: ProfileAnswer | undefined; copying: boolean }

/** To be changed where it is one's own or becomes so; else to be read. */
function DocumentPanel({ profile: { slug, shipped, revision, document }, answer, copying }: DocumentProps) {
  const t = useTranslations('profiles')
  const { may } = useHere()
  const text = profileText(document)
  return (
    <Panel title={t(copying ? 'copyTitle' : 'document')} about={shipped && !copying ? t('shippedNote') : undefined}>
      {may('intake:import') && (!shipped || copying) ? (
        <ProfileForm
          key={`${copying} ${revision}`}
          answer={answer}
          text={text}
          {...(copying ? { slug: `${slug}-2` } : { revision })}
        >
          <SubmitButton>{t(copying ? 'saveCopy' : 'save')}</SubmitButton>
        </ProfileForm>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: no landmark of its own, the panel is one
        <div
          role="group"
          aria-label={t('document')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-[80dvh] overflow-auto rounded-lg border border-line bg-sunken p-4"
        >
          <pre dir="ltr" className="font-mono text-fine">
            {text}
          </pre>
        </div>
      )}
    </Panel>
  )
}
