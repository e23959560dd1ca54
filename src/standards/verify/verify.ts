// Verification: the questions we ask of a credential, in the standard's order, and all the answers.
import { Refusal } from '#kernel/refusal.ts'
import { isPng, unbake } from '#standards/bake/png.ts'
import { asList, isObject, type JsonObject, readJson } from '#standards/vc/json.ts'
import { type Asked, type Check, failed, type Noted, notRun, verdictOf, type World } from './check.ts'
import { endorsements } from './checks/endorsements.ts'
import { knownContexts } from './checks/known-contexts.ts'
import { knownIssuer } from './checks/known-issuer.ts'
import { proofHolds } from './checks/proof-holds.ts'
import { recipient } from './checks/recipient.ts'
import { status } from './checks/status.ts'
import { wellFormed } from './checks/well-formed.ts'
import { withinDates } from './checks/within-dates.ts'
import { type FindingCode, plainWords } from './plain-words.ts'
import type { Finding, Report } from './report.ts'

/** Nothing is fetched for a status before the proof holds; what follows a failed proof is not asked. */
export const checks: readonly Check[] = [
  wellFormed,
  knownIssuer,
  proofHolds,
  knownContexts,
  withinDates,
  status,
  recipient,
  endorsements,
]

/** A credential as JSON (text or bytes) or baked into a PNG. Never throws for anything that the candidate or the world does. */
export async function verify(candidate: Uint8Array | string, world: World): Promise<Report> {
  const read = await readCandidate(candidate)
  return 'outcome' in read ? unreadable(read) : verifyDocument(read.credential, world)
}

/** The same for a document that was parsed already, by a parser that let no name stand twice. */
export async function verifyDocument(credential: JsonObject, world: World): Promise<Report> {
  const once = remembering(world)
  return ask({ credential, world: once, verifyInner: (inner) => ask({ credential: inner, world: once }) })
}

async function ask(asked: Asked): Promise<Report> {
  const findings: Finding[] = []
  for (const check of checks) {
    const open = check.after.some((id) => findings.some((finding) => finding.check === id && unsettled(finding)))
    const noted = open ? [notRun('not_asked_yet')] : await put(check, asked)
    findings.push(...noted.map((note) => finding(check, note)))
  }
  const image = imageOf(asked.credential)
  return {
    verdict: verdictOf(findings),
    findings,
    credential: { ...asked.credential },
    ...(image === undefined ? {} : { image }),
  }
}

async function readCandidate(candidate: Uint8Array | string): Promise<{ credential: JsonObject } | Noted> {
  try {
    const text = typeof candidate !== 'string' && isPng(candidate) ? await unbake(candidate) : candidate
    if (typeof text === 'string' && isToken(text.trim())) return notRun('token_not_supported')
    const credential = readJson(text)
    return isObject(credential) ? { credential } : failed('not_a_credential')
  } catch (error) {
    if (!(error instanceof Refusal) || !isKnown(error.code)) return brokeWith(error)
    const note = failed(error.code, error.values)
    return error.detail === undefined ? note : { ...note, technical: error.detail }
  }
}

const isToken = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)
const isKnown = (code: string): code is FindingCode => Object.hasOwn(plainWords, code)

const unsettled = ({ outcome }: Finding): boolean => outcome === 'failed' || outcome === 'not_run'

async function put(check: Check, asked: Asked): Promise<readonly Noted[]> {
  try {
    return await check.look(asked)
  } catch (error) {
    return [brokeWith(error)]
  }
}

const brokeWith = (error: unknown): Noted => ({
  ...notRun('check_broke'),
  technical: error instanceof Error ? error.message : String(error),
})

const finding = ({ id }: Check, { values = {}, ...note }: Noted): Finding => ({ check: id, ...note, values: { ...values } })

function unreadable(note: Noted): Report {
  const [first, ...rest] = checks
  const findings = [...(first ? [finding(first, note)] : []), ...rest.map((check) => finding(check, notRun('not_asked_yet')))]
  return { verdict: verdictOf(findings), findings }
}

/** Within one verification every address is asked once. */
function remembering(world: World): World {
  const asked = new Map<string, ReturnType<World['fetch']>>()
  const fetch: World['fetch'] = (url, wants) => {
    // Also what is thrown at once becomes a promise.
    const answer = asked.get(url) ?? Promise.resolve().then(() => world.fetch(url, wants))
    asked.set(url, answer)
    return answer
  }
  return { ...world, fetch }
}

function imageOf({ credentialSubject }: JsonObject): string | undefined {
  const subject = asList(credentialSubject).find(isObject)
  const achievement = asList(subject?.achievement).find(isObject)
  const image = isObject(achievement?.image) ? achievement.image.id : achievement?.image
  return typeof image === 'string' ? image : undefined
}
