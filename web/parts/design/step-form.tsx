// The form of one step: keeps what is typed, saves on top of the revision that was read, and edits lists in place.
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Step } from '#domain/design/design-document.ts'
import type { Problem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Form, fieldId } from '../../ui/form.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { type Fields, fieldsIn } from './fields.ts'
import { draftName } from './kept-draft.ts'
import { newOutcomeId } from './new-outcome-id.ts'
import { attentionAfter, edited } from './outcome-edits.ts'
import { StepFields, type StepFieldsProps } from './step-fields.tsx'
import { stepAfter } from './steps.ts'
import { useFieldLabels } from './use-field-labels.ts'
import { useForgetSaved } from './use-forget-saved.ts'
import { useTyped } from './use-typed.ts'

type Props = Omit<StepFieldsProps, 'fields'> & {
  step: Step
  /** Whose, and of what: names the draft that is kept in this browser. */
  person: string
  microCredential: string
  saved: Fields
  revision: number
  answered: Fields | undefined
  problem: Problem | undefined
  /** The text was refused because somebody else saved another: the button says what it does now. */
  conflicting: boolean
}

export function StepForm({ step, person, microCredential, saved, revision, answered, problem, conflicting, ...drawing }: Props) {
  useForgetSaved(person, microCredential)
  const typed = useTyped({ step, name: draftName(person, microCredential, step), saved, revision, answered })
  const labels = useFieldLabels(step, typed.fields)
  const form = useRef<HTMLDivElement>(null)
  const attention = useAttention(form, typed.times)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const intent = intentOf(event)
    if (intent === undefined || intent === 'save' || intent === 'continue') return
    event.preventDefault()
    const fields = edited(fieldsIn(new FormData(event.currentTarget)), intent, newOutcomeId)
    attention(attentionAfter(intent, fields))
    typed.refill(fields)
  }
  return (
    <div ref={form}>
      {typed.restored && <Restored behind={typed.revision !== revision} onDiscard={typed.discard} />}
      <Form
        key={typed.times}
        problem={problem}
        labels={labels}
        encType={step === 'badge' ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
        onInput={(event) => typed.note(fieldsIn(new FormData(event.currentTarget)))}
        onSubmit={onSubmit}
      >
        {/* Enter in a field presses the first button of a form: this one, and not that which moves an outcome. */}
        <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden className="heard" />
        <input type="hidden" name="revision" value={typed.revision} />
        <StepFields step={step} fields={typed.fields} {...drawing} />
        <SaveBar step={step} unsaved={typed.unsaved} conflicting={conflicting} />
      </Form>
    </div>
  )
}

const intentOf = ({ nativeEvent }: FormEvent): string | undefined => {
  const button = (nativeEvent as SubmitEvent).submitter
  return button instanceof HTMLButtonElement ? button.value : undefined
}

/** Puts the focus into the field that was named, once the form has been filled anew. */
function useAttention(form: React.RefObject<HTMLElement | null>, times: number) {
  const wanted = useRef('')
  useEffect(() => {
    if (times > 0 && wanted.current) form.current?.querySelector<HTMLElement>(`#${fieldId(wanted.current)}`)?.focus()
    wanted.current = ''
  }, [times, form])
  return (name: string) => {
    wanted.current = name
  }
}

function Restored({ behind, onDiscard }: { behind: boolean; onDiscard: () => void }) {
  const t = useTranslations('design.draft')
  return (
    <div className="mb-6">
      <Callout tone={behind ? 'warned' : 'info'} title={t('restored')}>
        <p>{behind ? t('changedSince') : t('restoredText')}</p>
        <Button size="small" onClick={onDiscard} className="mt-2">
          {t('discard')}
        </Button>
      </Callout>
    </div>
  )
}

function SaveBar({ step, unsaved, conflicting }: { step: Step; unsaved: boolean; conflicting: boolean }) {
  const t = useTranslations('design')
  return (
    <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-3 border-t border-line bg-canvas px-1 py-3">
      <SubmitButton name="intent" value="continue">
        {conflicting ? t('keepMine') : stepAfter(step) ? t('saveAndContinue') : t('saveAndFinish')}
      </SubmitButton>
      {!conflicting && (
        <SubmitButton name="intent" value="save" tone="quiet">
          {t('save')}
        </SubmitButton>
      )}
      <span role="status" className="text-fine text-ink-soft">
        {unsaved && t('draft.unsaved')}
      </span>
    </div>
  )
}
