// The organisation itself: how it presents itself, what it is called for good, and the keys it signs with.
import { data, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Organisation } from '#domain/organisations/organisations.api.ts'
import { changed } from '../lib/address.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { orProblem, type Problem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { Conflict } from '../parts/console/conflict.tsx'
import { type Fact, FactList } from '../parts/console/fact-list.tsx'
import { PresentationForm } from '../parts/console/presentation-form.tsx'
import { SigningKeys } from '../parts/console/signing-keys.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Copyable } from '../ui/copyable.tsx'
import type { Values } from '../ui/form.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Route } from './+types/settings.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug, acts } = membership(context, params.organisation)
  const { organisations } = api(context, slug)
  const may = (act: string) => acts.includes(act)
  const [organisation, keys] = await Promise.all([
    organisations.read({}),
    may('key:read') ? organisations.listKeys({}) : { items: undefined },
  ])
  return { organisation, keys: keys.items, mayUpdate: may('organisation:update'), mayRotate: may('key:rotate') }
}

type Answer = { problem: Problem; values?: Values; theirs?: Organisation }

export async function action({ request, params, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const form = await request.formData()
  const { organisations } = api(context, params.organisation)
  const here = `/o/${params.organisation}/settings`
  if (form.get('intent') === 'rotate') {
    const { problem } = await orProblem(organisations.rotateKey({}))
    if (problem) return data<Answer>({ problem }, { status: problem.status })
    return redirectSaying(here, { tone: 'done', key: 'settings.keys.rotated' })
  }
  const values = textsIn(form)
  const { name = '', accent = '', description, url: site, email } = values
  const { problem } = await orProblem(
    organisations.update({
      name,
      accent,
      revision: Number(form.get('revision')),
      ...(description ? { description } : {}),
      ...(site ? { url: site } : {}),
      ...(email ? { email } : {}),
    }),
  )
  if (!problem) return redirectSaying(here, { tone: 'done', key: 'settings.presentation.saved' })
  const theirs = problem.values?.theirs as Organisation | undefined // the door sends it with a conflict
  return data<Answer>({ problem, values, ...(theirs ? { theirs } : {}) }, { status: problem.status })
}

const textsIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

export default function Settings({ loaderData: { organisation, keys, mayUpdate, mayRotate }, actionData }: Route.ComponentProps) {
  const t = useTranslations('settings')
  const [search] = useSearchParams()
  const factsOf = useFacts()
  const { problem, values, theirs } = actionData ?? {}
  const current = theirs ?? organisation
  return (
    <>
      {/* Above the rest: without JavaScript a dialog is part of the page, and must be seen. */}
      {mayRotate && search.get('confirm') === 'rotate' && (
        <ConfirmDialog
          final
          title={t('keys.rotateTitle')}
          closeTo={changed(search, { confirm: undefined })}
          intent="rotate"
          action={t('keys.rotateConfirm')}
          problem={problem}
        >
          <p>{t('keys.rotateText')}</p>
        </ConfirmDialog>
      )}
      <PageHeader title={t('title')} />
      <div className="grid gap-10">
        <Panel title={t('presentation.title')} about={t('presentation.about')}>
          {theirs && <Conflict yours={factsOf(values ?? {})} theirs={factsOf(theirs)} to="" />}
          {mayUpdate ? (
            <PresentationForm
              key={`${current.revision} ${problem?.type}`}
              organisation={current}
              revision={current.revision}
              problem={theirs ? undefined : problem}
              values={values}
              conflicting={theirs !== undefined}
            />
          ) : (
            <>
              <FactList facts={factsOf(organisation)} />
              <p className="mt-4 text-fine text-ink-soft">{t('presentation.readOnly')}</p>
            </>
          )}
        </Panel>
        <Names organisation={organisation} />
        {keys && <SigningKeys keys={keys} rotateTo={mayRotate ? changed(search, { confirm: 'rotate' }) : undefined} />}
      </div>
    </>
  )
}

/** What never changes. */
function Names({ organisation: { did, slug } }: { organisation: Organisation }) {
  const t = useTranslations('settings.presentation')
  const names = [
    { name: t('did'), text: did, help: t('didHelp') },
    { name: t('slug'), text: slug, help: t('slugHelp') },
  ]
  return (
    <dl className="grid gap-6 border-t border-line pt-4">
      {names.map(({ name, text, help }) => (
        <div key={name}>
          <dt className="font-semibold">{name}</dt>
          <dd>
            <p className="measure mb-1.5 text-fine text-ink-soft">{help}</p>
            <Copyable text={text} label={name} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Presented = Readonly<Partial<Record<'name' | 'description' | 'url' | 'email' | 'accent', string | undefined>>>

function useFacts(): (organisation: Presented) => Fact[] {
  const t = useTranslations('settings.presentation')
  const parts = ['name', 'description', 'url', 'email', 'accent'] as const
  return (organisation) => parts.map((part) => ({ name: t(part), says: organisation[part] ?? '' }))
}
