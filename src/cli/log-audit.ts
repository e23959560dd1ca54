// The operator's audit: the tree against its signed checkpoint and against itself, and every organisation's rows against what was recorded.
import type { AuditFinding, TreeFinding } from '#domain/trust/trust.api.ts'
import { sameBytes } from '#kernel/bytes.ts'
import type { Client } from '#sdk/sdk.ts'
import { checkCheckpoint, type LogFinding, logFinding } from '#standards/log/log-proof.ts'
import { type NoteKey, readVerifierKey } from '#standards/log/signed-note.ts'
import { type StatementKind, statementKinds } from '#standards/log/statement.ts'
import { rootIn } from '#standards/log/tiles.ts'
import type { Connection } from './connection.ts'
import { counted } from './figures.ts'
import { logBehind } from './log-place.ts'
import { auditLine, logLines, logVerdict, treeLine } from './log-words.ts'
import { organisationsThere } from './organisation-meant.ts'
import type { Task } from './task.ts'
import { exitCodes } from './verification-words.ts'

/** Answers the exit code; every disagreement is named. */
export async function auditOf({ connection, screen, stopAsked }: Task, key: NoteKey | undefined): Promise<number> {
  const organisations = await organisationsThere(connection)
  const entries = await checkTree(connection.client(), stopAsked)
  const last = await checkHead(connection, key)
  // before anything was recorded there is nothing to sign
  const head = entries.checked === 0 ? [] : last.findings
  const tree = [...entries.findings, ...last.tree]
  for (const line of logLines(head).slice(0, -1)) screen.say(line)
  for (const finding of tree) screen.say(treeLine(finding))
  const rows: (AuditFinding & { organisation: string })[] = []
  let compared = 0
  for (const { slug } of organisations) {
    const meter = screen.meter(slug, 'statements')
    for await (const page of pagesOf(connection.client(slug), stopAsked)) {
      compared += page.checked
      meter.show({ done: compared, total: 0 })
      rows.push(...page.findings.map((finding) => ({ ...finding, organisation: slug })))
    }
    meter.end()
  }
  for (const finding of rows) screen.say(`${auditLine(finding)} [${finding.organisation}]`)
  const verdict = logVerdict([...head, ...tree.map(failed), ...rows.map(outcomeOf)])
  screen.say(
    `${counted(entries.checked, 'entry', 'entries')} in the log, ${counted(compared, 'statement')} compared with the database.`,
  )
  screen.say(sentences[verdict])
  screen.answer({ verdict, entries: entries.checked, compared, findings: [...head, ...tree, ...rows] })
  return exitCodes[verdict]
}

const sentences = {
  trusted: 'Everything is as it was recorded.',
  untrusted: 'Something is not as it was recorded; see above.',
  undecided: 'Nothing was found altered, but not everything could be compared; see above.',
} as const

const failed = (_: TreeFinding) => ({ outcome: 'failed' as const })
const outcomeOf = ({ code }: AuditFinding) => ({
  outcome: code === 'body_unreadable' ? ('not_run' as const) : ('failed' as const),
})

type Head = Readonly<{ findings: readonly LogFinding[]; tree: readonly TreeFinding[] }>

/** The last checkpoint: whether the key signed it, our own unless another is given, and whether the tiles lead to it. */
async function checkHead({ base, call }: Connection, expected: NoteKey | undefined): Promise<Head> {
  const place = logBehind(new URL('/log', base).href, call)
  const note = await place.checkpoint()
  if (note === undefined) return { findings: [logFinding('no_checkpoint')], tree: [] }
  const { checkpoint, findings } = await checkCheckpoint(note, expected ?? readVerifierKey((await place.key()) ?? ''))
  const root = checkpoint && (await rootIn(checkpoint.size, place.tile).catch(() => undefined))
  const leads = root && checkpoint && sameBytes(root, checkpoint.root)
  return { findings, tree: leads ? [] : [{ code: 'root_altered' }] }
}

async function checkTree(client: Client, stopAsked: AbortSignal) {
  const findings: TreeFinding[] = []
  let checked = 0
  for (let from = { level: 0, number: 0 }; ; ) {
    stopAsked.throwIfAborted()
    const page = await client.trust.checkLog(from)
    findings.push(...page.findings)
    checked += page.checked
    if (page.next === undefined) return { checked, findings }
    from = page.next
  }
}

async function* pagesOf(client: Client, stopAsked: AbortSignal) {
  for (const kind of statementKinds)
    for (let after: string | undefined; ; ) {
      stopAsked.throwIfAborted()
      const page = await pageOf(client, kind, after)
      yield page
      if (page.next === undefined) break
      after = page.next
    }
}

const pageOf = (client: Client, kind: StatementKind, after: string | undefined) =>
  client.issuing.auditLog({ kind, ...(after === undefined ? {} : { after }) })
