// `testamur log verify`: a proof or two checkpoints checked here, without believing any server; or the whole log against the database.
import { readFile, stat } from 'node:fs/promises'
import { Command } from 'commander'
import { isPng, unbake } from '#standards/bake/png.ts'
import type { Checkpoint } from '#standards/log/checkpoint.ts'
import { checkCheckpoint, checkLogProof, type LogFinding, logFinding, logProofSchema } from '#standards/log/log-proof.ts'
import { consistencyPath, provesConsistency } from '#standards/log/proof.ts'
import { type NoteKey, readVerifierKey } from '#standards/log/signed-note.ts'
import { hashesAt } from '#standards/log/tiles.ts'
import { bytes } from './figures.ts'
import { auditOf } from './log-audit.ts'
import { type LogPlace, logBehind, logPlace } from './log-place.ts'
import { logLines, logVerdict } from './log-words.ts'
import { refused } from './problem-words.ts'
import type { Screen } from './screen.ts'
import type { Surroundings } from './surroundings.ts'
import { type CommonOptions, commandWith, type Finish, perform, reporting, withPlace } from './task.ts'
import { exitCodes } from './verification-words.ts'

type Options = CommonOptions & Readonly<{ proof?: string; checkpoint?: string[]; key?: string; log?: string }>

export const logCommand = (surroundings: Surroundings, finish: Finish): Command =>
  new Command('log')
    .description('The transparency log')
    .addCommand(verifyLogCommand(surroundings, finish))
    .addCommand(
      shownCommand(
        surroundings,
        finish,
        'checkpoint',
        'Show the last signed checkpoint, to be kept where nobody here can change it',
      ),
    )
    .addCommand(shownCommand(surroundings, finish, 'key', 'Show the key by which everybody can check the checkpoints'))

const shownCommand = (surroundings: Surroundings, finish: Finish, what: 'checkpoint' | 'key', does: string): Command =>
  withPlace(commandWith(what, does, `testamur log ${what} > log-${what}.txt`)).action((options: CommonOptions) =>
    perform(surroundings, finish, options, async ({ connection: { base, call }, screen }) => {
      const text = await logBehind(new URL('/log', base).href, call)[what]()
      if (text === undefined) throw refused('log_empty', 'The log is empty: it begins with the first thing recorded.')
      for (const line of text.replace(/\n$/, '').split('\n')) screen.say(line)
      screen.answer({ [what]: text })
    }),
  )

const verifyLogCommand = (surroundings: Surroundings, finish: Finish): Command =>
  withPlace(
    commandWith(
      'verify',
      'Check a proof of a credential, or that a log has only grown between two checkpoints; with neither, the whole log against the database. Exit code: 0 it holds, 1 it does not, 2 could not be checked',
      'testamur log verify credential.json --proof log-proof.json --key log-key.txt\ntestamur log verify --checkpoint last-year.txt today.txt --log https://example.org/log --key log-key.txt\ntestamur log verify',
    ),
  )
    .argument('[credential]', 'the credential that the proof is about: JSON, or a PNG with it baked in')
    .option('--proof <file>', 'the proof, as the credential’s page gives it')
    .option('--checkpoint <files...>', 'checkpoints that were saved; of two, the earlier one first')
    .option('--key <key>', 'the key of the log, or a file with it: what its address /log/key answers')
    .option('--log <place>', 'where the tiles are: the log’s address, or a folder with a copy')
    .action((credential: string | undefined, options: Options) =>
      options.proof === undefined && options.checkpoint === undefined
        ? perform(surroundings, finish, options, async (task) =>
            auditOf(task, options.key === undefined ? undefined : await keyIn(options.key)),
          )
        : reporting(surroundings, finish, options, (screen) => offline(screen, credential, options)),
    )

async function offline(screen: Screen, credential: string | undefined, options: Options): Promise<number> {
  const findings = await findingsOf(credential, options)
  const verdict = logVerdict(findings)
  for (const line of logLines(findings)) screen.say(line)
  screen.answer({ verdict, findings })
  return exitCodes[verdict]
}

