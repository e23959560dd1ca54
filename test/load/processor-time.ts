// Processor time, of this process with all its threads and of the PostgreSQL below it; from /proc, so on Linux.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export type ProcessorTime = Readonly<{ own: number; postgres: number }>

/** In milliseconds since the start of each. */
export const processorTime = (): ProcessorTime => {
  const { user, system } = process.cpuUsage()
  return { own: (user + system) / 1000, postgres: ofDescendants(process.pid) }
}

export const since = (before: ProcessorTime): ProcessorTime => {
  const now = processorTime()
  return { own: now.own - before.own, postgres: now.postgres - before.postgres }
}

const ticks = 1000 / Number(execFileSync('getconf', ['CLK_TCK']))

/** Of all that run below a process, and of those of them that have ended. */
function ofDescendants(ancestor: number): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? [])
  const children = Map.groupBy(all, ({ parent }) => parent)
  const below = (pid: number): number => (children.get(pid) ?? []).reduce((sum, child) => sum + child.time + below(child.pid), 0)
  return below(ancestor)
}

/** proc(5): fields 14 to 17 of `stat`, utime, stime, cutime and cstime; the name before them may hold anything but a last `)`. */
function statOf(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
    return { pid, parent: fields[1] ?? 0, time: (user + system + childUser + childSystem) * ticks }
  } catch {
    // it ended while we looked
    return undefined
  }
}
