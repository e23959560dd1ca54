// Verification: the questions we ask of a credential, in the standard's order, and all the answers.
import { asList, isObject, type JsonObject } from '#standards/vc/json.ts'
import { brokeWith } from './broke.ts'
import { openInner, readCandidate } from './candidate.ts'
import { type Asked, type Candidate, type Check, failed, type Known, type Noted, notRun, verdictOf, type World } from './check.ts'
import { remembering } from './fetching.ts'
import { checksFor, kindOf } from './kinds.ts'
import type { Finding, Report } from './report.ts'

/**
 * Whatever carries a credential: JSON of Open Badges 3.0, CLR 2.0 or VCDM 2.0 and 1.1, a presentation, a badge of version 2.0, a
 * signed token, or a PNG or SVG picture with one of them inside. Never throws for anything that the candidate or the world does.
 */
export async function verify(candidate: Uint8Array | string, world: World, known: Known = {}): Promise<Report> {
  const once = remembering(world)
  const read = await readCandidate(candidate, once)
  return 'outcome' in read ? unreadable(read) : askerIn(once, known)(read)
}

/** A presentation holds records, which hold badges, which hold endorsements. */
const deepest = 3

/** Each is a verification of its own; all that one document may make us do. */
const mostInside = 100

function askerIn(world: World, known: Known): (candidate: Candidate) => Promise<Report> {
  let left = mostInside
  const askInner = async (inner: JsonObject | string, depth: number): Promise<Report> => {
    left -= 1
    if (left < 0) return unreadable(notRun('embedded_crowd', { most: mostInside }))
    const read = openInner(inner)
    if ('outcome' in read) return unreadable(read)
    // what stands inside is what an issuer said; somebody's showing of it would answer another question
    return kindOf(read.document) === 'credential' ? askAt(read, depth) : unreadable(failed('credential_malformed'))
  }
  // Who shows it and to whom is said on the outside; inside are what the issuers signed.
  const askAt = ({ document, token }: Candidate, depth: number): Promise<Report> =>
    ask({
      credential: document,
      world,
      known: depth === 0 ? known : {},
      isInner: depth > 0,
      ...(token ? { token } : {}),
      ...(depth < deepest ? { verifyInner: (inner) => askInner(inner, depth + 1) } : {}),
    })
  return (candidate) => askAt(candidate, 0)
}

async function ask(asked: Asked): Promise<Report> {
  const findings: Finding[] = []
  for (const check of checksFor(asked.credential).filter(({ concerns }) => concerns?.(asked.credential) !== false)) {
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

const unsettled = ({ outcome }: Finding): boolean => outcome === 'failed' || outcome === 'not_run'

async function put(check: Check, asked: Asked): Promise<readonly Noted[]> {
  try {
    return await check.look(asked)
  } catch (error) {
    return [brokeWith(error)]
  }
}

const finding = ({ id }: Pick<Check, 'id'>, { values = {}, ...note }: Noted): Finding => ({
  check: id,
  ...note,
  values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
})

/** What could not be read is asked nothing else. */
function unreadable(note: Noted): Report {
  const [first, ...rest] = checksFor({}).filter(({ concerns }) => concerns === undefined)
  const findings = [...(first ? [finding(first, note)] : []), ...rest.map((check) => finding(check, notRun('not_asked_yet')))]
  return { verdict: verdictOf(findings), findings }
}

function imageOf({ credentialSubject, badge }: JsonObject): string | undefined {
  const subject = asList(credentialSubject).find(isObject)
  const achievement = [...asList(subject?.achievement), ...asList(badge)].find(isObject)
  const image = isObject(achievement?.image) ? achievement.image.id : achievement?.image
  return typeof image === 'string' ? image : undefined
}
