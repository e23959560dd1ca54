// A credential as a JSON Web Token in the profile of Open Badges (Open Badges 3.0, 8.2; CLR 2.0, 8.2): the credential's own members, and claims that repeat some of them.
import { Refusal } from '#kernel/refusal.ts'
import { isObject, type JsonObject, readJson, textOf } from '#standards/vc/json.ts'
import { validityOf } from '#standards/verify/reading.ts'
import { type ClaimTrouble, claimsOf, claimsThatDiffer, claimTrouble, withoutClaims } from './claims.ts'
import { isPrivateJwk } from './jwk.ts'
import { type Algorithm, makeToken, type TokenOptions } from './token.ts'

export type OpenBadgeJwtOptions = Readonly<{
  algorithm: Algorithm
  /** An address that answers the public key as a JSON Web Key, or the key itself. */
  key: Readonly<{ kid: string }> | Readonly<{ jwk: JsonObject }>
  sign: TokenOptions['sign']
}>

/** The compact token. Throws a `Refusal` with a code of `claimTroubles` for a credential that cannot be one: one whose subject has no id, above all. */
export async function makeOpenBadgeJwt(credential: JsonObject, { algorithm, key, sign }: OpenBadgeJwtOptions): Promise<string> {
  const header = { alg: algorithm, typ: 'JWT', ...key }
  const plain = readJson(JSON.stringify(credential)) as JsonObject
  const payload = { ...plain, ...claimsOf(plain) }
  const [trouble] = openBadgeJwtTroubles({ header, payload })
  if (trouble) throw new Refusal(trouble.code, undefined, trouble.values)
  return makeToken({ header, payload, sign })
}

/** 8.2.4: all of them must be there, `exp` when the credential ends. */
const claims = ['iss', 'jti', 'nbf', 'sub', 'exp'] as const

/** Everything in the token that does not follow the profile; nothing when all does. Whether the signature is good is another question. */
export function openBadgeJwtTroubles({
  header,
  payload,
}: Readonly<{ header: JsonObject; payload: JsonObject }>): readonly ClaimTrouble[] {
  if ('vc' in payload) return [claimTrouble('claim_wrapped', { claim: 'vc' })]
  const said = claimsOf(credentialInJwt(payload))
  const ends = validityOf(payload).until !== undefined
  const required = ends ? claims : claims.filter((claim) => claim !== 'exp')
  return [
    ...(header.typ === undefined || textOf(header.typ).toUpperCase() === 'JWT'
      ? []
      : [claimTrouble('token_type_wrong', { typ: header.typ })]),
    ...keyTroubles(header),
    ...required.filter((claim) => payload[claim] === undefined).map((claim) => claimTrouble('claim_missing', { claim })),
    ...claimsThatDiffer({ claimed: payload, said, claims }),
  ]
}

/** The credential in the payload, without the claims. */
export const credentialInJwt = (payload: JsonObject): JsonObject => withoutClaims(payload)

/** 8.2.3: either the key's address or the key, and never its private part. */
function keyTroubles({ kid, jwk }: JsonObject): readonly ClaimTrouble[] {
  if (isObject(jwk)) return isPrivateJwk(jwk) ? [claimTrouble('token_key_private')] : []
  return typeof kid === 'string' && URL.canParse(kid) ? [] : [claimTrouble('token_key_unnamed', { kid })]
}
