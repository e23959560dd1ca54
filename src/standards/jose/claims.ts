// The claims that a token repeats from the credential inside of it: what they must say, and where they do not (RFC 7519, 4.1).

import { asList, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { issuerIdOf, readMoment, validityOf } from '#standards/verify/reading.ts'

/** Rows of code → plain sentence, for what a credential's or a presentation's token can be found wanting in. */
export const claimTroubles = {
  token_type_wrong: 'The token says that it is of another type',
  token_content_wrong: 'What the token carries is not what its type says',
  token_key_unnamed: 'The token does not say which key made it',
  token_key_private: 'The token carries a private key',
  claim_wrapped: 'The token wraps its content in a way that its type does not allow',
  claim_missing: 'The token leaves out something that it must repeat',
  claim_malformed: 'Something that the token says is not written as it must be',
  claim_differs: 'The token says something else than the credential inside of it',
} as const

export type ClaimTrouble = Readonly<{ code: keyof typeof claimTroubles; values: Readonly<Record<string, unknown>> }>

export const claimTrouble = (code: ClaimTrouble['code'], values: ClaimTrouble['values'] = {}): ClaimTrouble => ({ code, values })

/** Registered claims that repeat a member of the credential. Times are NumericDates: seconds since 1970. */
export type Claims = Readonly<Partial<Record<'iss' | 'jti' | 'nbf' | 'sub' | 'exp', string | number>>>

/** Open Badges 3.0, 8.2.4 JWT Payload. What the credential does not say is not claimed. */
export function claimsOf(credential: JsonObject): Claims {
  const { from, until } = validityOf(credential)
  const said = {
    iss: issuerIdOf(credential),
    jti: textOf(credential.id),
    nbf: secondsOf(from),
    sub: textOf(asList(credential.credentialSubject).find(isObject)?.id),
    exp: secondsOf(until),
  }
  // `filter` does not tell the compiler that what is left is there.
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Claims
}

/** What in the payload is no claim: the credential as it was before it became a token. */
export function withoutClaims(
  payload: JsonObject,
  claims: readonly string[] = ['iss', 'jti', 'nbf', 'sub', 'exp', 'iat'],
): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !claims.includes(name)))
}

type Compared = Readonly<{ claimed: JsonObject; said: Claims; claims: readonly (keyof Claims)[] }>

/** Of the claims named, those that say something else than they repeat, or that are not claims at all. One that is not made is no matter here. */
export function claimsThatDiffer({ claimed, said, claims }: Compared): readonly ClaimTrouble[] {
  return claims.flatMap((claim) => {
    const value = claimed[claim]
    const isTime = claim === 'nbf' || claim === 'exp'
    if (value === undefined) return []
    if (typeof value !== (isTime ? 'number' : 'string')) return [claimTrouble('claim_malformed', { claim })]
    const isSame = isTime ? Math.floor(Number(value)) === said[claim] : value === said[claim]
    return isSame ? [] : [claimTrouble('claim_differs', { claim, claimed: value, said: said[claim] })]
  })
}

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

const secondsOf = (value: Json | undefined): number | undefined => {
  const moment = readMoment(value)
  return moment && Math.floor(moment.getTime() / 1000)
}
