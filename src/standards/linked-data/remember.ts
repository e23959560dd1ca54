// Memories that do not grow for ever.

const mostRemembered = 64

/** Forgets everything when full: somebody who fills a memory on purpose gains nothing by a finer rule. */
export function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value, most = mostRemembered): Value {
  if (memory.size >= most) memory.clear()
  memory.set(key, value)
  return value
}
