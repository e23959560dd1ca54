// From a published design and one learner's record to the credential that says so; pure, signed elsewhere.
import type { DesignDocument } from '#domain/design/design-document.ts'
import type {
  AchievementInput,
  EvidenceInput,
  IdentifierInput,
  Issuer,
  OpenBadgeInput,
  ResultDescriptionInput,
  ResultInput,
} from '#standards/openbadge/input.ts'
import { evidenceWords } from './evidence-words.ts'

export type ComposedFrom = Readonly<{
  id: string
  issuer: Issuer
  validFrom: Date
  statuses: NonNullable<OpenBadgeInput['statuses']>
  achievement: Readonly<{ id: string; version: number; key: string; design: DesignDocument; image: string }>
  identifiers: readonly IdentifierInput[]
  offering: Readonly<{ title: string; startsOn?: string | undefined; endsOn?: string | undefined }>
  lineItems: readonly Readonly<{ id: string; title: string; category: string; weight: number | null; maximum: number | null }>[]
  results: readonly Readonly<{ id: string; lineItem: string; score: number | null; submittedOn?: string | undefined }>[]
  outcome?: Readonly<{ says: string }> | undefined
}>

/** Open Badges 3.0, AchievementCredential. A learner without results gets no `result` at all. Many learners may share one `achievement`. */
export function openBadgeFor(from: ComposedFrom, achievement: AchievementInput = achievementOf(from)): OpenBadgeInput {
  const { design } = from.achievement
  const done = from.results.length > 0
  return {
    id: from.id,
    issuer: from.issuer,
    name: design.overview.title,
    validFrom: from.validFrom,
    awardedDate: from.validFrom,
    ...(design.volume.validMonths ? { validUntil: monthsAfter(from.validFrom, design.volume.validMonths) } : {}),
    ...(design.overview.language[0] ? { language: design.overview.language[0] } : {}),
    achievement,
    subject: { identifiers: from.identifiers },
    ...(done ? { results: from.results.map((result) => resultOf(from.achievement.id, result)) } : {}),
    evidence: evidenceOf(from),
    statuses: from.statuses,
  }
}

/** By the calendar; where the month has no such day, its last. */
export function monthsAfter(date: Date, months: number): Date {
  const later = new Date(date)
  later.setUTCMonth(later.getUTCMonth() + months)
  // 31 January and a month would be 3 March
  if (later.getUTCDate() !== date.getUTCDate()) later.setUTCDate(0)
  return later
}

/** Open Badges 3.0, Achievement; result descriptions only where there are results to describe. */
export function achievementOf({
  achievement,
  issuer,
  lineItems,
  results,
}: Pick<ComposedFrom, 'achievement' | 'issuer' | 'lineItems' | 'results'>): AchievementInput {
  const { overview, outcomes, assessment, volume } = achievement.design
  const described = results.length > 0 ? lineItems : []
  return {
    id: achievement.id,
    version: String(achievement.version),
    humanCode: achievement.key,
    name: overview.title,
    description: overview.description,
    criteria: { narrative: assessment.criteria },
    achievementType: 'MicroCredential',
    image: { url: achievement.image, caption: overview.title },
    creator: issuer,
    ...(overview.language[0] ? { inLanguage: overview.language[0] } : {}),
    alignments: outcomes.learningOutcomes.flatMap((outcome) =>
      outcome.alignments.map((skill) => ({
        targetName: skill.name,
        targetUrl: skill.target ?? `${achievement.id}#${outcome.id}`,
        ...(skill.code ? { targetCode: skill.code } : {}),
        ...(skill.framework ? { targetFramework: skill.framework } : {}),
        targetDescription: outcome.text,
      })),
    ),
    outcomes: outcomes.learningOutcomes.map(({ id, text }) => ({ id: `${achievement.id}#${id}`, says: text })),
    ...(described.length > 0 ? { resultDescriptions: described.map((item) => descriptionOf(achievement.id, item)) } : {}),
    ...(volume.hours ? { notionalHours: volume.hours } : {}),
    ...(volume.deliveryMode ? { deliveryMode: volume.deliveryMode } : {}),
    ...(assessment.supervisionIdentity ? { supervision: assessment.supervisionIdentity } : {}),
    ...(assessment.method ? { assessmentTypes: [assessment.method] } : {}),
    ...(volume.levels.length > 0 ? { levels: volume.levels } : {}),
    ...(volume.qualityAssurance ? { qualityAssurance: { type: 'institutional', statement: volume.qualityAssurance } } : {}),
  }
}

const descriptionId = (achievement: string, lineItem: string) => `${achievement}#${lineItem}`

const descriptionOf = (
  achievement: string,
  { id, title, maximum }: ComposedFrom['lineItems'][number],
): ResultDescriptionInput => ({
  id: descriptionId(achievement, id),
  name: title,
  resultType: 'RawScore',
  ...(maximum === null ? {} : { valueMin: '0', valueMax: String(maximum) }),
})

/** Work that was handed in and not scored is completed, without a value. */
const resultOf = (achievement: string, { lineItem, score }: ComposedFrom['results'][number]): ResultInput => ({
  resultDescription: descriptionId(achievement, lineItem),
  ...(score === null ? { status: 'Completed' } : { value: String(score) }),
})

function evidenceOf({ achievement, offering, lineItems, results, outcome }: ComposedFrom): EvidenceInput[] {
  const words = evidenceWords(achievement.design.overview.language[0])
  const narrative = [
    words.enrolled({ offering: offering.title, from: offering.startsOn, to: offering.endsOn }),
    words.handedIn(results.length, lineItems.length),
    ...(outcome ? [words.outcome(outcome.says)] : []),
  ].join(' ')
  const scored = lineItems.flatMap((item) =>
    results
      .filter(({ lineItem }) => lineItem === item.id)
      .map(({ score, submittedOn }) =>
        words.scoredLine({
          title: item.title,
          category: item.category,
          score: score === null ? words.notScored : String(score),
          maximum: score === null || item.maximum === null ? undefined : String(item.maximum),
          weight: item.weight === null ? undefined : String(item.weight),
          on: submittedOn,
        }),
      ),
  )
  return [
    ...(scored.length > 0
      ? [{ name: words.scoredName, genre: words.scoredGenre, narrative: scored.join('\n'), audience: words.audience }]
      : []),
    { name: words.narrativeName, genre: words.narrativeGenre, narrative, audience: words.audience },
  ]
}
