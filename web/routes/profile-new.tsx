// A mapping profile from a file or by pasting it.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { useHere } from '../lib/here.ts'
import { orProblem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { partsOf } from '../parts/intake/multipart.ts'
import { ProfileForm } from '../parts/intake/profile-form.tsx'
import { slugFrom } from '../parts/intake/profile-text.ts'
import { readProfileText } from '../parts/intake/read-profile-text.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { Form } from '../ui/form.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { Route } from './+types/profile-new.ts'

/** Characters; a profile is a document for people. */
const most = 1_000_000

export const loader = ({ context, url }: Route.LoaderArgs) => {
  signedIn(context, url)
  return null
}

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const fromFile = request.headers.get('content-type')?.startsWith('multipart/')
  const form = fromFile ? { text: await textOfFile(request), slug: '' } : await typed(request)
  const named = form.slug || undefined
  const { document, fault } = readProfileText(form.text, named)
  const values = { slug: named ?? slugIn(form.text), text: form.text }
  if (!document) return data({ fault, problem: undefined, values }, { status: 422 })
  const { ok, problem } = await orProblem(
    // over nothing: a profile of this name that is already there stays
    api(context, params.organisation).intake.saveProfile({ slug: document.slug, document, revision: 0 }),
  )
  if (problem) return data({ fault: undefined, problem, values }, { status: problem.status })
  return redirectSaying(`/o/${params.organisation}/profiles/${ok.slug}`, { tone: 'done', key: 'profiles.saved' })
}

async function typed(request: Request) {
  const form = await request.formData()
  return { text: String(form.get('text') ?? '').slice(0, most), slug: String(form.get('slug') ?? '').trim() }
}

/** A form that breaks off holds no profile; that its text is none is then said as for any other. */
async function textOfFile(request: Request): Promise<string> {
  try {
    for await (const { filename, body } of partsOf(request)) if (filename !== undefined) return await firstOf(body)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  return ''
}

/** As much as a profile may have, and no more is read. */
async function firstOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > most) break
  }
  return text.slice(0, most)
}

/** What the text calls itself, or a name made of its title. */
function slugIn(text: string): string {
  try {
    const { slug, title } = JSON.parse(text) as { slug?: unknown; title?: unknown }
    return typeof slug === 'string' ? slug : slugFrom(String(title ?? ''))
  } catch {
    return ''
  }
}

export default function NewProfileScreen({ actionData }: Route.ComponentProps) {
  const t = useTranslations('profiles')
  const { base } = useHere()
  return (
    <>
      <PageHeader title={t('new')} about={t('newAbout')} crumbs={[{ to: `${base}/profiles`, label: t('title') }]} />
      <div className="grid max-w-4xl gap-10">
        <Form method="post" encType="multipart/form-data">
          <FileDrop name="file" label={t('file')} help={t('fileHelp')} accept=".json,application/json" most={most} required />
          <div>
            <SubmitButton>{t('saveFile')}</SubmitButton>
          </div>
        </Form>
        <Panel title={t('orPaste')}>
          <ProfileForm key={actionData?.values.text} answer={actionData} text="" slug="">
            <SubmitButton tone="quiet">{t('save')}</SubmitButton>
          </ProfileForm>
        </Panel>
      </div>
    </>
  )
}
