// The workspace of one micro-credential: its head, its parts as tabs, what is missing, and the two acts that cannot be taken back.
import { data, Outlet, useSearchParams } from 'react-router'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { idIn } from '../lib/id-in.ts'
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
  const id = idIn('mc', params.id)
  const design = await api(context, slug).design.read({ id })
  return {
    design,
    badge: await badgeOfDraft(context, { slug, id, image: design.document.badge.image }),
    base: `/o/${slug}/micro-credentials/${id}`,
    list: `/o/${slug}/micro-credentials`,
    person: person.id,
    issuer: { name, accent },
    mayWrite: acts.includes('design:write') && design.state !== 'retired',
    mayPublish: acts.includes('design:publish'),
  }
}

/** What the parts of the workspace find around them. */
export type Workspace = Awaited<ReturnType<typeof loader>>

export async function action({ request, params, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const { design } = api(context, params.organisation)
  const id = idIn('mc', params.id)
  const publishes = (await request.formData()).get('intent') === 'publish'
  const { ok, problem } = await orProblem(publishes ? design.publish({ id }) : design.retire({ id }))
  if (problem) return data({ problem }, { status: problem.status })
  return redirectSaying(`/o/${params.organisation}/micro-credentials/${id}`, {
    tone: 'done',
    key: publishes ? 'design.publish.done' : 'design.retire.done',
    values: { number: ok.version ?? 0 },
  })
}

export default function MicroCredentialWorkspace({ params, loaderData, actionData, matches }: Route.ComponentProps) {
  const { design, base, mayPublish } = loaderData
  const [search] = useSearchParams()
  const step = (matches.at(-1)?.params as { step?: string } | undefined)?.step
  const problem = actionData?.problem
  return (
    <>
      {/* Above the rest: without JavaScript a dialog is part of the page, and must be seen. */}
      {mayPublish && search.get('confirm') === 'publish' && (
        <PublishDialog key={params.id} design={design} base={base} problem={problem} />
      )}
      {mayPublish && search.get('confirm') === 'retire' && (
        <RetireDialog key={params.id} design={design} base={base} problem={problem} />
      )}
      <WorkspaceHeader workspace={loaderData} finishing={step === undefined} />
      <StepTabs design={design} base={base} current={step} />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          <Outlet context={loaderData satisfies Workspace} />
        </div>
        <WorkspaceAside workspace={loaderData} step={step} />
      </div>
    </>
  )
}
