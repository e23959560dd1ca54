// Keeps the transparency log up to date: about once a second, and once more at the end.
import { extendLog } from '#domain/trust/trust.ts'
import type { Ctx } from '#ports/ctx.ts'

export type LogKeeper = Readonly<{
  /** Extends the log by everything recorded before the call. */
  extendNow: () => Promise<void>
  /** Extends the log a last time. */
  stop: () => Promise<void>
}>

/** `asInstallation` gives a ctx of the moment. What goes wrong goes to `onError`, and is tried again at the next turn. */
export function keepLog(asked: { asInstallation: () => Ctx; everyMs: number; onError: (error: unknown) => void }): LogKeeper {
  const { asInstallation, everyMs, onError } = asked
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false
  const extendNow = async () => {
    const turn = running.then(() => extendLog(asInstallation()))
    running = turn.catch(() => {})
    await turn
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const next = () => {
    // the pause comes after the work, so that turns never pile up
    if (!stopped) timer = setTimeout(() => extendNow().catch(onError).finally(next), everyMs)
  }
  next()
  return {
    extendNow,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await extendNow().catch(onError)
    },
  }
}
