// One step of a design: its form, saved by itself on top of the revision that was read.
import { data, useOutletContext } from 'react-router'
import { useTranslations } from 'use-intl'
import { type DesignDocument, type Step, steps } from '#domain/design/design-document.ts'
import { api } from '../lib/api.ts'
import type { Reach } from '../lib/context.ts'
import { redirectSaying } from '../lib/flash.ts'
import { idIn } from '../lib/id-in.ts'
import { orProblem, type Problem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { Conflict } from '../parts/console/conflict.tsx'
import { FactList } from '../parts/console/fact-list.tsx'
import { type Fields, fieldsIn, flattened } from '../parts/design/fields.ts'
import { draftName, forgetDraft } from '../parts/design/kept-draft.ts'
import { newOutcomeId } from '../parts/design/new-outcome-id.ts'
import { edited } from '../parts/design/outcome-edits.ts'
import { documentFrom } from '../parts/design/step-document.ts'
import { useStepFacts } from '../parts/design/step-facts.tsx'
import { StepForm } from '../parts/design/step-form.tsx'
import { isStep, stepAfter } from '../parts/design/steps.ts'
import type { Route } from './+types/micro-credential-step.ts'
import type { Workspace } from './micro-credential.tsx'

export const loader = ({ params }: Route.LoaderArgs) => ({ step: stepOf(params.step) })

/** What was typed goes back with every answer that is not a yes; `revision` is what the next attempt stands on. */
type Answer = Readonly<{
  fields: Fields
  revision: number
  at: number
  problem?: Problem
  /** Both texts, when somebody else saved in the meantime. */
  conflict?: { yours: DesignDocument[Step]; theirs: DesignDocument[Step] }
}>

export async function action({ request, params, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const step = stepOf(params.step)
  const id = idIn('mc', params.id)
  const form = await request.formData()
  const fields = fieldsIn(form)
  const revision = Number(form.get('revision'))
  const intent = String(form.get('intent') ?? 'save')
  const answer = { fields, revision, at: Date.now() }
  // Without JavaScript the buttons of a list come here; they change the form and save nothing.
  if (intent !== 'save' && intent !== 'continue') return { ...answer, fields: edited(fields, intent, newOutcomeId) } as Answer
  const image = await orProblem(uploaded(context, params.organisation, form.get('file')))
  if (image.problem) return refused({ ...answer, problem: image.problem })
  const document = documentFrom(step, { ...fields, ...(image.ok ? { 'image.image': image.ok } : {}) })
  const { problem } = await orProblem(api(context, params.organisation).design.saveStep({ id, step, revision, document }))
  if (problem) return refused(explained(step, { ...answer, fields: { ...fields, ...flattened(document) }, problem }))
  const next = intent === 'continue' ? stepAfter(step) : step
  const base = `/o/${params.organisation}/micro-credentials/${id}`
  return redirectSaying(next ? `${base}/${next}` : base, { tone: 'done', key: 'design.saved', values: { step } })
}
const refused = (answer: Answer) => data(answer, { status: answer.problem?.status ?? 400 })

function stepOf(name: string | undefined): Step {
  if (!isStep(name)) throw data(null, { status: 404 })
  return name
}

/** The id of the image that was sent along, if one was. */
async function uploaded(context: Reach, slug: string, file: FormDataEntryValue | null): Promise<string | undefined> {
  if (!(file instanceof File) || file.size === 0) return undefined
  return (await api(context, slug).design.uploadImage({}, file)).id
}

/** What the door said, told of the form's own fields; of a conflict, both texts. */
function explained(step: Step, answer: Answer & { problem: Problem }): Answer {
  const { problem } = answer
  if (problem.type !== 'draft_changed') return { ...answer, problem: { ...problem, issues: problem.issues?.map(atField) ?? [] } }
  const { yours, theirs, revision } = problem.values ?? {}
  const conflict = { yours: steps[step].parse(yours), theirs: steps[step].parse(theirs) }
  return { ...answer, revision: Number(revision), conflict }
}

/** The document is wrapped on its way to the door; and an image that is missing is missing where files are chosen. */
function atField<T extends NonNullable<Problem['issues']>[number]>(issue: T): T {
  const path = issue.path[0] === 'document' ? issue.path.slice(1) : issue.path
  return { ...issue, path: path.join('.') === 'image.image' ? ['file'] : path }
}

export default function MicroCredentialStep({ loaderData: { step }, actionData: answer }: Route.ComponentProps) {
  const t = useTranslations('design')
  const workspace = useOutletContext<Workspace>()
  const factsOf = useStepFacts()
  const { design, base, badge, person, mayWrite } = workspace
  const document = design.document[step]
  const revision = design.revisions[step] ?? 0
  const heading = (
    <>
      <h2 data-arrival className="text-title font-bold">
        {t(`step.${step}`)}
      </h2>
      <p className="measure mt-1 mb-6 text-ink-soft">{t(`about.${step}`)}</p>
    </>
  )
  if (!mayWrite)
    return (
      <>
        {heading}
        <FactList facts={factsOf(step, document)} />
      </>
    )
  return (
    <>
      {heading}
      {answer?.conflict && (
        <Conflict
          yours={factsOf(step, answer.conflict.yours)}
          theirs={factsOf(step, answer.conflict.theirs)}
          to={`${base}/${step}`}
          onTakeTheirs={() => forgetDraft(draftName(person, design.id, step))}
        />
      )}
      <StepForm
        // what is saved or sent back fills the form anew; fields keep what they began with
        key={`${step} ${revision} ${answer?.at ?? ''}`}
        step={step}
        person={person}
        microCredential={design.id}
        saved={flattened(document)}
        revision={answer?.revision ?? revision}
        answered={answer?.fields}
        problem={answer?.conflict ? undefined : answer?.problem}
        conflicting={answer?.conflict !== undefined}
        badge={badge}
        ground={groundOf(workspace)}
      />
    </>
  )
}

/** What a badge says besides its shape: as saved, because it comes from other steps. */
function groundOf({ design: { document, title, key }, issuer }: Workspace) {
  const { hours, levels } = document.volume
  const [level] = levels
  const [language] = document.overview.language
  return {
    title: title || key,
    issuer: issuer.name,
    accent: issuer.accent,
    ...(level ? { level: `${level.framework} ${level.level}` } : {}),
    ...(hours ? { hours } : {}),
    ...(language ? { language } : {}),
  }
}
