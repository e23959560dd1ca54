// A Comprehensive Learner Record: one credential that holds a learner's badges, each with its own proof, and says how they hang together (CLR 2.0, B.1).
import { Refusal } from '#kernel/refusal.ts'
import { given, identifier, moment, profile, status } from '#standards/openbadge/credential.ts'
import type { Issuer, StatusInput, SubjectInput } from '#standards/openbadge/input.ts'
import { credentialsV2Url, openBadgesUrl } from '#standards/vc/contexts.ts'
import { asList, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { typesOf } from '#standards/verify/reading.ts'

export const clrUrl = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'

/** How one achievement stands to another (CLR 2.0, AssociationTypeEnum). */
export const associationTypes = [
  'exactMatchOf',
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'isPeerOf',
  'isRelatedTo',
  'precedes',
  'replacedBy',
] as const

export type AssociationInput = Readonly<{ type: (typeof associationTypes)[number]; source: string; target: string }>

export type ClrInput = Readonly<{
  id: string
  issuer: Issuer
  validFrom: Date
  validUntil?: Date
  name: string
  description?: string
  subject: SubjectInput
  /** Not everything that the issuer knows of the learner. */
  partial?: boolean
  /** Each as it was issued, proofs included; nothing in them is touched. */
  credentials: readonly JsonObject[]
  /** Between the achievements of those credentials. */
  associations?: readonly AssociationInput[]
  statuses?: readonly StatusInput[]
}>

/** Rows of code → plain sentence, for what `composeClr` refuses and `openClr` finds. */
export const clrTroubles = {
  clr_malformed: 'This is not a learner record',
  subject_unnamed: 'The credential does not say whose it is',
  validity_backwards: 'The credential would end before it begins',
  credentials_missing: 'A learner record holds at least one credential',
  credential_malformed: 'Something in the learner record is not a credential',
  credential_unproven: 'A credential in the learner record has no proof of its own',
  credential_twice: 'A credential stands in the learner record twice',
  credential_of_another: 'A credential in the learner record is about somebody else',
  association_malformed: 'An association is of no kind that the standard has',
  association_dangling: 'An association refers to an achievement that the learner record does not hold',
} as const

export type ClrTrouble = Readonly<{ code: keyof typeof clrTroubles; values: Readonly<Record<string, unknown>> }>

/** The unsigned record. Throws a `Refusal` with a code of `clrTroubles`: the first thing amiss. */
export function composeClr(input: ClrInput): JsonObject {
  const { subject, partial, associations = [], statuses = [] } = input
  if (input.validUntil && input.validUntil < input.validFrom) throw new Refusal<ClrTrouble['code']>('validity_backwards')
  const clr = given({
    '@context': [credentialsV2Url, clrUrl, openBadgesUrl],
    id: input.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: input.name,
    description: input.description,
    partial,
    issuer: profile(input.issuer),
    validFrom: moment(input.validFrom),
    validUntil: input.validUntil && moment(input.validUntil),
    credentialSubject: given({
      id: subject.id,
      type: ['ClrSubject'],
      identifier: subject.identifiers?.map(identifier),
      verifiableCredential: input.credentials,
      association: associations.map(association),
    }),
    credentialStatus: status(statuses),
  })
  const [first] = openClr(clr).amiss
  if (first) throw new Refusal(first.code, undefined, first.values)
  return clr
}

export type OpenedClr = Readonly<{
  /** The badges, each exactly as it stands in the record, to be verified by itself. */
  credentials: readonly JsonObject[]
  associations: readonly JsonObject[]
  amiss: readonly ClrTrouble[]
}>

/** What is in a learner record, and everything that does not follow the standard. Nothing here has been believed yet. */
export function openClr(clr: JsonObject): OpenedClr {
  const subject = asList(clr.credentialSubject).find(isObject)
  if (!typesOf(clr).includes('ClrCredential') || !subject || !typesOf(subject).includes('ClrSubject'))
    return { credentials: [], associations: [], amiss: [amiss('clr_malformed')] }
  const inside = asList(subject.verifiableCredential)
  const credentials = inside.filter(
    (one) => isObject(one) && typesOf(one).includes('VerifiableCredential'),
  ) as readonly JsonObject[]
  const associations = asList(subject.association).filter(isObject)
  return {
    credentials,
    associations,
    amiss: [
      ...(subject.id === undefined && asList(subject.identifier).length === 0 ? [amiss('subject_unnamed')] : []),
      ...(inside.length === 0 ? [amiss('credentials_missing')] : []),
      ...(inside.length === credentials.length ? [] : [amiss('credential_malformed')]),
      ...credentials.flatMap((credential, at) => credentialAmiss(credential, { subject, before: credentials.slice(0, at) })),
      ...associationsAmiss(associations, achievementsIn(subject, credentials)),
    ],
  }
}

const association = ({ type, source, target }: AssociationInput): JsonObject => ({
  type: 'Association',
  associationType: type,
  sourceId: source,
  targetId: target,
})

const amiss = (code: ClrTrouble['code'], values: ClrTrouble['values'] = {}): ClrTrouble => ({ code, values })

type Surroundings = Readonly<{ subject: JsonObject; before: readonly JsonObject[] }>

function credentialAmiss(credential: JsonObject, { subject, before }: Surroundings): readonly ClrTrouble[] {
  const { id } = credential
  const about = asList(credential.credentialSubject)
    .filter(isObject)
    .map((one) => one.id)
  const isOfAnother = subject.id !== undefined && about.some((one) => one !== undefined && one !== subject.id)
  return [
    ...(asList(credential.proof).some(isObject) ? [] : [amiss('credential_unproven', { id })]),
    ...(id !== undefined && before.some((other) => other.id === id) ? [amiss('credential_twice', { id })] : []),
    ...(isOfAnother ? [amiss('credential_of_another', { id })] : []),
  ]
}

/** The achievements of the credentials, and those that the record itself describes. */
function achievementsIn(subject: JsonObject, credentials: readonly JsonObject[]): ReadonlySet<Json> {
  const subjects = [subject, ...credentials.flatMap(({ credentialSubject }) => asList(credentialSubject)).filter(isObject)]
  const ids = subjects.flatMap(({ achievement }) => asList(achievement)).map((one) => (isObject(one) ? one.id : one))
  return new Set(ids.filter((id) => id !== undefined))
}

const known: ReadonlySet<unknown> = new Set(associationTypes)

function associationsAmiss(associations: readonly JsonObject[], achievements: ReadonlySet<Json>): readonly ClrTrouble[] {
  return associations.flatMap(({ associationType, sourceId, targetId }) => [
    ...(known.has(associationType) ? [] : [amiss('association_malformed', { associationType })]),
    ...[sourceId, targetId]
      .filter((id) => id === undefined || !achievements.has(id))
      .map((id) => amiss('association_dangling', { id })),
  ])
}
