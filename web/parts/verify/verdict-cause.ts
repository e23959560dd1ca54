// Which finding explains a verdict, and what follows for the rest of what the credential says.
import type { Finding, Report } from '#standards/verify/report.ts'

/** The finding that decided: the first that failed, else the first that could not be run. */
export const causeOf = ({ findings }: Report): Finding | undefined =>
  findings.find(({ outcome }) => outcome === 'failed') ??
  findings.find(({ outcome, code }) => outcome === 'not_run' && code !== 'not_asked_yet')

/** Code → the title that says more than "do not rely on it": a key under `verify.verdict`. */
const titles = {
  signature_wrong: 'changed',
  revoked: 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  not_yet_valid: 'notYet',
  not_json: 'unreadable',
  not_a_credential: 'unreadable',
  not_png: 'unreadable',
  png_empty: 'unreadable',
  png_broken: 'unreadable',
  svg_empty: 'unreadable',
  svg_broken: 'unreadable',
  token_malformed: 'unreadable',
  hosted_differs: 'changed',
} as const

export function titleOf(report: Report): (typeof titles)[keyof typeof titles] | undefined {
  const code = report.verdict === 'untrusted' ? causeOf(report)?.code : undefined
  return code !== undefined && Object.hasOwn(titles, code) ? titles[code as keyof typeof titles] : undefined
}

/** Under these the cause would only be said twice. */
export const titlesThatSayItAll: ReadonlySet<string> = new Set(['revoked', 'suspended', 'expired', 'notYet'])

/** What to do next, where that is not simply to ask for another credential: a key under `verify.answer`. */
export const nextOf = (title: string | undefined) =>
  title === 'suspended' || title === 'notYet' || title === 'expired' ? (`${title}Next` as const) : 'untrustedNext'

/** What a good answer rests on: a key under `verify.answer`. `host` is where the issuer lives, if anywhere. */
export function trustOf({ credential, findings }: Report, host: string | undefined) {
  if ([credential?.type].flat().includes('VerifiablePresentation')) return 'trustedPresentation'
  if (findings.some(({ code }) => code === 'hosted_confirmed')) return 'trustedHosted'
  return host ? 'trusted' : 'trustedAnonymous'
}

/** Whether the issuer really said all this, whatever became of it since. */
export const isProven = ({ findings }: Report): boolean =>
  findings.some(({ check, outcome }) => check === 'proof_holds' && outcome === 'passed') &&
  findings.every(({ check, outcome }) => !doubting.has(check) || outcome === 'passed' || outcome === 'warned')

const doubting: ReadonlySet<string> = new Set(['well_formed', 'known_issuer', 'proof_holds', 'known_contexts'])
