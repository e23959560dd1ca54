// The fourth step: how much work it takes and how demanding it is, in the terms that recognition asks for.
import { useTranslations } from 'use-intl'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Fields, nested } from './fields.ts'

const deliveryModes = ['online', 'onsite', 'blended', 'workplace'] as const

/** Names of qualifications frameworks, as they are written in credentials; others may be typed. */
const frameworks = ['EQF', 'QF-EHEA', 'AQF', 'CQFW', 'FHEQ', 'MQF', 'NFQ', 'NZQCF', 'QFEmirates', 'RQF', 'SAQF', 'SCQF']

export function VolumeFields({ fields }: { fields: Fields }) {
  const t = useTranslations('design')
  return (
    <>
      <NumberField
        name="hours"
        label={t('field.hours')}
        help={t('field.hoursHelp')}
        unit={t('field.hoursUnit')}
        defaultValue={fields.hours}
      />
      <Levels fields={fields} />
      <RadioGroup
        name="deliveryMode"
        label={t('field.deliveryMode')}
        defaultValue={fields.deliveryMode ?? ''}
        choices={[
          ...deliveryModes.map((value) => ({ value, label: t(`choice.deliveryMode.${value}`) })),
          { value: '', label: t('choice.notSaid') },
        ]}
      />
      <TextArea
        name="qualityAssurance"
        label={t('field.qualityAssurance')}
        help={t('field.qualityAssuranceHelp')}
        defaultValue={fields.qualityAssurance}
        maxLength={2000}
        required={false}
        dir="auto"
      />
      <NumberField
        whole
        name="validMonths"
        label={t('field.validMonths')}
        help={t('field.validMonthsHelp')}
        unit={t('field.validMonthsUnit')}
        defaultValue={fields.validMonths}
        required={false}
      />
    </>
  )
}

type Level = Readonly<Partial<Record<'framework' | 'level', string>>>

/** Those that were named, and room for one more. */
function Levels({ fields }: { fields: Fields }) {
  const t = useTranslations('design.field')
  const { levels } = nested(fields)
  const rows = (Array.isArray(levels) ? (levels as Level[]) : []).filter(({ framework, level }) => framework || level)
  return (
    <fieldset>
      <legend className="font-semibold">{t('levels')}</legend>
      <p className="measure mt-0.5 text-fine text-ink-soft">{t('levelsHelp')}</p>
      <datalist id="frameworks">
        {frameworks.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="mt-1.5 grid gap-3">
        {[...rows, {} as Level].map(({ framework, level }, at) => (
          <div key={`${framework} ${level}`} className="grid max-w-md grid-cols-[2fr_1fr] gap-3">
            <TextField
              name={`levels.${at}.framework`}
              label={rows.length === 0 ? t('framework') : t('frameworkNumber', { number: at + 1 })}
              list="frameworks"
              defaultValue={framework}
              maxLength={40}
              dir="auto"
              autoComplete="off"
            />
            <TextField
              name={`levels.${at}.level`}
              label={rows.length === 0 ? t('level') : t('levelNumber', { number: at + 1 })}
              defaultValue={level}
              maxLength={40}
              dir="auto"
              autoComplete="off"
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
