// What the demonstration story stands on besides the API: its people, its clock, its mark in the database, and its note in the data folder.
import { sql } from 'kysely'
import { addToCast } from '#domain/people/people.ts'
import type { StoryClock } from './story-clock.ts'
import { readStoryNote, type SharedLink, writeStoryNote } from './story-note.ts'
import type { Testamur } from './testamur.ts'
import { asInstallation } from './world.ts'

/** To be called before the world is opened: what a killed telling left to do in the background is done at the moment where it was. */
export async function resumeClock(clock: StoryClock, folder: string): Promise<void> {
  const { telling } = await readStoryNote(folder)
  if (telling) clock.moveTo(telling.moment)
}

export function storyGround({ world, call }: Pick<Testamur, 'world' | 'call'>, clock: StoryClock, folder: string) {
  return {
    call: (request: Request) => call(request),
    addToCast: (person: { name: string; email: string }) => addToCast(asInstallation(world), person),
    /** The moment before which the story happens: that of the first start. */
    anchor: async (): Promise<Date> => (await readStoryNote(folder)).telling?.anchor ?? clock.now(),
    /** Forward only: a story told again stays at the moment it had come to, until it comes to a later one. */
    moveClock: async (moment: Date, anchor: Date): Promise<void> => {
      const note = await readStoryNote(folder)
      if (note.telling && note.telling.moment >= moment) return
      await writeStoryNote(folder, { ...note, telling: { anchor, moment } })
      clock.moveTo(moment)
    },
    links: async () => (await readStoryNote(folder)).links,
    keepLinks: async (links: readonly SharedLink[]) =>
      writeStoryNote(folder, { ...(await readStoryNote(folder)), links: [...links] }),
    isTold: async (): Promise<boolean> => {
      const { db } = asInstallation(world)
      const { story_anchor } = await db.selectFrom('installation').select('story_anchor').executeTakeFirstOrThrow()
      return story_anchor !== null
    },
    /** The mark first: killed in between, the note is only longer than it need be. */
    markTold: async (anchor: Date): Promise<void> => {
      await sql`update installation set story_anchor = ${anchor}`.execute(asInstallation(world).db)
      await writeStoryNote(folder, { links: (await readStoryNote(folder)).links })
    },
  }
}
