// The note on the demonstration story in the data folder: how far a telling has come, and the links that were shown once.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

const StoryNote = z.object({
  /** While it is told: the moment before which all of it happened, and the one at which it is. */
  telling: z.object({ anchor: z.coerce.date(), moment: z.coerce.date() }).optional(),
  links: z.array(z.object({ title: z.string(), learner: z.string(), url: z.string() })),
})
export type StoryNote = Readonly<z.output<typeof StoryNote>>
export type SharedLink = Readonly<StoryNote['links'][number]>

const fileIn = (folder: string) => join(folder, 'demonstration.json')

/** Nothing where the file is missing or somebody has played with it: the demonstration does without. */
export async function readStoryNote(folder: string): Promise<StoryNote> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => '')
  try {
    return StoryNote.parse(JSON.parse(text))
  } catch {
    return { links: [] }
  }
}

/** Whole or not at all. */
export async function writeStoryNote(folder: string, note: StoryNote): Promise<void> {
  const draft = `${fileIn(folder)}.part`
  await writeFile(draft, `${JSON.stringify(note, undefined, 2)}\n`, { mode: 0o600 })
  await rename(draft, fileIn(folder))
}
