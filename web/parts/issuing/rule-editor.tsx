// The rule editor: rules in rules, as one form. Each change is a button of the form, so it works without JavaScript; with it, at once.
import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { kindNames } from '#domain/issuing/kinds/kinds.ts'
import { Button } from '../../ui/button.tsx'
import { FieldError } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import type { KnownLineItems } from './known-line-items.ts'
import { changedAt, type Draft, type DraftFault, edited, holds, root, wayTo } from './rule-draft.ts'
import { RuleFields } from './rule-fields.tsx'
import { useConditionNumber } from './use-decision-text.ts'

export type Editing = {
  /** Gives the whole draft anew. */
  change: (next: (draft: Draft) => Draft) => void
  faults: readonly DraftFault[]
  known: KnownLineItems
}

export function RuleEditor({ draft, ...editing }: Editing & { draft: Draft }) {
  const t = useTranslations('rules.editor')
  return (
    <div className="grid gap-4">
      <Node draft={draft} at={root} {...editing} />
      {!holds(draft.kind) && (
        <div className="flex flex-wrap gap-2">
          <Edit edit={`all ${root}`} change={editing.change}>
            {t('andAnother')}
          </Edit>
          <Edit edit={`any ${root}`} change={editing.change}>
            {t('orAnother')}
          </Edit>
        </div>
      )}
    </div>
  )
}

type NodeProps = Editing & { draft: Draft; at: string; label?: string; remove?: ReactNode }

function Node({ draft, at, label, remove, ...editing }: NodeProps) {
  const t = useTranslations('rules')
  const own = editing.faults.filter((fault) => fault.at === at && fault.field === undefined)
  const set = (changes: Partial<Draft>) => editing.change((whole) => setAt(whole, at, changes))
  const name = label ?? t('editor.whole')
  return (
    <fieldset className={own.length > 0 ? 'border-s-3 border-failed ps-3.5' : undefined}>
      <legend className="heard">{name}</legend>
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-56 flex-1">
          <Select
            name={`${at}.kind`}
            label={name}
            value={draft.kind}
            onChange={({ currentTarget }) =>
              set({ kind: kindNames.find((kind) => kind === currentTarget.value) ?? 'final_outcome' })
            }
            options={kindNames.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        </div>
        <Button type="submit" name="edit" value="keep" size="small" className="mb-1 script:hidden">
          {t('editor.showFields')}
        </Button>
        {remove}
      </div>
      {own.map(({ code }) => (
        <FieldError key={code} id={`${at}-${code}`} error={t(`fault.${code}`)} />
      ))}
      <div className="mt-3">
        <RuleFields draft={draft} at={at} set={set} {...editing} />
        {holds(draft.kind) && <Parts draft={draft} at={at} {...editing} />}
      </div>
    </fieldset>
  )
}

function Parts({ draft, at, ...editing }: NodeProps) {
  const t = useTranslations('rules.editor')
  const number = useConditionNumber()
  return (
    <div className="grid gap-5 border-s-2 border-accent ps-4">
      {draft.parts.map((part, index) => (
        <Node
          key={index}
          draft={part}
          at={`${at}.${index}`}
          label={t('condition', { number: number([...wayTo(at), index]) })}
          remove={
            draft.parts.length > 1 && (
              <IconButton
                type="submit"
                name="edit"
                value={`remove ${at}.${index}`}
                icon={Trash2}
                label={t('remove', { number: number([...wayTo(at), index]) })}
                onClick={(event) => {
                  event.preventDefault()
                  editing.change((whole) => edited(whole, `remove ${at}.${index}`))
                }}
              />
            )
          }
          {...editing}
        />
      ))}
      {holds(draft.kind) === 'rules' && (
        <div>
          <Edit edit={`add ${at}`} change={editing.change}>
            {t('add')}
          </Edit>
        </div>
      )}
    </div>
  )
}

function Edit({ edit, change, children }: { edit: string; change: Editing['change']; children: ReactNode }) {
  return (
    <Button
      type="submit"
      name="edit"
      value={edit}
      size="small"
      icon={Plus}
      onClick={(event) => {
        event.preventDefault()
        change((whole) => edited(whole, edit))
      }}
    >
      {children}
    </Button>
  )
}

const setAt = (whole: Draft, at: string, changes: Partial<Draft>): Draft =>
  changedAt(whole, wayTo(at), (draft) => ({ ...draft, ...changes }))
