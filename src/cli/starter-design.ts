// A micro-credential that a mapping profile suggests, as a design that can be published.
import type { DesignDocument } from '#domain/design/design-document.ts'
import type { Starter } from '#standards/csv/starter.ts'

type Suggested = Starter['microCredentials'][number]

/** Steps that the suggestion says nothing about are left to their defaults. */
export const designOf = ({ title, description, criteria, outcomes, notionalHours, level }: Suggested) =>
  ({
    overview: { title: title.slice(0, 200), description, language: ['en'] },
    outcomes: {
      learningOutcomes: outcomes.map(({ says, skills }, index) => ({
        id: `outcome-${index + 1}`,
        text: says.slice(0, 1000),
        type: 'skill' as const,
        alignments: skills.map(({ name, url, framework }) => ({
          name: name.slice(0, 500),
          ...(url === undefined ? {} : { target: url }),
          ...(framework === undefined ? {} : { framework: framework.slice(0, 200) }),
        })),
      })),
    },
    assessment: { criteria },
    volume: {
      ...(notionalHours === undefined || notionalHours > 20_000 ? {} : { hours: notionalHours }),
      levels: level === undefined ? [] : [{ framework: 'Level of study', level: level.slice(0, 40) }],
    },
  }) satisfies Partial<DesignDocument>
