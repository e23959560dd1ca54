// A verification on a terminal: every finding with a sign and a word, then the verdict; and what it means for a script.
import { plainWords } from '#standards/verify/plain-words.ts'
import { type Finding, type Outcome, questions, type Report, type Verdict } from '#standards/verify/report.ts'

const signs: Readonly<Record<Outcome, readonly [sign: string, word: string]>> = {
  passed: ['✓', 'passed'],
  failed: ['✗', 'failed'],
  warned: ['!', 'note'],
  not_run: ['?', 'could not check'],
}

const sentences: Readonly<Record<string, Readonly<{ title: string }>>> = plainWords
const titleOf = (code: string) => sentences[code]?.title ?? code

/** `  ✓ passed           Nothing was changed since the issuer signed it` */
export const findingLine = ({ outcome, code, values }: Finding): string => {
  const [sign, word] = signs[outcome]
  const about = ['purpose', 'address', 'expected', 'path', 'schema', 'resource']
    .flatMap((name) => (typeof values[name] === 'string' ? [values[name]] : []))
    .join(', ')
  return `  ${sign} ${word.padEnd(15)}  ${titleOf(code)}${about ? ` (${about})` : ''}`
}

/** The sentence at the end: the first reason decides how it goes on. */
export function verdictSentence({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>): string {
  const first = (outcome: Outcome) => findings.find((finding) => finding.outcome === outcome)
  const because = verdict === 'untrusted' ? first('failed') : first('not_run')
  const verdicts: Readonly<Record<Verdict, string>> = {
    trusted: 'Trusted: it is genuine, unchanged and valid today.',
    untrusted: 'Not trusted',
    undecided: 'Undecided: it could not be checked to the end',
  }
  return verdict === 'trusted' || !because ? verdicts[verdict] : `${verdicts[verdict]}. ${titleOf(because.code)}.`
}

export function reportLines(source: string, report: Report): string[] {
  const asked = report.findings.filter(({ code }) => code !== 'not_asked_yet')
  const left = report.findings.filter((finding) => !asked.includes(finding))
  return [headOf(source, report), ...asked.map(findingLine), ...leftLine(left), verdictSentence(report)]
}

/** Questions that were not asked, because an earlier one has no good answer. */
const leftLine = (left: readonly Finding[]): string[] =>
  left.length === 0 ? [] : [`  ? ${'not asked'.padEnd(15)}  ${left.map(({ check }) => questions[check]).join(' ')}`]

function headOf(source: string, { credential }: Report): string {
  const name = textIn(credential, 'name')
  const issuer = credential?.issuer
  const by = textIn(issuer, 'name') ?? textIn(issuer, 'id') ?? (typeof issuer === 'string' ? issuer : undefined)
  return `${source}${name ? `: “${name}”` : ''}${by ? `, issued by ${by}` : ''}`
}

function textIn(thing: unknown, name: string): string | undefined {
  const value = typeof thing === 'object' && thing !== null ? Object.entries(thing).find(([key]) => key === name)?.[1] : undefined
  return typeof value === 'string' ? value.slice(0, 200) : undefined
}

/** 0 trusted, 1 untrusted, 2 undecided. */
export const exitCodes: Readonly<Record<Verdict, number>> = { trusted: 0, untrusted: 1, undecided: 2 }

/** Of several, what is known to be bad is worse than what is not known. */
export const worstOf = (verdicts: readonly Verdict[]): Verdict =>
  (['untrusted', 'undecided'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'trusted'
