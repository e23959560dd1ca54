// Serves Testamur: configuration, data folder, database, door and screens; prints where to look; ends in good order.
import './production.ts'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#kernel/refusal.ts'
import { readConfig } from '#server/config.ts'
import { openFromConfig } from '#server/from-config.ts'
import { listen } from '#server/listen.ts'
import { log } from '#server/log.ts'
import { stopWhenAsked } from '#server/stopping.ts'
import { mountScreens } from '#server/web.ts'
import { welcome } from '#server/welcome.ts'

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
  const opened = await openFromConfig(config, {
    onFault: (error, where) => logger.fault(error, where),
    onLog: (line) => logger.debug(line),
  })
  stopping.closeAtEnd(opened.close)
  void opened.database.ended.then(() => stopping.end(1))
  const { testamur } = opened
  await mountScreens({ ...testamur, origins: [config.origin, ...config.originAliases] }, join(import.meta.dirname, '..'))
  const { port, close } = await listen(testamur, config)
  stopping.closeAtEnd(close)
  await opened.folder.announce({ origin: config.origin, token: opened.operatorToken })
  console.log(await welcome(testamur, { origin: config.origin, port, demonstration: config.demo }))
}
