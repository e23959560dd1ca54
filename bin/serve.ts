// Serves Testamur: configuration, data folder, database, door and screens; prints where to look; ends in good order.
import './production.ts'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#kernel/refusal.ts'
import { readConfig } from '#server/config.ts'
import { openFromConfig } from '#server/from-config.ts'
import { listen, refuseTakenPort } from '#server/listen.ts'
import { log } from '#server/log.ts'
import { stopWhenAsked } from '#server/stopping.ts'
import { storyClock } from '#server/story-clock.ts'
import { resumeClock } from '#server/story-ground.ts'
import { readStoryNote } from '#server/story-note.ts'
import { mountScreens } from '#server/web.ts'
import { welcome } from '#server/welcome.ts'
import { tellStoryOnce } from './tell-story.ts'

const stopping = stopWhenAsked()
const read = readConfig(process.env, { cores: availableParallelism(), folder: process.cwd() })
for (const warning of read.warnings) console.warn(warning)

if ('problems' in read) {
  for (const problem of read.problems) console.error(problem)
  process.exitCode = 1
} else {
  await serve(read.config).catch(async (error: unknown) => {
    console.error(error instanceof Refusal ? error.detail : error)
    await stopping.end(1)
  })
}

async function serve(config: Extract<typeof read, { config: object }>['config']) {
  const logger = log(config.logLevel)
  const clock = storyClock()
  if (config.demo) await resumeClock(clock, config.dataFolder)
  const opened = await openFromConfig(config, {
    clock: clock.now,
    onFault: (error, where) => logger.fault(error, where),
    onLog: (line) => logger.debug(line),
  })
  stopping.closeAtEnd(opened.close)
  void opened.database.ended.then(() => stopping.end(1))
  const { testamur } = opened
  await mountScreens({ ...testamur, origins: [config.origin, ...config.originAliases] }, join(import.meta.dirname, '..'))
  // the story freezes the origin, so nobody should have to choose another port after it
  await refuseTakenPort(config)
  await tellOrStop({ opened, config, clock })
  const { port, close } = await listen(testamur, config)
  stopping.closeAtEnd(close)
  await opened.folder.announce({ origin: config.origin, token: opened.operatorToken })
  console.log(
    await welcome(testamur, {
      origin: config.origin,
      port,
      demonstration: config.demo,
      shared: (await readStoryNote(opened.folder.path)).links,
    }),
  )
}

/** Asked to stop in the middle of it, the story ends first and the rest closes after it. */
async function tellOrStop(asked: Omit<Parameters<typeof tellStoryOnce>[0], 'stopAsked'>) {
  const stop = new AbortController()
  const telling = tellStoryOnce({ ...asked, stopAsked: stop.signal })
  stopping.closeAtEnd(async () => {
    stop.abort()
    await telling.catch(() => {})
  })
  await telling.catch((error: unknown) => (stop.signal.aborted ? stopping.end(0) : Promise.reject(error)))
}