async function findingsOf(credential: string | undefined, options: Options): Promise<LogFinding[]> {
  const key = options.key === undefined ? undefined : await keyIn(options.key)
  const place = options.log === undefined ? undefined : logPlace(options.log)
  const saved = await Promise.all((options.checkpoint ?? []).map(readText))
  if (saved.length > 2) throw refused('too_many_checkpoints', 'Give one checkpoint or two.')
  if (options.proof !== undefined) return ofProof({ proof: options.proof, credential, saved, key, place })
  const [earlier = '', later = await place?.checkpoint()] = saved
  if (later === undefined)
    throw refused('no_second_checkpoint', 'Give a second checkpoint to compare with, or the log’s address with --log.')
  return ofGrowth([earlier, later], key, place)
}

type Proving = Readonly<{
  proof: string
  credential: string | undefined
  saved: readonly string[]
  key: NoteKey | undefined
  place: LogPlace | undefined
}>

async function ofProof({ proof, credential, saved, key, place }: Proving): Promise<LogFinding[]> {
  const parsed = logProofSchema.safeParse(jsonIn(await readText(proof)))
  if (!parsed.success) throw refused('no_proof', `${proof} is not a proof of an entry. Download it from the credential’s page.`)
  const document = credential === undefined ? undefined : await documentIn(credential)
  const { checkpoint, findings } = await checkLogProof(parsed.data, { key, document })
  if (!checkpoint) return findings
  const others = await Promise.all(saved.map((note) => checkCheckpoint(note, key)))
  const compared = await Promise.all(
    others.map((other) => (other.checkpoint ? growth(other.checkpoint, checkpoint, place) : undefined)),
  )
  return [...findings, ...others.flatMap((other) => other.findings), ...compared.filter((one) => one !== undefined)]
}

async function ofGrowth(
  notes: readonly [string, string],
  key: NoteKey | undefined,
  place: LogPlace | undefined,
): Promise<LogFinding[]> {
  const [earlier, later] = await Promise.all(notes.map((note) => checkCheckpoint(note, key)))
  const compared = earlier?.checkpoint && later?.checkpoint ? [await growth(earlier.checkpoint, later.checkpoint, place)] : []
  return [...(earlier?.findings ?? []), ...(later?.findings ?? []), ...compared]
}

/** Whichever is the smaller one: the other must begin with it. */
async function growth(one: Checkpoint, another: Checkpoint, place: LogPlace | undefined): Promise<LogFinding> {
  const [earlier, later] = one.size <= another.size ? [one, another] : [another, one]
  const values = { from: earlier.size, to: later.size }
  if (earlier.origin !== later.origin) return logFinding('another_log', { origin: earlier.origin, expected: later.origin })
  if (earlier.size === later.size)
    return logFinding(provesConsistency(earlier, later, []) ? 'same_checkpoint' : 'not_grown', values)
  if (!place) return logFinding('no_tiles', values)
  // where tiles are wrong, nothing is proven by them; where they are missing, nothing is known
  const hashes = await hashesAt(later.size, consistencyPath(earlier.size, later.size), place.tile).catch(() => undefined)
  if (!hashes) return logFinding('no_tiles', values)
  return logFinding(provesConsistency(earlier, later, hashes) ? 'only_grown' : 'not_grown', values)
}

async function keyIn(given: string): Promise<NoteKey> {
  const key = readVerifierKey(given) ?? readVerifierKey(await readText(given).catch(() => ''))
  if (!key) throw refused('no_log_key', `“${given.slice(0, 100)}” is neither a key of a log nor a file with one.`)
  return key
}

// larger than any credential, small enough for memory
const mostBytes = 32 * 1024 * 1024

async function readBounded(path: string): Promise<Uint8Array> {
  if ((await stat(path)).size > mostBytes) throw refused('too_large', `${path} holds more than ${bytes(mostBytes)}.`)
  return new Uint8Array(await readFile(path))
}

const readText = async (path: string): Promise<string> => new TextDecoder().decode(await readBounded(path))

async function documentIn(path: string): Promise<Uint8Array> {
  const file = await readBounded(path)
  return isPng(file) ? new TextEncoder().encode(await unbake(file)) : file
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
