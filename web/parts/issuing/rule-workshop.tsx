// Where a rule is written: the form at one side, its sentence and what can be done with it at the other.
import { FlaskConical, Save } from 'lucide-react'
import { useDeferredValue } from 'react'
import { Form as RouterForm, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Rule } from '#domain/issuing/issuing.api.ts'
import { useHere } from '../../lib/here.ts'
import type { Problem } from '../../lib/problem.ts'
import { Callout } from '../../ui/callout.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Link } from '../../ui/link.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { doubtsKnown, type KnownLineItems } from './known-line-items.ts'
import { RefusedCallout } from './refused-callout.tsx'
import { RuleDoubts } from './rule-doubts.tsx'
import { type Draft, type DraftFault, ruleFrom } from './rule-draft.ts'
import { RuleEditor } from './rule-editor.tsx'
import { RuleInWords } from './rule-in-words.tsx'
import type { Titles } from './use-decision-text.ts'
import { useKeptDraft } from './use-kept-draft.ts'

type Props = {
  microCredential: { id: string; state: string }
  newest: Rule | undefined
  draft: Draft
  asked: boolean
  json?: string | undefined
  jsonFault?: boolean | undefined
  faults: readonly DraftFault[]
  known: KnownLineItems
  titles: Titles
  note: string
  problem: Problem | undefined
}

export function RuleWorkshop({ microCredential, newest, faults, known, titles, note, problem, ...given }: Props) {
  const t = useTranslations('rules')
  const { may } = useHere()
  const { pathname } = useLocation()
  const { draft, restored, change, forget } = useKeptDraft(microCredential.id, given.draft, given.asked)
  const untouched = draft === given.draft
  return (
    <>
      <RouterForm
        method="get"
        action="#simulation"
        preventScrollReset
        onSubmit={({ nativeEvent }) => isSave(nativeEvent) && forget()}
        className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]"
      >
        {/* Enter in a field presses the first button of a form: it had better be the harmless one. */}
        <button type="submit" name="do" value="simulate" tabIndex={-1} aria-hidden className="heard">
          {t('simulate')}
        </button>
        <div className="grid gap-4">
          {restored && (
            <Callout tone="info" title={t('restored')}>
              <Link to="?" reloadDocument onClick={forget}>
                {t('startAgain')}
              </Link>
            </Callout>
          )}
          <RefusedCallout problem={problem} />
          {untouched && faults.length > 0 && <Callout tone="failed" title={t('faulty', { count: faults.length })} />}
          <RuleEditor draft={draft} change={change} faults={untouched ? faults : []} known={known} />
        </div>
        <div className="grid gap-5 lg:sticky lg:top-4">
          <Sentence draft={draft} titles={titles} />
          <Doubts draft={draft} known={known} titles={titles} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton name="do" value="simulate" icon={FlaskConical}>
              {t('simulate')}
            </SubmitButton>
          </div>
          <div className="grid gap-3 border-t border-line pt-4">
            <TextField name="note" label={t('note')} help={t('noteHelp')} required={false} defaultValue={note} maxLength={1000} />
            <div>
              <SubmitButton
                name="do"
                value="save"
                formMethod="post"
                formAction={pathname}
                tone="quiet"
                icon={Save}
                whyNot={whyNotSave(may('rule:write'), microCredential.state, t)}
              >
                {t('saveAs', { version: (newest?.version ?? 0) + 1 })}
              </SubmitButton>
            </div>
          </div>
        </div>
      </RouterForm>
      <AsJson draft={draft} json={given.json} wrong={given.jsonFault ?? false} />
    </>
  )
}

const isSave = (event: Event) => event instanceof SubmitEvent && (event.submitter as HTMLButtonElement | null)?.value === 'save'

function whyNotSave(may: boolean, state: string, t: ReturnType<typeof useTranslations<'rules'>>) {
  if (!may) return t('mayNot')
  return state === 'retired' ? t('isRetired') : undefined
}

function Sentence({ draft, titles }: { draft: Draft; titles: Titles }) {
  const t = useTranslations('rules')
  const { rule, faults } = ruleFrom(useDeferredValue(draft))
  return (
    <section aria-live="polite" className="rounded-lg border border-line bg-surface p-4">
      <h2 className="mb-1.5 text-fine font-semibold text-ink-soft">{t('inWords')}</h2>
      {rule ? (
        <RuleInWords rule={rule} titles={titles} />
      ) : (
        <>
          <p>{t('notYet')}</p>
          <ul className="mt-1 list-disc ps-5 text-ink-soft">
            {[...new Set(faults.map(({ code }) => code))].map((code) => (
              <li key={code}>{t(`fault.${code}`)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Told before anything is saved, from what is known here; a simulation looks at every offering. */
function Doubts({ draft, known, titles }: { draft: Draft; known: KnownLineItems; titles: Titles }) {
  const { rule } = ruleFrom(useDeferredValue(draft))
  const doubts = rule ? doubtsKnown(rule, known) : []
  return (
    <div aria-live="polite" className="empty:hidden">
      <RuleDoubts doubts={doubts} titles={titles} offerings={known.offerings.length + known.left} />
    </div>
  )
}

function AsJson({ draft, json, wrong }: { draft: Draft; json: string | undefined; wrong: boolean }) {
  const t = useTranslations('rules.json')
  const { rule } = ruleFrom(draft)
  const text = wrong ? json : rule ? JSON.stringify(rule, null, 2) : json
  return (
    <div className="mt-6">
      <Disclosure summary={t('open')} open={wrong}>
        <RouterForm method="get" action="#simulation" preventScrollReset className="grid max-w-3xl gap-3">
          <TextArea
            key={text}
            name="json"
            label={t('label')}
            help={t('help')}
            error={wrong ? t('wrong') : undefined}
            defaultValue={text ?? ''}
            rows={12}
            dir="ltr"
            spellCheck={false}
            className="font-mono text-fine"
          />
          <div>
            <SubmitButton name="do" value="simulate" tone="quiet" size="small">
              {t('use')}
            </SubmitButton>
          </div>
        </RouterForm>
      </Disclosure>
    </div>
  )
}
