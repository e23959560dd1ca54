// The signal that a document leaves the subset compiled here. It never leaves this room: the reference is asked instead, and its answer counts.

const name = 'Unsupported'

/** Gives up on the compiled path. Never a refusal: what is wrong with a document, if anything, is for the reference to say. */
export function unsupported(why: string): never {
  const signal = new Error(why)
  signal.name = name
  throw signal
}

/** What the work comes to; `undefined` when it gives up. */
export function unlessUnsupported<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && error.name === name) return undefined
    throw error
  }
}
