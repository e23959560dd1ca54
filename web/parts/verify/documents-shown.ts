// What there is to show of something that was verified: a credential itself, those in a presentation, or a badge of version 2.0 in today's words.
import type { Report } from '#standards/verify/report.ts'
import { listOf, type Member, membersOf, textIn } from '../credential/members.ts'
import { isProven } from './verdict-cause.ts'

/** `path` is where it stands in what was verified; empty for the whole of it. */
export type ShownDocument = Readonly<{ path: string; document: Member; proven: boolean; verdict: Report['verdict'] }>

/** Tokens inside of a presentation stay closed: what they say is in the findings. */
export function documentsShown(report: Report): readonly ShownDocument[] {
  const { credential } = report
  if (!credential) return []
  if (typesIn(credential).includes('VerifiablePresentation')) return shownIn(credential, report)
  const document = isBadge2(credential) ? inTodaysWords(credential) : credential
  return document ? [{ path: '', document, proven: isProven(report), verdict: report.verdict }] : []
}

const typesIn = ({ type }: Member): readonly unknown[] => [type].flat()

const shownIn = ({ verifiableCredential }: Member, { findings }: Report): readonly ShownDocument[] =>
  listOf(verifiableCredential).flatMap((one, at) => {
    const path = `verifiableCredential.${at}`
    const sum = findings.find(({ code, values }) => values.path === path && Object.hasOwn(sums, code))?.code ?? ''
    const verdict = sums[sum] ?? 'undecided'
    // Genuine, whether or not it is still in force.
    const proven = sum === 'embedded_holds' || sum === 'embedded_lapsed'
    return membersOf(one)
      .filter((document) => 'credentialSubject' in document)
      .map((document) => ({ path, document, proven, verdict }))
  })

const sums: Readonly<Record<string, Report['verdict']>> = {
  embedded_holds: 'trusted',
  embedded_lapsed: 'untrusted',
  embedded_fails: 'untrusted',
  embedded_unchecked: 'undecided',
}

const isBadge2 = (document: Member): boolean => 'badge' in document && 'recipient' in document

/** Nothing to show where the badge only says by its address what it is for. */
function inTodaysWords({ id, badge, recipient, issuedOn, expires }: Member): Member | undefined {
  const [what] = membersOf(badge)
  if (textIn(what?.name) === undefined) return undefined
  const identifier = membersOf(recipient).map(({ type, hashed, identity }) => ({
    identityType: type === 'email' ? 'emailAddress' : type,
    hashed,
    identityHash: identity,
  }))
  return {
    id,
    name: what?.name,
    issuer: what?.issuer,
    validFrom: issuedOn,
    validUntil: expires,
    credentialSubject: { identifier, achievement: what },
  }
}
