// What a proof says about itself beside its signature: for what, for whom, from when and until when (VC Data Integrity 1.0, 2.1 and 4.4).
import { readMoment } from '#standards/verify/reading.ts'
import { asList, type JsonObject } from './json.ts'

/** Rows of code → plain sentence. */
export const conditionTroubles = {
  proof_purpose_wrong: 'The signature was made for another purpose',
  proof_date_malformed: 'A date of the signature is not one',
  proof_from_future: 'The signature bears a date that has not come yet',
  proof_expired: 'The signature was only meant to hold until a date that has passed',
  proof_domain_wrong: 'The signature was made for another reader',
  proof_challenge_wrong: 'The signature does not answer the question that was asked',
} as const

export type ConditionTrouble = Readonly<{ code: keyof typeof conditionTroubles; values: Readonly<Record<string, unknown>> }>

export type Expected = Readonly<{
  now: Date
  /** Clocks differ a little. */
  toleranceInMs: number
  purpose: 'assertionMethod' | 'authentication'
  /** What this reader is called; a proof for another one is refused. */
  domain?: string
  /** What this reader asked to be signed, to know that the answer is fresh. */
  challenge?: string
}>

/** Everything in the proof that does not fit; nothing when all does. A reader who expects no domain or challenge looks at none. */
export function conditionsAmiss(proof: JsonObject, expected: Expected): readonly ConditionTrouble[] {
  return [...purposeAmiss(proof, expected), ...datesAmiss(proof, expected), ...audienceAmiss(proof, expected)]
}

const amiss = (
  code: ConditionTrouble['code'],
  values: ConditionTrouble['values'],
  isAmiss: boolean,
): readonly ConditionTrouble[] => (isAmiss ? [{ code, values }] : [])

const purposeAmiss = ({ proofPurpose }: JsonObject, { purpose }: Expected) =>
  amiss('proof_purpose_wrong', { purpose: proofPurpose, expected: purpose }, proofPurpose !== purpose)

function datesAmiss({ created, expires }: JsonObject, { now, toleranceInMs }: Expected): readonly ConditionTrouble[] {
  const [from, until] = [readMoment(created), readMoment(expires)]
  return [
    ...amiss('proof_date_malformed', { member: 'created' }, created !== undefined && !from),
    ...amiss('proof_date_malformed', { member: 'expires' }, expires !== undefined && !until),
    ...amiss('proof_from_future', { created }, from !== undefined && from.getTime() > now.getTime() + toleranceInMs),
    ...amiss('proof_expired', { expires }, until !== undefined && until < now),
  ]
}

const audienceAmiss = (proof: JsonObject, { domain, challenge }: Expected) => [
  ...amiss('proof_domain_wrong', { domain: proof.domain }, domain !== undefined && !asList(proof.domain).includes(domain)),
  ...amiss('proof_challenge_wrong', {}, challenge !== undefined && proof.challenge !== challenge),
]
