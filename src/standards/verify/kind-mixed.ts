// One document, one kind: what is verified as one thing must not say what only another kind would have to prove.
import { asList, type JsonObject, textOf } from '#standards/vc/json.ts'
import { failed, type Noted } from './check.ts'

/**
 * A presentation is answered for by its holder and a badge of version 2.0 by its address: neither asks the issuer of a credential. If
 * they could carry such a credential's members, whoever reads them would take these for proven.
 */
export function kindMixed(document: JsonObject, allowed: 'VerifiablePresentation' | 'Assertion'): readonly Noted[] {
  const types = asList(document.type)
    .map(textOf)
    .filter((type) => type !== allowed && ofCredentials.test(type))
  const members = issuersMembers.filter((member) => Object.hasOwn(document, member))
  return types.length + members.length > 0 ? [failed('kind_mixed', { found: [...types, ...members].join(', ') })] : []
}

const ofCredentials = /Credential$|^Verifiable|^Assertion$/

/** VCDM 2.0, 4; VCDM 1.1, 4; Open Badges 3.0, AchievementCredential. */
const issuersMembers = [
  'issuer',
  'credentialSubject',
  'credentialStatus',
  'credentialSchema',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'awardedDate',
] as const
