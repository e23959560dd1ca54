// The skills of one outcome: a name, and where it comes from.
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { outcomeName, type TypedSkill } from './outcome-edits.ts'

/** One row stands ready where there is none yet. */
export function SkillList({ skills, outcome }: { skills: readonly TypedSkill[]; outcome: number }) {
  const t = useTranslations('design')
  const rows = skills.length === 0 ? [{}] : skills
  const number = outcome + 1
  return (
    <div className="border-s-2 border-line ps-4">
      <p className="font-semibold">{t('field.skills')}</p>
      {outcome === 0 && <p className="measure mt-0.5 text-fine text-ink-soft">{t('field.skillHelp')}</p>}
      <ul className="mt-2 grid gap-3">
        {rows.map((skill, at) => (
          // rows have no names of their own; an edit draws the whole list anew
          <li key={at}>
            <Skill skill={skill} outcome={outcome} at={at} removable={skills.length > 0} />
          </li>
        ))}
      </ul>
      <Button
        type="submit"
        name="intent"
        value={`addSkill.${outcome}`}
        icon={Plus}
        size="small"
        tone="plain"
        className="mt-2 -ms-2"
      >
        {t('outcomes.addSkill')}
        <span className="heard">{t('outcomes.addSkillTo', { number })}</span>
      </Button>
    </div>
  )
}

type Props = { skill: TypedSkill; outcome: number; at: number; removable: boolean }

function Skill({ skill, outcome, at, removable }: Props) {
  const t = useTranslations('design')
  const name = (part: string) => outcomeName(outcome, `alignments.${at}.${part}`)
  const which = { skill: at + 1, outcome: outcome + 1 }
  return (
    <fieldset className="flex items-end gap-1">
      <legend className="heard">{t('field.skillOf', which)}</legend>
      <div className="grid flex-1 gap-3 sm:grid-cols-[2fr_1fr_2fr]">
        <TextField name={name('name')} label={t('field.skillName')} defaultValue={skill.name} maxLength={500} dir="auto" />
        <TextField
          name={name('framework')}
          label={t('field.skillFramework')}
          defaultValue={skill.framework}
          maxLength={200}
          dir="auto"
        />
        <TextField
          name={name('target')}
          label={t('field.skillTarget')}
          type="url"
          dir="ltr"
          defaultValue={skill.target}
          maxLength={2000}
        />
      </div>
      {skill.code && <input type="hidden" name={name('code')} value={skill.code} />}
      {removable && (
        <IconButton
          icon={X}
          type="submit"
          name="intent"
          value={`removeSkill.${outcome}.${at}`}
          label={t('outcomes.removeSkill', which)}
        />
      )}
    </fieldset>
  )
}
