// Comparing fairly: every way of doing a thing gets its turn in every round, in one process, and the median round counts.

export type Way = () => unknown | Promise<unknown>

/** Microseconds of processor time for one call, by the name of the way: the median over the rounds. */
export async function compare<Name extends string>(
  ways: Readonly<Record<Name, Way>>,
  { rounds = 5, milliseconds = 400 }: { rounds?: number; milliseconds?: number } = {},
): Promise<Record<Name, number>> {
  const names = Object.keys(ways) as Name[] // the keys of a literal
  const calls = new Map<Name, number>()
  for (const name of names) calls.set(name, await callsWithin(ways[name], milliseconds))
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) taken.get(name)?.push(await timed(ways[name], calls.get(name) ?? 1))
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<Name, number>
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Warms the way up, and finds how often it can be called in the time of one round. */
async function callsWithin(way: Way, milliseconds: number): Promise<number> {
  for (let calls = 1; ; calls *= 2) {
    const each = await timed(way, calls)
    if (each * calls >= milliseconds * 500 || calls >= 1 << 20) return Math.max(1, Math.round((milliseconds * 1000) / each))
  }
}

/** Microseconds of processor time for a call. Ways that answer at once are not made to wait. */
async function timed(way: Way, calls: number): Promise<number> {
  const before = process.cpuUsage()
  for (let call = 0; call < calls; call += 1) {
    const answer = way()
    if (answer instanceof Promise) await answer
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / calls
}
