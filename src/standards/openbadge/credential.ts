// An Open Badges 3.0 credential from what the house knows: pure, strict in what it writes, and unsigned (Open Badges 3.0, AchievementCredential).
import { Refusal } from '#kernel/refusal.ts'
import { credentialsV2Url, openBadgesUrl } from '#standards/vc/contexts.ts'
import type { Json, JsonObject } from '#standards/vc/json.ts'
import { inlineContextFor } from './extension-terms.ts'
import type {
  AchievementInput,
  AlignmentInput,
  EvidenceInput,
  IdentifierInput,
  ImageInput,
  Issuer,
  OpenBadgeInput,
  OutcomeInput,
  ResultDescriptionInput,
  ResultInput,
  StatusInput,
} from './input.ts'

/** Rows of code → plain sentence, for what `composeOpenBadge` refuses. */
export const composeRefusals = {
  subject_unnamed: 'The credential does not say whose it is',
  validity_backwards: 'The credential would end before it begins',
  criteria_missing: 'The achievement does not say what it takes',
  result_undescribed: 'A result refers to a description that the achievement does not have',
  result_empty: 'A result has neither value, status nor level',
  index_out_of_range: 'A place in a status list is not a whole number',
} as const

export type ComposeRefusal = keyof typeof composeRefusals

/** The unsigned credential. Absent parts are left out: no nulls, no empty lists. Throws a `Refusal` with a code of `composeRefusals`. */
export function composeOpenBadge(input: OpenBadgeInput): JsonObject {
  const whyNot = whyNotCompose(input)
  if (whyNot) throw new Refusal<ComposeRefusal>(whyNot)
  const body = given({
    id: input.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: input.name,
    description: input.description,
    inLanguage: input.language,
    issuer: sharedProfile(input.issuer),
    validFrom: moment(input.validFrom),
    validUntil: input.validUntil && moment(input.validUntil),
    awardedDate: input.awardedDate && moment(input.awardedDate),
    credentialSubject: given({
      id: input.subject.id,
      type: ['AchievementSubject'],
      identifier: input.subject.identifiers?.map(identifier),
      achievement: sharedAchievement(input.achievement),
      result: input.results?.map(result),
    }),
    evidence: input.evidence?.map(evidence),
    credentialStatus: status(input.statuses ?? []),
  })
  const inline = inlineContextFor(body)
  return { '@context': [credentialsV2Url, openBadgesUrl, ...(inline ? [inline] : [])], ...body }
}

/** An achievement by itself, as its own address answers it. */
export function composeAchievement(input: AchievementInput): JsonObject {
  const body = achievement(input)
  const inline = inlineContextFor(body)
  return { '@context': [openBadgesUrl, ...(inline ? [inline] : [])], ...body }
}

/** The first reason why no credential can be composed, or `undefined`. */
export function whyNotCompose(input: OpenBadgeInput): ComposeRefusal | undefined {
  const { subject, achievement, results = [], statuses = [] } = input
  const described = new Set(achievement.resultDescriptions?.map(({ id }) => id))
  if (!subject.id && !subject.identifiers?.length) return 'subject_unnamed'
  if (input.validUntil && input.validUntil < input.validFrom) return 'validity_backwards'
  if (!achievement.criteria.id && !achievement.criteria.narrative) return 'criteria_missing'
  if (results.some(({ resultDescription }) => !described.has(resultDescription))) return 'result_undescribed'
  if (results.some(({ value, status, achievedLevel }) => value === undefined && !status && !achievedLevel)) return 'result_empty'
  if (statuses.some(({ index }) => !Number.isSafeInteger(index) || index < 0)) return 'index_out_of_range'
  return undefined
}

type Parts = Readonly<Record<string, Json | undefined>>

/** Leaves out what is absent and what is an empty list. */
export function given(parts: Parts): JsonObject {
  const left: Record<string, Json> = {}
  for (const name in parts) {
    const part = parts[name]
    if (part !== undefined && !(Array.isArray(part) && part.length === 0)) left[name] = part
  }
  return left
}

/** What many credentials have in common is composed once, and is then the same object in all of them. */
function shared<Input extends object>(compose: (input: Input) => JsonObject): (input: Input) => JsonObject {
  const composed = new WeakMap<Input, JsonObject>()
  return (input) => {
    const known = composed.get(input) ?? compose(input)
    composed.set(input, known)
    return known
  }
}

const sharedAchievement = shared(achievement)
const sharedProfile = shared(profile)

/** XML Schema's dateTimeStamp in UTC, to the second. */
export const moment = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z')

export function profile({ id, name, url, email, description, image: picture }: Issuer): JsonObject {
  return given({ id, type: ['Profile'], name, url, email, description, image: picture && image(picture) })
}

const image = ({ url, caption }: ImageInput): JsonObject => given({ id: url, type: 'Image', caption })

export const identifier = ({ identityType, identity, salt, hashed }: IdentifierInput): JsonObject =>
  given({ type: 'IdentityObject', hashed: hashed ?? salt !== undefined, identityHash: identity, identityType, salt })

function achievement(input: AchievementInput): JsonObject {
  const { criteria, qualityAssurance } = input
  return given({
    id: input.id,
    type: ['Achievement'],
    version: input.version,
    name: input.name,
    description: input.description,
    achievementType: input.achievementType,
    criteria: given({ id: criteria.id, narrative: criteria.narrative }),
    image: input.image && image(input.image),
    inLanguage: input.inLanguage,
    creator: input.creator && profile(input.creator),
    humanCode: input.humanCode,
    fieldOfStudy: input.fieldOfStudy,
    tag: input.tags,
    alignment: input.alignments?.map(alignment),
    resultDescription: input.resultDescriptions?.map(resultDescription),
    learningOutcome: input.outcomes?.map(outcome),
    notionalHours: input.notionalHours,
    deliveryMode: input.deliveryMode,
    supervision: input.supervision,
    assessmentType: input.assessmentTypes,
    participationForm: input.participationForm,
    qualificationLevel: input.levels?.map(({ framework, level }) => ({
      qualificationFramework: framework,
      frameworkLevel: level,
    })),
    qualityAssurance:
      qualityAssurance &&
      given({
        assuranceType: qualityAssurance.type,
        assuranceStatement: qualityAssurance.statement,
        assuranceBody: qualityAssurance.body,
      }),
  })
}

const alignment = (input: AlignmentInput): JsonObject => given({ type: ['Alignment'], ...input })

const outcome = ({ id, says }: OutcomeInput): JsonObject => given({ id, description: says })

const resultDescription = ({ id, name, allowedValues, alignments, ...rest }: ResultDescriptionInput): JsonObject =>
  given({ id, type: ['ResultDescription'], name, ...rest, allowedValue: allowedValues, alignment: alignments?.map(alignment) })

const result = ({ alignments, ...rest }: ResultInput): JsonObject =>
  given({ type: ['Result'], ...rest, alignment: alignments?.map(alignment) })

const evidence = ({ id, ...rest }: EvidenceInput): JsonObject => given({ id, type: ['Evidence'], ...rest })

const entry = ({ purpose, list, index }: StatusInput): JsonObject => ({
  id: `${list}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: purpose,
  statusListIndex: String(index),
  statusListCredential: list,
})

/** One entry stands alone, as Open Badges' schema has it; several stand in a list, as VCDM 2.0 allows. */
export const status = (statuses: readonly StatusInput[]): Json | undefined => {
  const entries = statuses.map(entry)
  return entries.length === 1 ? entries[0] : entries
}
