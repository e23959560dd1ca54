// What the demonstration story stands on besides the API: its people, its clock, its mark in the database, and the links kept in the data folder.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import * as z from 'zod'
import { addToCast } from '#domain/people/people.ts'
import type { StoryClock } from './story-clock.ts'
import type { Testamur } from './testamur.ts'

const Links = z.array(z.object({ title: z.string(), learner: z.string(), url: z.string() }))
export type SharedLink = Readonly<z.output<typeof Links>[number]>

/** `folder` is the data folder: a link is shown once, so the demonstration remembers its own there. */
export function storyGround({ world, call }: Pick<Testamur, 'world' | 'call'>, clock: StoryClock, folder: string) {
  const asInstallation = () => world.ctx({ scope: 'installation', actor: { id: 'system', may: () => true } })
  return {
    call: (request: Request) => call(request),
    moveClock: clock.moveTo,
    addToCast: (person: { name: string; email: string }) => addToCast(asInstallation(), person),
    links: () => readLinks(folder),
    keepLinks: (links: readonly SharedLink[]) => writeLinks(folder, links),
    /** The moment before which the story happened; nothing while it was not told to its end. */
    toldBefore: async (): Promise<Date | undefined> => {
      const { db } = asInstallation()
      const { story_anchor } = await db.selectFrom('installation').select('story_anchor').executeTakeFirstOrThrow()
      return story_anchor ?? undefined
    },
    markTold: async (anchor: Date): Promise<void> => {
      await sql`update installation set story_anchor = ${anchor}`.execute(asInstallation().db)
    },
  }
}

const fileIn = (folder: string) => join(folder, 'demonstration.json')

/** None where the file is missing or somebody has played with it: they are a convenience. */
export async function readLinks(folder: string): Promise<SharedLink[]> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => '[]')
  try {
    return Links.parse(JSON.parse(text))
  } catch {
    return []
  }
}

async function writeLinks(folder: string, links: readonly SharedLink[]): Promise<void> {
  const draft = `${fileIn(folder)}.part`
  await writeFile(draft, `${JSON.stringify(links, undefined, 2)}\n`, { mode: 0o600 })
  await rename(draft, fileIn(folder))
}
