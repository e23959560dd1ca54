// Which kind of token it is, what document it carries, and what in it does not follow its kind.
import { isObject, type Json, type JsonObject, textOf } from '#standards/vc/json.ts'
import { type ClaimTrouble, claimsOf, claimsThatDiffer, claimTrouble, withoutClaims } from '../jose/claims.ts'
import { isPrivateJwk } from '../jose/jwk.ts'
import { credentialInJwt, openBadgeJwtTroubles } from '../jose/open-badge-jwt.ts'
import type { Token } from '../jose/token.ts'
import { documentInJose, isJoseType, joseTroubles } from '../jose/vc-jose.ts'
import { isAssertion } from '../openbadge2/assertion.ts'

type Profile = Readonly<{
  is: (token: Parts) => boolean
  document: (payload: JsonObject) => JsonObject
  amiss: (token: Parts) => readonly ClaimTrouble[]
}>
type Parts = Pick<Token, 'header' | 'payload'>

/** The first that fits counts; the profile of Open Badges 3.0 takes what is left. */
const profiles = {
  jose: { is: ({ header }) => isJoseType(header.typ), document: documentInJose, amiss: joseTroubles },
  wrapped: { is: ({ payload }) => isObject(payload.vc), document: unwrapped, amiss: wrappedTroubles },
  badge2: { is: ({ payload }) => isAssertion(payload), document: (payload) => payload, amiss: () => [] },
  openBadge: { is: () => true, document: credentialInJwt, amiss: openBadgeJwtTroubles },
} as const satisfies Readonly<Record<string, Profile>>

export type ProfileName = keyof typeof profiles

export const profileOf = (token: Parts): ProfileName =>
  // `keys` forgets the names.
  (Object.keys(profiles) as ProfileName[]).find((name) => profiles[name].is(token)) ?? 'openBadge'

/** What the token is about, without what only the token says. Nothing of it is believed yet. */
export const documentInToken = (token: Parts): JsonObject => profiles[profileOf(token)].document(token.payload)

/** Everything in the token that does not follow its kind. */
export const tokenTroublesOf = (token: Parts): readonly ClaimTrouble[] => profiles[profileOf(token)].amiss(token)

/**
 * VCDM 1.1, 6.3.1: the credential stands in the claim `vc`, and what the other claims say need not be repeated in it. Where it is,
 * both must agree; whoever reads only one of them must not read something else.
 */
function unwrapped(payload: JsonObject): JsonObject {
  const vc = isObject(payload.vc) ? payload.vc : {}
  const { iss, jti, sub } = payload
  const subject = vc.credentialSubject
  return {
    ...vc,
    ...(vc.id === undefined && jti !== undefined ? { id: jti } : {}),
    ...(vc.issuer === undefined && iss !== undefined ? { issuer: iss } : {}),
    ...(isObject(vc.issuer) && vc.issuer.id === undefined && iss !== undefined ? { issuer: { id: iss, ...vc.issuer } } : {}),
    ...(isObject(subject) && subject.id === undefined && sub !== undefined ? { credentialSubject: { id: sub, ...subject } } : {}),
    ...missingDate(vc, ['issuanceDate', 'validFrom'], payload.nbf),
    ...missingDate(vc, ['expirationDate', 'validUntil'], payload.exp),
  }
}

function missingDate(vc: JsonObject, names: readonly [string, string], claim: Json | undefined): JsonObject {
  const isThere = names.some((name) => vc[name] !== undefined)
  return isThere || typeof claim !== 'number' || Math.abs(claim) > 8.64e12
    ? {}
    : { [names[0]]: new Date(claim * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z') }
}

function wrappedTroubles({ header, payload }: Parts): readonly ClaimTrouble[] {
  const beside = Object.keys(withoutClaims(payload, ['iss', 'jti', 'nbf', 'sub', 'exp', 'iat', 'aud', 'nonce', 'vc']))
  return [
    ...(header.typ === undefined || textOf(header.typ).toUpperCase() === 'JWT'
      ? []
      : [claimTrouble('token_type_wrong', { typ: header.typ })]),
    ...(isObject(header.jwk) && isPrivateJwk(header.jwk) ? [claimTrouble('token_key_private')] : []),
    // Another document beside the wrapped one would be signed, and never looked at.
    ...(beside.includes('credentialSubject') ? [claimTrouble('claim_wrapped', { beside })] : []),
    ...(payload.iss === undefined ? [claimTrouble('claim_missing', { claim: 'iss' })] : []),
    ...claimsThatDiffer({ claimed: payload, said: claimsOf(unwrapped(payload)), claims: ['iss', 'jti', 'nbf', 'sub', 'exp'] }),
  ]
}
