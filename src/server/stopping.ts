// Stopping when asked to: by Ctrl-C, by the system, or because the terminal went away.

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

// One Ctrl-C can arrive twice: from the terminal, and passed on by the process that started us.
const sameRequest = 1000

export type Stopping = Readonly<{
  /** To be closed when the process stops; what was opened last is closed first. */
  closeAtEnd: (close: () => Promise<unknown>) => void
  /** Closes everything and ends the process with this exit code, or with 1 if closing fails. */
  end: (code: number) => Promise<never>
}>

/**
 * Ends the process in good order at the first signal, with exit code 0. A second request, more than a second later, ends it at once:
 * nothing is lost by that, it only takes the next start a little longer. Call it before anything is opened.
 */
export function stopWhenAsked(): Stopping {
  const closers: (() => Promise<unknown>)[] = []
  let ending: Promise<never> | undefined
  const end = (code: number) => {
    ending ??= closeAll(closers).then((failed) => process.exit(failed ? 1 : code))
    return ending
  }
  let asked: number | undefined
  const onSignal = () => {
    const now = performance.now()
    if (asked !== undefined && now - asked > sameRequest) process.exit(130)
    asked ??= now
    void end(0)
  }
  for (const signal of signals) process.on(signal, onSignal)
  return { closeAtEnd: (close) => closers.push(close), end }
}

/** Every one gets its turn, whatever happens to the others. Answers whether any failed. */
async function closeAll(closers: readonly (() => Promise<unknown>)[]): Promise<boolean> {
  let failed = false
  for (const close of closers.toReversed()) {
    try {
      await close()
    } catch (error) {
      failed = true
      console.error(error)
    }
  }
  return failed
}
