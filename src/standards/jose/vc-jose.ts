// Credentials and presentations secured as W3C has it: the document itself is what is signed, and the header says what it is (VC-JOSE-COSE 1.0, 3.1).
import { Refusal } from '#kernel/refusal.ts'
import { isObject, type Json, type JsonObject, readJson, textOf } from '#standards/vc/json.ts'
import { typesOf } from '#standards/verify/reading.ts'
import { type Claims, type ClaimTrouble, claimsOf, claimsThatDiffer, claimTrouble, withoutClaims } from './claims.ts'
import { isPrivateJwk } from './jwk.ts'
import { type Algorithm, makeToken, type TokenOptions } from './token.ts'

/** Header parameter `typ` → what the content must be, and the `cty` that may stand beside it. */
export const joseTypes = {
  'vc+jwt': { type: 'VerifiableCredential', cty: 'vc' },
  'vp+jwt': { type: 'VerifiablePresentation', cty: 'vp' },
} as const

export type JoseType = keyof typeof joseTypes

export type JoseOptions = Readonly<{
  algorithm: Algorithm
  /** The full address of the key, `did:web:…#key`. */
  kid: string
  sign: TokenOptions['sign']
  /** For a presentation: what the reader asked to be signed, and what the reader is called. */
  challenge?: string
  domain?: string
}>

/** The compact token of a credential or a presentation. Throws a `Refusal` with a code of `claimTroubles`. */
export async function makeJose(document: JsonObject, options: JoseOptions): Promise<string> {
  const { algorithm, kid, sign, challenge, domain } = options
  const plain = readJson(JSON.stringify(document)) as JsonObject
  const typ: JoseType = typesOf(plain).includes('VerifiablePresentation') ? 'vp+jwt' : 'vc+jwt'
  const speaker = speakerOf(typ, plain).iss
  const header = { alg: algorithm, typ, cty: joseTypes[typ].cty, kid, ...(speaker === undefined ? {} : { iss: speaker }) }
  const payload = {
    ...plain,
    ...(challenge === undefined ? {} : { nonce: challenge }),
    ...(domain === undefined ? {} : { aud: domain }),
  }
  const [trouble] = joseTroubles({ header, payload })
  if (trouble) throw new Refusal(trouble.code, undefined, trouble.values)
  return makeToken({ header, payload, sign })
}

export const isJoseType = (typ: unknown): typ is JoseType => typeof typ === 'string' && Object.hasOwn(joseTypes, typ)

/** Everything in the token that does not follow the standard; nothing when all does. Whether the signature is good is another question. */
export function joseTroubles({
  header,
  payload,
}: Readonly<{ header: JsonObject; payload: JsonObject }>): readonly ClaimTrouble[] {
  const { typ, cty } = header
  if (!isJoseType(typ)) return [claimTrouble('token_type_wrong', { typ })]
  const document = documentInJose(payload)
  const said = speakerOf(typ, document)
  return [
    ...(cty === undefined || cty === joseTypes[typ].cty ? [] : [claimTrouble('token_type_wrong', { cty })]),
    ...(typesOf(document).includes(joseTypes[typ].type) ? [] : [claimTrouble('token_content_wrong', { type: document.type })]),
    ...['vc', 'vp'].filter((claim) => claim in payload).map((claim) => claimTrouble('claim_wrapped', { claim })),
    ...(namesKey(header, payload) ? [] : [claimTrouble('token_key_unnamed')]),
    ...claimsThatDiffer({ claimed: header, said, claims: ['iss'] }),
    ...claimsThatDiffer({ claimed: payload, said, claims: ['iss', 'jti', 'sub'] }),
  ]
}

/** What the token says about itself, in the words in which a proof does: see `conditionsAmiss`. Its lifetime is not the credential's (3.1.3). */
export function conditionsIn({ iat, nbf, exp, aud, nonce }: JsonObject, purpose: string): JsonObject {
  const said = { created: momentOf(nbf ?? iat), expires: momentOf(exp), domain: aud, challenge: nonce }
  const present = Object.entries(said).filter(([, value]) => value !== undefined)
  // `filter` does not tell the compiler that what is left is there.
  return { ...(Object.fromEntries(present) as JsonObject), proofPurpose: purpose }
}

/** The document in the payload, without what only the token says. */
export const documentInJose = (payload: JsonObject): JsonObject =>
  withoutClaims(payload, ['iss', 'jti', 'nbf', 'sub', 'exp', 'iat', 'aud', 'nonce', 'cnf'])

/** What the claims repeat: of a presentation, its holder. */
function speakerOf(typ: JoseType, document: JsonObject): Claims {
  const { iss, jti, sub } = claimsOf(typ === 'vc+jwt' ? document : { ...document, issuer: document.holder ?? null })
  return { ...(iss === undefined ? {} : { iss }), ...(jti === undefined ? {} : { jti }), ...(sub === undefined ? {} : { sub }) }
}

const namesKey = (header: JsonObject, payload: JsonObject): boolean =>
  typeof header.kid === 'string' || (isObject(header.jwk) && !isPrivateJwk(header.jwk)) || 'iss' in header || 'iss' in payload

/** A NumericDate as a moment; what is none stays as it is, so that it is found to be none. */
function momentOf(value: Json | undefined): Json | undefined {
  const isMoment = typeof value === 'number' && Math.abs(value) < 8.64e12
  return isMoment ? new Date(value * 1000).toISOString() : value === undefined ? undefined : textOf(value)
}
