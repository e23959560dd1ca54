// What a credential or an achievement says about itself: read from any Open Badges document, ours or a stranger's. What is missing or odd is left out.
import type { ShownResult } from '../../ui/results-chart.tsx'
import { listOf, type Member, membersOf, numberIn, textIn, webAddressIn } from './members.ts'

export type Skill = Readonly<{ id: string; name: string; url?: string | undefined; framework?: string | undefined }>
export type Outcome = Readonly<{ id: string; text: string; skills: readonly Skill[] }>
export type OtherResult = Readonly<{ id: string; name: string; value: string | undefined }>
export type EvidencePiece = Readonly<{
  id: string
  name: string | undefined
  narrative: string | undefined
  url: string | undefined
}>

/** What can be earned: an achievement, by itself or inside a credential. */
export type ReadAchievement = Readonly<{
  /** Its own address, where that can be opened. */
  address: string | undefined
  version: string | undefined
  title: string | undefined
  description: string | undefined
  language: string | undefined
  code: string | undefined
  criteria: string | undefined
  outcomes: readonly Outcome[]
  /** Those that belong to no outcome. */
  skills: readonly Skill[]
  hours: number | undefined
  levels: readonly string[]
  mode: string | undefined
  supervision: string | undefined
  assessment: readonly string[]
  quality: readonly string[]
}>

export type ReadCredential = ReadAchievement &
  Readonly<{
    id: string | undefined
    issuer: Readonly<{ id: string | undefined; name: string | undefined; url: string | undefined; host: string | undefined }>
    earner: Readonly<{ name: string | undefined; key: string | undefined; hashed: string | undefined }>
    issued: string | undefined
    until: string | undefined
    results: readonly ShownResult[]
    /** Grades in words, and scores without a maximum: nothing to draw. */
    otherResults: readonly OtherResult[]
    evidence: readonly EvidencePiece[]
  }>

/** Open Badges 3.0, AchievementCredential, with the further terms of `openbadge/extension-terms.ts`. */
export function readCredential(document: Readonly<Record<string, unknown>>): ReadCredential {
  const [subject = {}] = membersOf(document.credentialSubject)
  const [achievement = {}] = membersOf(subject.achievement)
  const read = readAchievement(achievement)
  return {
    ...read,
    id: textIn(document.id),
    title: read.title ?? textIn(document.name),
    description: read.description ?? textIn(document.description),
    language: languageIn(document.inLanguage) ?? read.language,
    issuer: readIssuer(document.issuer),
    earner: readEarner(subject),
    issued: textIn(document.awardedDate ?? document.validFrom ?? document.issuanceDate),
    until: textIn(document.validUntil ?? document.expirationDate),
    ...readResults(subject, achievement),
    evidence: membersOf(document.evidence)
      .map(readEvidence)
      .filter(({ narrative, url }) => narrative ?? url),
  }
}

/** Open Badges 3.0, Achievement, with the same further terms. */
export const readAchievement = (achievement: Member): ReadAchievement => ({
  address: webAddressIn(achievement.id),
  version: textIn(achievement.version),
  title: textIn(achievement.name),
  description: textIn(achievement.description),
  language: languageIn(achievement.inLanguage),
  code: textIn(achievement.humanCode),
  criteria: membersOf(achievement.criteria).map(({ narrative }) => textIn(narrative))[0],
  ...readOutcomes(achievement),
  hours: numberIn(achievement.notionalHours),
  levels: membersOf(achievement.qualificationLevel).flatMap(({ qualificationFramework, frameworkLevel }) =>
    [textIn(qualificationFramework), textIn(frameworkLevel)].filter(Boolean).join(' '),
  ),
  mode: textIn(achievement.deliveryMode),
  supervision: textIn(achievement.supervision),
  assessment: textsIn(achievement.assessmentType),
  quality: membersOf(achievement.qualityAssurance).flatMap(({ assuranceStatement }) => textsIn(assuranceStatement)),
})

