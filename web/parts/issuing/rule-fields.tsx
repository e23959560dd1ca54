// The fields of one condition, one for each question that its kind asks: outcomes, a threshold, how many of which line items.
import type { ComponentType } from 'react'
import { useTranslations } from 'use-intl'
import type { Question } from '#domain/issuing/kinds/kind.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import type { KnownLineItems } from './known-line-items.ts'
import { type Draft, type DraftFault, questionsOf } from './rule-draft.ts'
import { RuleLineItems } from './rule-line-items.tsx'

type Props = {
  draft: Draft
  at: string
  set: (changes: Partial<Draft>) => void
  faults: readonly DraftFault[]
  known: KnownLineItems
}

/** Rules that stand inside are not fields; the editor shows them as it shows this one. */
export const RuleFields = (props: Props) => (
  <div className="flex flex-wrap gap-x-8 gap-y-4 empty:hidden">
    {questionsOf(props.draft.kind).map(([name, question]) => {
      const Field = fields[question.asks]
      return Field && <Field key={name} {...props} name={name} options={'options' in question ? question.options : []} />
    })}
  </div>
)

type FieldProps = Props & { name: string; options: readonly string[] }

const fields: Readonly<Record<Question['asks'], ComponentType<FieldProps> | undefined>> = {
  some_of: SomeOf,
  one_of: OneOf,
  percent: (props) => <Figure {...props} unit="%" />,
  whole_number: (props) => <Figure {...props} whole />,
  line_items: (props) => (
    <div className="basis-full">
      <RuleLineItems {...props} />
    </div>
  ),
  rules: undefined,
  rule: undefined,
}

/** What a field of this kind of condition is called. */
function useLabel({ draft, name }: FieldProps) {
  const t = useTranslations('rules.editor')
  return t(`field.${draft.kind}.${name}` as 'field.final_outcome.in')
}

/** Outcomes have their words where decisions are told; other options have theirs here. */
function useOptionWord(name: string) {
  const t = useTranslations()
  return (option: string) => {
    const own = `rules.editor.option.${name}.${option}` as 'rules.editor.option.missing.left_out'
    return t.has(own) ? t(own) : t(`decision.outcome.${option}` as 'decision.outcome.passed')
  }
}

function SomeOf(props: FieldProps) {
  const { draft, at, set, name, options } = props
  const label = useLabel(props)
  const word = useOptionWord(name)
  const chosen = draft.chosen[name] ?? []
  return (
    <fieldset className="basis-full">
      <legend className="font-semibold">{label}</legend>
      <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {options.map((option) => (
          <Checkbox
            key={option}
            name={`${at}.${name}`}
            value={option}
            label={word(option)}
            checked={chosen.includes(option)}
            onChange={({ currentTarget: { checked } }) =>
              set({ chosen: { ...draft.chosen, [name]: checked ? [...chosen, option] : chosen.filter((one) => one !== option) } })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

function OneOf(props: FieldProps) {
  const { draft, at, set, name, options } = props
  const t = useTranslations('rules.editor')
  const label = useLabel(props)
  const word = useOptionWord(name)
  const help = `help.${name}` as 'help.missing'
  return (
    <div className="basis-full">
      <Select
        name={`${at}.${name}`}
        label={label}
        help={t.has(help) && t(help)}
        value={draft.typed[name] ?? ''}
        onChange={({ currentTarget }) => set({ typed: { ...draft.typed, [name]: currentTarget.value } })}
        options={options.map((value) => ({ value, label: word(value) }))}
      />
    </div>
  )
}

function Figure({ unit, whole = false, ...props }: FieldProps & { unit?: string; whole?: boolean }) {
  const { draft, at, set, faults, name } = props
  const t = useTranslations('rules.fault')
  const fault = faults.find((one) => one.at === at && one.field === name)
  return (
    <NumberField
      name={`${at}.${name}`}
      label={useLabel(props)}
      whole={whole}
      unit={unit}
      error={fault && t(fault.code)}
      value={draft.typed[name] ?? ''}
      onChange={({ currentTarget }) => set({ typed: { ...draft.typed, [name]: currentTarget.value } })}
    />
  )
}
