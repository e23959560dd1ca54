// What goes on behind the door: jobs from the queue, events given their places, the transparency log, and the sweeping once a day.
import type { AnyJob, Queue, Queued } from '#adapters/jobs.ts'
import type { Pools } from '#adapters/postgres.ts'
import { startSequencer } from '#adapters/sequencer.ts'
import { sweep } from '#domain/intake/intake.ts'
import { listAll } from '#domain/organisations/organisations.ts'
import type { Actor } from '#ports/ctx.ts'
import { startDaily } from './daily.ts'
import { keepLog } from './log-keeper.ts'
import type { Setting } from './setting.ts'
import { asInstallation, type World } from './world.ts'

export type Background = Readonly<{
  /** Places all events now, instead of within a second. */
  placeEvents: () => Promise<void>
  /** Extends the transparency log now, instead of within a second. */
  extendLog: () => Promise<void>
  /** Waits for what is under way. */
  stop: () => Promise<void>
}>

type Standing = Readonly<{ world: World; pools: Pools; queue: Queue; onFault: Setting['onFault'] }>

export async function startBackground({ world, pools, queue, onFault }: Standing): Promise<Background> {
  const telling = (where: string) => (error: unknown) => onFault(error, where)
  const sequencer = startSequencer({ bulkPool: pools.bulk, everyMs: 1000, onError: telling('sequencer') })
  const log = keepLog({ asInstallation: () => asInstallation(world), everyMs: 1000, onError: telling('transparency log') })
  await queue.work((job, queued) => runJob(world, job, queued))
  const daily = startDaily(() => sweepAll(world), telling('sweep'))
  return {
    placeEvents: async () => {
      await sequencer.placeNow()
    },
    extendLog: log.extendNow,
    async stop() {
      await daily.stop()
      await queue.stop()
      await sequencer.stop()
      await log.stop()
    },
  }
}

async function runJob(world: World, job: AnyJob, { scope, actor, input }: Queued): Promise<void> {
  // whoever queued it was allowed to; the queue's own rows say who that was
  const who: Actor = { id: actor as Actor['id'], may: () => true }
  await job.run(world.ctx({ scope, actor: who }), job.takes.parse(input))
}

async function sweepAll(world: World): Promise<void> {
  const ctx = asInstallation(world)
  const organisations = await listAll(ctx)
  await sweep(
    ctx,
    organisations.map(({ id }) => id),
  )
}
