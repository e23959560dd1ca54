// What each kind of rule asks for: outcomes, a threshold, how many of which line items.
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { finalOutcomes, missingResults } from '#domain/issuing/rule.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { KnownLineItems } from './known-line-items.ts'
import type { Draft, DraftFault } from './rule-draft.ts'

type Props = {
  draft: Draft
  at: string
  set: (changes: Partial<Draft>) => void
  faults: readonly DraftFault[]
  known: KnownLineItems | undefined
}

export function LeafFields({ draft, ...props }: Props) {
  if (draft.kind === 'final_outcome') return <Outcomes draft={draft} {...props} />
  if (draft.kind === 'weighted_average') return <Average draft={draft} {...props} />
  return <LineItems draft={draft} {...props} />
}

function Outcomes({ draft, at, set }: Props) {
  const t = useTranslations('rules.editor')
  const word = useTranslations('decision.outcome')
  return (
    <fieldset>
      <legend className="font-semibold">{t('outcomes')}</legend>
      <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {finalOutcomes.map((outcome) => (
          <Checkbox
            key={outcome}
            name={`${at}.in`}
            value={outcome}
            label={word(outcome)}
            checked={draft.in.includes(outcome)}
            onChange={({ currentTarget }) =>
              set({ in: currentTarget.checked ? [...draft.in, outcome] : draft.in.filter((one) => one !== outcome) })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

function Average(props: Props) {
  const { draft, at, set } = props
  const t = useTranslations('rules.editor')
  return (
    <div className="grid gap-4">
      <Figure {...props} field="atLeast" label={t('averageAtLeast')} unit="%" />
      <Select
        name={`${at}.missing`}
        label={t('missing')}
        help={t('missingHelp')}
        value={draft.missing}
        onChange={({ currentTarget }) => set({ missing: currentTarget.value })}
        options={missingResults.map((value) => ({ value, label: t(`missingResults.${value}`) }))}
      />
      <Selection {...props} />
    </div>
  )
}

function LineItems(props: Props) {
  const t = useTranslations('rules.editor')
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <Figure {...props} field="atLeast" label={t('howMany')} whole />
        <Figure {...props} field="scoring" label={t('scoring')} unit="%" />
      </div>
      <Selection {...props} />
    </div>
  )
}

type FigureProps = Props & { field: 'atLeast' | 'scoring'; label: string; unit?: string; whole?: boolean }

function Figure({ draft, at, set, faults, field, label, unit, whole = false }: FigureProps) {
  const t = useTranslations('rules.fault')
  const fault = faults.find((one) => one.at === at && one.field === field)
  return (
    <NumberField
      name={`${at}.${field}`}
      label={label}
      whole={whole}
      unit={unit}
      error={fault && t(fault.code)}
      value={draft[field]}
      onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
    />
  )
}

/** Which line items: by category, by key, or all. What there is here is offered while typing. */
function Selection({ draft, at, set, known }: Props) {
  const t = useTranslations('rules.editor')
  const id = useId()
  const here = known?.items.length ? known : undefined
  return (
    <Disclosure summary={t('onlySome')} open={draft.categories + draft.keys !== ''}>
      <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
        <TextField
          name={`${at}.categories`}
          label={t('categories')}
          help={here ? t('categoriesHere', { names: here.categories.join(', ') }) : t('categoriesHelp')}
          value={draft.categories}
          list={`${id}-categories`}
          onChange={({ currentTarget }) => set({ categories: currentTarget.value })}
        />
        <TextField
          name={`${at}.keys`}
          label={t('keys')}
          help={t('keysHelp')}
          value={draft.keys}
          list={`${id}-keys`}
          onChange={({ currentTarget }) => set({ keys: currentTarget.value })}
        />
      </div>
      <datalist id={`${id}-categories`}>
        {here?.categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <datalist id={`${id}-keys`}>
        {here?.items.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </datalist>
    </Disclosure>
  )
}
