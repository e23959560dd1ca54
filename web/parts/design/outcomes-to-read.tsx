// Learning outcomes with their skills, to be read.
import { useTranslations } from 'use-intl'
import type { DesignDocument } from '#domain/design/design-document.ts'
import { Link } from '../../ui/link.tsx'
import { Tag } from '../../ui/tag.tsx'

type Outcome = DesignDocument['outcomes']['learningOutcomes'][number]

export function OutcomesToRead({ outcomes }: { outcomes: readonly Outcome[] }) {
  const t = useTranslations('design.choice.type')
  return (
    <ol className="grid list-decimal gap-3 ps-5 marker:text-ink-soft">
      {outcomes.map(({ id, text, type, alignments }) => (
        <li key={id}>
          <p className="measure beside" dir="auto">
            {text}
          </p>
          <ul className="mt-1 flex flex-wrap items-center gap-1.5 text-fine text-ink-soft">
            <li>{t(type)}</li>
            {alignments.map((skill) => (
              <li key={`${skill.framework} ${skill.name}`} className="flex max-w-full">
                <Tag>
                  <span className="inline-flex min-w-0 flex-wrap gap-x-1">
                    {skill.target ? (
                      <Link to={skill.target} quiet className="underline">
                        <bdi>{skill.name}</bdi>
                      </Link>
                    ) : (
                      <bdi>{skill.name}</bdi>
                    )}
                    {skill.framework && <bdi className="text-ink-soft">{skill.framework}</bdi>}
                  </span>
                </Tag>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
