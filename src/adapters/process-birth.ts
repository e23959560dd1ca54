// Tells one process from a later one that was given the same number.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** When the process was born, as an opaque text; `undefined` if no such process is alive. A process that only waits to be buried is dead. */
export async function birthOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return birthByPs(pid)
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name in brackets may itself hold blanks and brackets. After it: state, then 18 more fields up to the start in clock ticks since boot.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, born] = [fields?.[0], fields?.[19]]
  if (!state || !born || 'ZX'.includes(state)) return undefined
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return `${boot.trim()}/${born}`
}

async function birthByPs(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)], {
      env: { LC_ALL: 'C', PATH: '/bin:/usr/bin' },
    })
    return stdout.trim() || undefined
  } catch {
    return undefined
  }
}
