// The answers about a log on a terminal, and what they mean for a script.
import type { AuditFinding, TreeFinding } from '#domain/trust/trust.api.ts'
import type { LogFinding } from '#standards/log/log-proof.ts'
import type { StatementKind } from '#standards/log/statement.ts'
import type { Verdict } from '#standards/verify/report.ts'
import { figure } from './figures.ts'

const signs: Readonly<Record<LogFinding['outcome'], string>> = { passed: '✓', failed: '✗', not_run: '?' }

const sentences: Readonly<Record<LogFinding['code'], string>> = {
  signature_holds: 'The log’s key signed this checkpoint of {origin}, with {size} entries',
  signature_fails: 'The signature of this checkpoint of {origin} does not hold',
  signature_missing: 'The log’s key has not signed this checkpoint of {origin}',
  no_key: 'Nobody can tell who signed this checkpoint of {origin}: give the log’s key with --key',
  no_checkpoint: 'The log has no signed checkpoint yet',
  checkpoint_unreadable: 'This is not a checkpoint',
  another_log: 'This is the checkpoint of {origin}, not of {expected}',
  included: 'It is in the log, at position {index} of {size}',
  not_included: 'It does not lead to the checkpoint: this is not in the log at position {index}',
  document_matches: 'What was recorded is this very credential',
  document_differs: 'What was recorded is another credential, or this one was changed since',
  same_checkpoint: 'Both checkpoints say the same of {to} entries',
  only_grown: 'From {from} to {to} entries the log has only grown',
  not_grown: 'The log of {to} entries does not begin with the one of {from}: it was rewritten',
  no_tiles: 'Whether the log of {from} has grown to {to} cannot be told without its tiles: give its address or a copy with --log',
}

const filled = (sentence: string, values: LogFinding['values']) =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? figure(value) : (value ?? '')
  })

/** Positions are counted from 0, as the log counts them. */
export const logLines = (findings: readonly LogFinding[]): string[] => [
  ...findings.map(({ outcome, code, values }) => `  ${signs[outcome]} ${filled(sentences[code], values)}`),
  verdicts[logVerdict(findings)],
]

const verdicts: Readonly<Record<Verdict, string>> = {
  trusted: 'It holds.',
  untrusted: 'It does not hold.',
  undecided: 'Undecided: it could not be checked to the end.',
}

export function logVerdict(findings: readonly Pick<LogFinding, 'outcome'>[]): Verdict {
  const has = (outcome: LogFinding['outcome']) => findings.some((finding) => finding.outcome === outcome)
  if (has('failed')) return 'untrusted'
  return has('not_run') ? 'undecided' : 'trusted'
}

const what: Readonly<Record<StatementKind, string>> = {
  'credential.issued': 'the issue of credential',
  'credential.revoked': 'the revocation of credential',
  'credential.suspended': 'the suspension',
  'suspension.lifted': 'the end of suspension',
  'version.published': 'the published version',
}

const troubles: Readonly<Record<AuditFinding['code'], string>> = {
  altered: 'what is stored now is not what was recorded',
  removed: 'it was recorded, and is not stored any more',
  unrecorded: 'it is stored, and was never recorded',
  body_altered: 'the document itself was altered or is gone',
  body_unreadable: 'the document cannot be opened any more, so nobody can compare it',
}

const at = (index: number | undefined) => (index === undefined ? '' : `, position ${figure(index)}`)

export const auditLine = ({ code, kind, about, index }: AuditFinding): string =>
  `  ${code === 'body_unreadable' ? '?' : '✗'} ${what[kind]} ${about}${at(index)}: ${troubles[code]}`

const treeTroubles: Readonly<Record<TreeFinding['code'], string>> = {
  entry_missing: 'the entry is gone',
  entry_altered: 'the entry is not the one that the tree was made of',
  tile_missing: 'the tile is gone or cut off',
  tile_altered: 'the tile is not the one that the tree was made of',
  root_altered: 'the tiles do not lead to the root',
}

export const treeLine = ({ code, index, tile, about }: TreeFinding): string => {
  const named = tile ? ` tile ${tile.level}/${tile.number}` : ''
  return `  ✗ the log${named}${at(index)}${about ? ` (${about})` : ''}: ${treeTroubles[code]}`
}
