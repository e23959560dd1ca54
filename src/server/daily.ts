// What is done once a day, the first time at the start. What goes wrong is told, and tried again the next day.

export type Daily = Readonly<{
  /** Waits for what is under way. */
  stop: () => Promise<void>
}>

const day = 24 * 60 * 60 * 1000

export function startDaily(work: () => Promise<void>, onError: (error: unknown) => void): Daily {
  let running = work().catch(onError)
  const timer = setInterval(() => {
    running = running.then(work).catch(onError)
  }, day)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
