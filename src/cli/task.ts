// What every command does around its own work: connect, tell what went wrong in sentences, and close cleanly.
import { Command } from 'commander'
import { type Connection, connect } from './connection.ts'
import type { PlaceAsked } from './place.ts'
import { isStop, problemLines } from './problem-words.ts'
import { type Screen, screenOn } from './screen.ts'
import type { Surroundings } from './surroundings.ts'

export type Task = Readonly<{ connection: Connection; screen: Screen; stopAsked: AbortSignal }>

export type CommonOptions = PlaceAsked & Readonly<{ json?: boolean }>

/** Commands hand over their exit code; 0 where they hand over none. */
export type Finish = (exitCode: number) => void

export const stopped = 130

/** A command with the options that all of them share, and an example at the end of its help. */
export const commandWith = (usage: string, does: string, example: string): Command =>
  new Command(usage)
    .description(does)
    .option('--json', 'one JSON object on standard output, and nothing else')
    .addHelpText('after', `\nExample:\n  ${example.split('\n').join('\n  ')}`)

export const withPlace = (command: Command): Command =>
  command
    .option('--server <url>', 'a server to talk to (or TESTAMUR_SERVER)')
    .option('--token <token>', 'lets us in there (or TESTAMUR_TOKEN)')
    .option('--data <folder>', 'the data folder to work in: ./data unless said here or in TESTAMUR_DATA')

export async function perform(
  surroundings: Surroundings,
  finish: Finish,
  options: CommonOptions,
  // biome-ignore lint/suspicious/noConfusingVoidType: a command without an exit code of its own simply ends
  work: (task: Task) => Promise<number | void>,
  { mayBegin = false } = {},
): Promise<void> {
  await reporting(surroundings, finish, options, async (screen) => {
    const { stopAsked } = surroundings
    const connection = await connect(surroundings, screen, options, { mayBegin })
    try {
      stopAsked.throwIfAborted()
      return await work({ connection, screen, stopAsked })
    } finally {
      await connection.close()
    }
  })
}

/** Every failure becomes sentences on standard error and exit code 1; being stopped, 130. */
export async function reporting(
  surroundings: Surroundings,
  finish: Finish,
  { json = false }: CommonOptions,
  // biome-ignore lint/suspicious/noConfusingVoidType: as above
  work: (screen: Screen) => Promise<number | void>,
): Promise<void> {
  const screen = screenOn(surroundings, json)
  try {
    finish((await work(screen)) ?? 0)
  } catch (error) {
    if (surroundings.stopAsked.aborted || isStop(error)) {
      screen.note('Stopped.')
      return finish(stopped)
    }
    for (const line of problemLines(error)) screen.note(line)
    finish(1)
  }
}
