// Who else stands behind it, and do they really? Every endorsement inside is a credential of its own and is verified as one.
import { asList, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { type Check, failed, type Noted, notRun, passed, warned } from '../check.ts'
import { issuerIdOf, typesOf } from '../reading.ts'
import type { Report } from '../report.ts'

const mostEndorsements = 16

export const endorsements: Check = {
  id: 'endorsements',
  asks: 'Are the endorsements inside of it genuine?',
  after: ['known_issuer', 'proof_holds', 'known_contexts'],
  async look({ credential, verifyInner }) {
    const found = endorsementsIn(credential)
    if (found.length === 0) return [passed('endorsement_none')]
    if (!verifyInner || found.length > mostEndorsements) return [notRun('endorsement_unchecked', { count: found.length })]
    return Promise.all(found.map((one) => lookAt(one, verifyInner)))
  },
}

type Embedded = Readonly<{ about: Json | undefined; endorsement: Json }>

/** Of the credential, of the achievement, of the issuer and of the achievement's creator (Open Badges 3.0, 5.8). */
function endorsementsIn(credential: JsonObject): readonly Embedded[] {
  const achievements = asList(credential.credentialSubject)
    .filter(isObject)
    .flatMap(({ achievement }) => asList(achievement))
  const creators = achievements.filter(isObject).flatMap(({ creator }) => asList(creator))
  return [credential, ...asList(credential.issuer), ...achievements, ...creators]
    .filter(isObject)
    .flatMap((thing) => [
      ...asList(thing.endorsement).map((endorsement) => ({ about: thing.id, endorsement })),
      ...asList(thing.endorsementJwt).map((endorsement) => ({ about: thing.id, endorsement })),
    ])
}

async function lookAt(
  { about, endorsement }: Embedded,
  verifyInner: (credential: JsonObject) => Promise<Report>,
): Promise<Noted> {
  if (!isObject(endorsement)) return notRun('endorsement_unchecked', { about })
  const values = { about, by: issuerIdOf(endorsement), id: endorsement.id }
  const subjects = asList(endorsement.credentialSubject).filter(isObject)
  if (!typesOf(endorsement).includes('EndorsementCredential')) return failed('endorsement_forged', values)
  if (!subjects.some(({ id }) => id === about)) return failed('endorsement_of_another', values)
  return judge(await verifyInner(endorsement), values)
}

/** One that has run out takes nothing from the badge; one that was never genuine does. */
function judge({ verdict, findings }: Report, values: Readonly<Record<string, unknown>>): Noted {
  if (verdict === 'trusted') return passed('endorsement_holds', values)
  const reasons = findings.filter(({ outcome }) => outcome === 'failed')
  if (verdict === 'undecided') return notRun('endorsement_unchecked', values)
  const lapsed = reasons.every(({ check }) => check === 'within_dates' || check === 'status')
  return (lapsed ? warned : failed)(lapsed ? 'endorsement_lapsed' : 'endorsement_forged', {
    ...values,
    because: reasons.map(({ code }) => code),
  })
}
