// Which files an import is made of: those the profile knows, out of the folders and files that were named.
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { matchFiles } from '#standards/csv/files.ts'
import { planOf } from '#standards/csv/plan.ts'
import { type MappingProfile, mappingProfile } from '#standards/csv/profile.ts'
import { csvRefusals, type RowRefusal } from '#standards/csv/refusals.ts'
import { refused } from './problem-words.ts'

/** `name` is the last part of the path; `size` in bytes. */
export type GivenFile = Readonly<{ name: string; path: string; size: number }>

export type Chosen = Readonly<{ files: readonly GivenFile[]; left: readonly string[] }>

/** Folders are looked into, not further down; what begins with a dot is passed over. */
export async function filesIn(paths: readonly string[]): Promise<GivenFile[]> {
  const files: GivenFile[] = []
  for (const path of paths) {
    const found = await stat(path)
    if (!found.isDirectory()) files.push({ name: basename(path), path, size: found.size })
    else
      for (const entry of await readdir(path, { withFileTypes: true }))
        if (!entry.isDirectory() && !entry.name.startsWith('.')) {
          const inside = join(path, entry.name)
          files.push({ name: entry.name, path: inside, size: (await stat(inside)).size })
        }
  }
  return files
}

/** Refuses where a file that the profile needs is missing, or where a name is not clear. */
export function choose(profile: MappingProfile, given: readonly GivenFile[]): Chosen {
  const { filesOf, refusals } = matchFiles(planOf(profile.files), profile.ignore ?? [], given)
  const serious = refusals.filter(({ code }) => code !== 'unknown_file')
  if (serious.length > 0) throw refused('files_unclear', serious.map(sentence).join('\n'))
  const files = [...filesOf.values()].flat()
  return { files, left: given.filter((file) => !files.includes(file)).map(({ name }) => name) }
}

const sentence = ({ file, code, values: { role, names } }: RowRefusal): string =>
  code === 'missing_file'
    ? `The profile needs a file for “${role}” (${[names].flat().join(' or ')}), and it is not among those given.`
    : `${file}: ${csvRefusals[code][1]}.`

/** A profile in a file of JSON. Refuses with everything that is wrong with it. */
export async function readProfileFile(path: string): Promise<MappingProfile> {
  const read = mappingProfile.safeParse(parsed(path, await readFile(path, 'utf8')))
  if (read.success) return read.data
  const issues = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'profile'}: ${issue.message}`)
  throw refused('profile_misfit', [`${path} is no mapping profile:`, ...issues].join('\n'))
}

export function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refused('not_json', `${path} is not JSON.`)
  }
}

/** The file's bytes from the disk, a piece at a time; `onBytes` is told how many each. Ends with an error when asked to stop. */
export function streamed(path: string, onBytes: (count: number) => void, stopAsked: AbortSignal): ReadableStream<Uint8Array> {
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024, signal: stopAsked })) {
      onBytes(piece.length)
      yield piece
    }
  }
  return Readable.toWeb(Readable.from(pieces())) as ReadableStream<Uint8Array>
}
