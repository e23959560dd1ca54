// What was achieved: description, how it is earned, outcomes with the skills they show.
import { useTranslations } from 'use-intl'
import { Narrative } from './narrative.tsx'
import type { Outcome, ReadAchievement, Skill } from './reading.ts'
import { Said } from './said.tsx'

export function Achievement({ read, heading: Heading = 'h3' }: { read: ReadAchievement; heading?: 'h3' | 'h4' }) {
  const t = useTranslations()
  const { description, criteria, outcomes, skills, language } = read
  return (
    <div className="grid gap-6 text-body">
      {description && (
        <div className="text-lead">
          <Narrative text={description} language={language} />
        </div>
      )}
      {outcomes.length > 0 && (
        <div>
          <Heading className="mb-2 font-semibold">{t('credential.achieved.outcomes')}</Heading>
          <ul className="grid gap-2.5">
            {outcomes.map((outcome) => (
              <OutcomeLine key={outcome.id} outcome={outcome} language={language} />
            ))}
          </ul>
        </div>
      )}
      {skills.length > 0 && (
        <div>
          <Heading className="mb-2 font-semibold">{t('credential.achieved.skills')}</Heading>
          <Skills skills={skills} language={language} />
        </div>
      )}
      {criteria && (
        <div>
          <Heading className="mb-1 font-semibold">{t('credential.achieved.criteria')}</Heading>
          <Narrative text={criteria} language={language} />
        </div>
      )}
    </div>
  )
}

const OutcomeLine = ({ outcome: { text, skills }, language }: { outcome: Outcome; language: string | undefined }) => (
  <li className="border-s-2 border-accent ps-3.5">
    <Said language={language} className="measure">
      {text}
    </Said>
    <Skills skills={skills} language={language} />
  </li>
)

function Skills({ skills, language }: { skills: readonly Skill[]; language: string | undefined }) {
  const t = useTranslations()
  if (skills.length === 0) return null
  return (
    <ul aria-label={t('credential.achieved.skills')} className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-fine text-ink-soft">
      {skills.map(({ id, name, url, framework }) => (
        <li key={id}>
          {url ? (
            <a
              href={url}
              rel="noreferrer nofollow"
              className="rounded-sm text-accent-ink underline decoration-accent-ink/40 underline-offset-3 hover:decoration-current"
            >
              <bdi lang={language}>{name}</bdi>
            </a>
          ) : (
            <bdi lang={language}>{name}</bdi>
          )}
          {framework && (
            <>
              {' '}
              (<bdi lang={language}>{framework}</bdi>)
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
