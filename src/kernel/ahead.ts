// Reading ahead: while one thing is used, the next ones are made ready.

/**
 * The same things in the same order, up to `most` of them fetched before they are asked for. What the source throws is thrown where it
 * would have been read. Whoever stops reading stops the source.
 */
export async function* ahead<T>(source: AsyncIterable<T>, most: number): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  const fetched: Promise<IteratorResult<T>>[] = []
  const fetch = () => {
    const next = iterator.next()
    // an error is met when its turn comes
    next.catch(() => {})
    fetched.push(next)
  }
  try {
    for (let count = 0; count < most; count += 1) fetch()
    for (;;) {
      const next = await fetched.shift()
      if (!next || next.done) return
      fetch()
      yield next.value
    }
  } finally {
    await iterator.return?.()
  }
}
