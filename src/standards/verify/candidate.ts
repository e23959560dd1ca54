// What somebody hands over, opened: JSON, a token, or a picture that carries either (Open Badges 3.0, 5; Open Badges 2.0, Baking).
import { Refusal } from '#kernel/refusal.ts'
import { isPng, unbake } from '#standards/bake/png.ts'
import { isSvg, unbakeSvg } from '#standards/bake/svg.ts'
import { looksLikeToken, readToken } from '#standards/jose/token.ts'
import { isObject, type JsonObject, type jsonRefusals, readJson } from '#standards/vc/json.ts'
import { openPresentation } from '#standards/vc/presentation.ts'
import { brokeWith } from './broke.ts'
import { type Candidate, failed, type Noted, notRun, type World } from './check.ts'
import { isReadable } from './controller.ts'
import { fetched } from './fetching.ts'
import { type FindingCode, plainWords } from './plain-words.ts'
import { documentInToken } from './token-profile.ts'

const accept = 'application/vc, application/vc+jwt, application/ld+json, application/json'

/** The document and the token that carries it, or what is to be said of something that is no credential. Never throws. */
export async function readCandidate(given: Uint8Array | string, world: World): Promise<Candidate | Noted> {
  try {
    const { text, isBaked } = await textIn(given)
    // Version 2.0 has pictures that carry nothing but the place of the badge.
    if (isBaked && isReadable(text)) return await candidateAt(text, world)
    return opened(text)
  } catch (error) {
    if (!(error instanceof Refusal) || !isKnown(error.code)) return brokeWith(error)
    const note = failed(error.code, error.values)
    return error.detail === undefined ? note : { ...note, technical: error.detail }
  }
}

/** What stands inside of another document. */
export const openInner = (inner: JsonObject | string): Candidate | Noted => {
  if (typeof inner !== 'string') return openedDocument(inner)
  try {
    return opened(inner)
  } catch (error) {
    return error instanceof Refusal && isKnown(error.code) ? failed(error.code, error.values) : brokeWith(error)
  }
}

const isKnown = (code: string): code is FindingCode => Object.hasOwn(plainWords, code)

type Text = Readonly<{ text: string; isBaked: boolean }>

async function textIn(given: Uint8Array | string): Promise<Text> {
  if (typeof given === 'string') return textOf(given)
  if (isPng(given)) return { text: (await unbake(given)).trim(), isBaked: true }
  return textOf(decoded(given))
}

function textOf(given: string): Text {
  const text = given.replace(/^\uFEFF/, '').trim()
  const isDrawn = text.startsWith('<') && isSvg(new TextEncoder().encode(text.slice(0, 256)))
  return isDrawn ? { text: unbakeSvg(text), isBaked: true } : { text, isBaked: false }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal<keyof typeof jsonRefusals>('not_utf8')
  }
}

async function candidateAt(address: string, world: World): Promise<Candidate | Noted> {
  const got = await fetched(address, accept, world)
  return 'technical' in got
    ? { ...notRun('hosted_unreachable', { address }), technical: got.technical }
    : opened(decoded(got.body).trim())
}

function opened(text: string): Candidate | Noted {
  if (looksLikeToken(text)) {
    const token = readToken(text)
    return { document: documentInToken(token), token }
  }
  const value = readJson(text)
  if (typeof value === 'string' && looksLikeToken(value)) return opened(value)
  return isObject(value) ? openedDocument(value) : failed('not_a_credential')
}

/** A token may come in an envelope (VCDM 2.0, 4.13.1). */
function openedDocument(document: JsonObject): Candidate | Noted {
  const [shown] = openPresentation({ type: 'VerifiablePresentation', verifiableCredential: document }).shown
  return shown && 'token' in shown ? opened(shown.token) : { document }
}
