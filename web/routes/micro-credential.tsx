// The workspace of one micro-credential: its head, its parts as tabs, what is missing, and the two acts that cannot be taken back.
import { Eye } from 'lucide-react'
import { data, Outlet, useParams, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { whyNotRetire } from '#domain/design/rules.ts'
import { idSchema } from '#kernel/id.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { orProblem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { badgeOfDraft } from '../parts/design/badge-source.ts'
import { PublishDialog, RetireDialog } from '../parts/design/final-acts.tsx'
import { StepTabs } from '../parts/design/step-tabs.tsx'
import { WorkspaceAside } from '../parts/design/workspace-aside.tsx'
import { WorkspaceHeader } from '../parts/design/workspace-header.tsx'
import type { Route } from './+types/micro-credential.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const person = signedIn(context, url)
  const { slug, name, accent, acts } = membership(context, params.organisation)
  const id = idOf(params.id)
  const design = await api(context, slug).design.read({ id })
  const may = (act: string) => acts.includes(act)
  return {
    design,
    badge: await badgeOfDraft(context, { slug, id, image: design.document.badge.image }),
    base: `/o/${slug}/micro-credentials/${id}`,
    person: person.id,
    issuer: { name, accent },
    mayWrite: may('design:write') && design.state !== 'retired',
    mayPublish: may('design:publish'),
  }
}

export async function action({ request, params, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const { design } = api(context, params.organisation)
  const id = idOf(params.id)
  const base = `/o/${params.organisation}/micro-credentials/${id}`
  const publishes = (await request.formData()).get('intent') === 'publish'
  const { ok, problem } = await orProblem(publishes ? design.publish({ id }) : design.retire({ id }))
  if (problem) return data({ problem }, { status: problem.status })
  return redirectSaying(base, {
    tone: 'done',
    key: publishes ? 'design.publish.done' : 'design.retire.done',
    values: { number: ok.version ?? 0 },
  })
}
