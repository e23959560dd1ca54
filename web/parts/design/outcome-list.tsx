// The second step: outcomes with their skills, added, removed and put in order. Every button is a submit button, so it works without JavaScript too.
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { Fields } from './fields.ts'
import { outcomeName, outcomesIn, type TypedOutcome } from './outcome-edits.ts'
import { SkillList } from './skill-list.tsx'

export function OutcomeList({ fields }: { fields: Fields }) {
  const t = useTranslations('design')
  const written = outcomesIn(fields)
  const outcomes = written.length > 0 ? written : [first]
  return (
    <div>
      {written.length === 0 && <p className="mb-4 text-ink-soft">{t('outcomes.none')}</p>}
      <ol className="grid gap-5">
        {outcomes.map((outcome, at) => (
          <li key={outcome.id}>
            <Outcome outcome={outcome} at={at} last={at === outcomes.length - 1} />
          </li>
        ))}
      </ol>
      <Button type="submit" name="intent" value="add" icon={Plus} className="mt-5">
        {t('outcomes.add')}
      </Button>
    </div>
  )
}

/** One stands ready where there is none; it counts once something is written in it. */
const first: TypedOutcome = { id: '', text: '', type: 'skill', alignments: [] }

const types = ['skill', 'knowledge', 'competency', 'attribute'] as const

function Outcome({ outcome, at, last }: { outcome: TypedOutcome; at: number; last: boolean }) {
  const t = useTranslations('design')
  const number = at + 1
  return (
    <fieldset className="rounded-lg border border-line bg-surface p-4">
      <legend className="heard">{t('field.outcome', { number })}</legend>
      <input type="hidden" name={outcomeName(at, 'id')} value={outcome.id} />
      <div className="grid gap-4">
        <div className="flex items-start gap-1">
          <div className="flex-1">
            <TextArea
              name={outcomeName(at, 'text')}
              label={t('field.outcome', { number })}
              {...(at === 0 ? { help: t('field.outcomeHelp') } : {})}
              defaultValue={outcome.text}
              maxLength={1000}
              rows={2}
              dir="auto"
              className="min-h-16! max-md:min-h-16!"
            />
          </div>
          <div className="flex max-sm:flex-col">
            {at > 0 && <Act icon={ArrowUp} value={`up.${at}`} label={t('outcomes.up', { number })} />}
            {!last && <Act icon={ArrowDown} value={`down.${at}`} label={t('outcomes.down', { number })} />}
            <Act icon={Trash2} value={`remove.${at}`} label={t('outcomes.remove', { number })} />
          </div>
        </div>
        <Select
          name={outcomeName(at, 'type')}
          label={t('field.type')}
          options={types.map((value) => ({ value, label: t(`choice.type.${value}`) }))}
          defaultValue={outcome.type}
        />
        <SkillList skills={outcome.alignments} outcome={at} />
      </div>
    </fieldset>
  )
}

const Act = (props: ComponentProps<typeof IconButton>) => <IconButton {...props} type="submit" name="intent" />
