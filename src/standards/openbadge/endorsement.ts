// Endorsements: a credential in which somebody stands behind an issuer, an achievement or a badge of somebody else (Open Badges 3.0, B.1.10 EndorsementCredential).
import { Refusal } from '#kernel/refusal.ts'
import { credentialsV2Url, openBadgesUrl } from '#standards/vc/contexts.ts'
import { asList, isObject, type JsonObject } from '#standards/vc/json.ts'
import { issuerIdOf, typesOf } from '#standards/verify/reading.ts'
import { given, moment, profile, status } from './credential.ts'
import type { Issuer, StatusInput } from './input.ts'

export type EndorsementInput = Readonly<{
  id: string
  issuer: Issuer
  validFrom: Date
  validUntil?: Date
  name: string
  description?: string
  /** The id of what is endorsed. */
  endorses: string
  /** Markdown. */
  comment?: string
  statuses?: readonly StatusInput[]
}>

/** Rows of code → plain sentence. */
export const endorsementTroubles = {
  endorsement_of_another: 'The endorsement speaks of something else',
  endorsement_of_oneself: 'An endorsement by whom it endorses says nothing',
  endorsement_kind_wrong: 'What stands there is not an endorsement',
  validity_backwards: 'The credential would end before it begins',
} as const

export type EndorsementTrouble = keyof typeof endorsementTroubles

/** The unsigned endorsement. Throws a `Refusal` with a code of `endorsementTroubles`. */
export function composeEndorsement(input: EndorsementInput): JsonObject {
  const { id, name, description, issuer, validFrom, validUntil, endorses, comment, statuses = [] } = input
  if (endorses === issuer.id) throw new Refusal<EndorsementTrouble>('endorsement_of_oneself')
  if (validUntil && validUntil < validFrom) throw new Refusal<EndorsementTrouble>('validity_backwards')
  return given({
    '@context': [credentialsV2Url, openBadgesUrl],
    id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name,
    description,
    issuer: profile(issuer),
    validFrom: moment(validFrom),
    validUntil: validUntil && moment(validUntil),
    credentialSubject: given({ id: endorses, type: ['EndorsementSubject'], endorsementComment: comment }),
    credentialStatus: status(statuses),
  })
}

/** The first reason why this credential does not endorse what bears that id; `undefined` when it does. Whether it is genuine is another question. */
export function whyNotEndorses(endorsement: JsonObject, id: string): EndorsementTrouble | undefined {
  const subjects = asList(endorsement.credentialSubject).filter(isObject)
  if (!typesOf(endorsement).includes('EndorsementCredential')) return 'endorsement_kind_wrong'
  if (!subjects.some((subject) => subject.id === id && typesOf(subject).includes('EndorsementSubject')))
    return 'endorsement_of_another'
  return issuerIdOf(endorsement) === id ? 'endorsement_of_oneself' : undefined
}