const textsIn = (value: unknown): string[] => listOf(value).flatMap((one) => textIn(one) ?? [])

/** A language tag goes into `lang` attributes, so it must look like one (BCP 47). */
const languageIn = (value: unknown): string | undefined =>
  textsIn(value).find((tag) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag))

function readIssuer(value: unknown): ReadCredential['issuer'] {
  const [issuer] = membersOf(value)
  const id = textIn(issuer ? issuer.id : value)
  return { id, name: textIn(issuer?.name), url: webAddressIn(issuer?.url), host: id === undefined ? undefined : hostOf(id) }
}

/** Where the issuer's keys are published: `did:web:example.org:o:x` → example.org. A key by itself has no such place. */
function hostOf(id: string): string | undefined {
  const named = /^did:web:([^:/?#]+)/.exec(id)?.[1]?.replace(/%3a/i, ':')
  return named ?? (webAddressIn(id) ? new URL(id).host : undefined)
}

/** Open Badges 3.0, IdentityObject: plain ones can be shown, hashed ones only by their kind. */
function readEarner(subject: Member): ReadCredential['earner'] {
  const identifiers = membersOf(subject.identifier).map(({ identityType, identityHash, hashed }) => ({
    kind: textIn(identityType) ?? '',
    value: textIn(identityHash),
    hashed: hashed === true,
  }))
  const plain = identifiers.filter(({ hashed, value }) => !hashed && value)
  return {
    name: textIn(subject.name) ?? plain.find(({ kind }) => kind === 'name')?.value,
    key: plain.find(({ kind }) => kind !== 'name')?.value,
    hashed: identifiers.find(({ hashed }) => hashed)?.kind,
  }
}

/** A skill says in its description which outcome it belongs to. */
function readOutcomes(achievement: Member): Pick<ReadAchievement, 'outcomes' | 'skills'> {
  const own = textIn(achievement.id)
  const skills = membersOf(achievement.alignment).flatMap((alignment, at) => {
    const name = textIn(alignment.targetName)
    const url = webAddressIn(alignment.targetUrl)
    if (name === undefined) return []
    const skill: Skill = {
      id: String(at),
      name,
      framework: textIn(alignment.targetFramework),
      // a skill without a place of its own points back into the achievement
      url: own !== undefined && url?.startsWith(`${own}#`) ? undefined : url,
    }
    return [{ skill, outcome: textIn(alignment.targetDescription) }]
  })
  const outcomes = membersOf(achievement.learningOutcome).flatMap(({ description }, at) => {
    const text = textIn(description)
    if (text === undefined) return []
    return [{ id: String(at), text, skills: skills.filter(({ outcome }) => outcome === text).map(({ skill }) => skill) }]
  })
  const placed = new Set(outcomes.map(({ text }) => text))
  return { outcomes, skills: skills.filter(({ outcome = '' }) => !placed.has(outcome)).map(({ skill }) => skill) }
}

function readResults(subject: Member, achievement: Member): Pick<ReadCredential, 'results' | 'otherResults'> {
  const described = new Map(membersOf(achievement.resultDescription).map((description) => [textIn(description.id), description]))
  const results: ShownResult[] = []
  const otherResults: OtherResult[] = []
  for (const [at, result] of membersOf(subject.result).entries()) {
    const description = described.get(textIn(result.resultDescription))
    const [id, name] = [String(at), textIn(description?.name) ?? '']
    const [score, max] = [numberIn(result.value), numberIn(description?.valueMax)]
    if (max !== undefined && (score !== undefined || result.value === undefined))
      results.push({ id, name, max, ...(score === undefined ? {} : { score }) })
    else otherResults.push({ id, name, value: textIn(result.value ?? result.achievedLevel) })
  }
  return { results, otherResults }
}

const readEvidence = (piece: Member, at: number): EvidencePiece => ({
  id: String(at),
  name: textIn(piece.name),
  narrative: textIn(piece.narrative) ?? textIn(piece.description),
  url: webAddressIn(piece.id),
})
