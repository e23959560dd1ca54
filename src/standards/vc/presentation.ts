// Verifiable presentations: credentials shown by their holder, each as it was issued (VCDM 2.0, 4.13; VC-JOSE-COSE 1.0, 3.2). Proven with `secure` or `makeJose`.
import { typesOf } from '#standards/verify/reading.ts'
import { credentialsV2Url } from './contexts.ts'
import { asList, isObject, type Json, type JsonObject, textOf } from './json.ts'

export type PresentationInput = Readonly<{
  id?: string
  holder: string
  /** Documents with their proofs, or tokens. */
  credentials: readonly (JsonObject | string)[]
}>

/** The presentation, not yet proven. */
export const composePresentation = ({ id, holder, credentials }: PresentationInput): JsonObject => ({
  '@context': [credentialsV2Url],
  ...(id === undefined ? {} : { id }),
  type: ['VerifiablePresentation'],
  holder,
  ...(credentials.length === 0
    ? {}
    : { verifiableCredential: credentials.map((one) => (typeof one === 'string' ? envelop(one) : one)) }),
})

/** A token as a presentation carries it (VCDM 2.0, 4.13.1). */
export const envelop = (token: string): JsonObject => ({
  '@context': credentialsV2Url,
  id: `data:application/vc+jwt,${token}`,
  type: 'EnvelopedVerifiableCredential',
})

/** Rows of code → plain sentence, for what a presentation can be found wanting in. */
export const presentationTroubles = {
  presentation_malformed: 'This is not a presentation',
  holder_malformed: 'The presentation names its holder in a way that is none',
  credential_malformed: 'Something in the presentation is not a credential',
  credential_crowd: 'The presentation has more credentials than we check',
} as const

export type PresentationTrouble = Readonly<{ code: keyof typeof presentationTroubles; values: Readonly<Record<string, unknown>> }>

/** A credential as it was found: a document with its own proof, or a token. `at` counts from 0. */
export type Shown = Readonly<{ at: number } & ({ document: JsonObject } | { token: string })>

export type OpenedPresentation = Readonly<{ holder?: string; shown: readonly Shown[]; amiss: readonly PresentationTrouble[] }>

/** Each credential costs a verification. */
const mostCredentials = 32

/**
 * What is in a presentation: who shows it, and what is shown, each to be verified by itself. Nothing here has been believed yet:
 * ask of its proofs with `checkProofs`, for the purpose, challenge and domain with `conditionsAmiss`.
 */
export function openPresentation(presentation: JsonObject): OpenedPresentation {
  if (!typesOf(presentation).includes('VerifiablePresentation')) return { shown: [], amiss: [amiss('presentation_malformed')] }
  const holder = holderOf(presentation.holder)
  const all = asList(presentation.verifiableCredential)
  const opened = all.slice(0, mostCredentials).map((one, at) => openOne(one, at))
  return {
    ...(typeof holder === 'string' ? { holder } : {}),
    shown: opened.filter((one) => 'at' in one),
    amiss: [
      ...(holder === undefined || typeof holder === 'string' ? [] : [holder]),
      ...(all.length > mostCredentials ? [amiss('credential_crowd', { count: all.length, most: mostCredentials })] : []),
      ...opened.filter((one) => 'code' in one),
    ],
  }
}

const amiss = (code: PresentationTrouble['code'], values: PresentationTrouble['values'] = {}): PresentationTrouble => ({
  code,
  values,
})

/** A holder may be an object that says more about itself than its id. */
function holderOf(holder: Json | undefined): string | undefined | PresentationTrouble {
  if (holder === undefined) return undefined
  const id = isObject(holder) ? holder.id : holder
  return typeof id === 'string' && URL.canParse(id) ? id : amiss('holder_malformed', { holder: id })
}

function openOne(one: Json, at: number): Shown | PresentationTrouble {
  // Version 1.1 had tokens stand by themselves.
  if (typeof one === 'string') return { at, token: one }
  const types = isObject(one) ? typesOf(one) : []
  if (isObject(one) && types.includes('EnvelopedVerifiableCredential')) return openEnvelope(one, at)
  return isObject(one) && types.includes('VerifiableCredential')
    ? { at, document: one }
    : amiss('credential_malformed', { at, types })
}

/** Nothing may stand beside what is in the envelope: it would not be covered by the token's signature. */
function openEnvelope({ id, type: _, '@context': __, ...rest }: JsonObject, at: number): Shown | PresentationTrouble {
  const [, token] = /^data:application\/vc\+jwt,([\w.-]+)$/.exec(textOf(id)) ?? []
  const beside = Object.keys(rest)
  return token === undefined || beside.length > 0 ? amiss('credential_malformed', { at, beside }) : { at, token }
}
