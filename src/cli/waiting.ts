// Waiting for what happens in the background, looking often enough for whoever watches.
import { setTimeout as wait } from 'node:timers/promises'

const between = 300

/** Looks until `isOver`; each look is shown. Throws an `AbortError` when asked to stop. */
export async function waitFor<T>({
  look,
  isOver,
  show,
  stopAsked,
}: {
  look: () => Promise<T>
  isOver: (seen: T) => boolean
  show: (seen: T) => void
  stopAsked: AbortSignal
}): Promise<T> {
  for (;;) {
    stopAsked.throwIfAborted()
    const seen = await look()
    show(seen)
    if (isOver(seen)) return seen
    await wait(between, undefined, { signal: stopAsked })
  }
}
