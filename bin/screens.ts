// Builds the screens when their sources have changed since the last build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the built screens depend on: themselves, the floors that they may import, and how they are built. */
const sources = [
  'web',
  'src/kernel',
  'src/standards',
  'src/domain',
  'src/sdk',
  'vite.config.ts',
  'react-router.config.ts',
  'package-lock.json',
]

/** Builds unless nothing changed. Answers whether the screens are as their sources say; true where there are no screens at all. */
export function buildScreens(folder: string = join(import.meta.dirname, '..')): boolean {
  if (!existsSync(join(folder, 'web', 'root.tsx'))) return true
  const stamp = join(folder, 'build', '.sources')
  const now = digestOf(folder)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return true
  console.log('Building the screens …')
  const began = performance.now()
  rmSync(stamp, { force: true })
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'node_modules/@react-router/dev/bin.cjs'), 'build'],
    {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
    },
  )
  if (status !== 0) {
    console.error(`${stdout}${stderr}\nThe screens could not be built.`)
    return false
  }
  writeFileSync(stamp, now)
  console.log(`Built the screens in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  return true
}

/** A digest of the names and contents of everything that goes into the build; tests do not. */
export function digestOf(folder: string): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesBelow(folder, source)))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0')
  return hash.digest('hex')
}

function filesBelow(folder: string, source: string): string[] {
  const path = join(folder, source)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return /\.test\.tsx?$/.test(source) ? [] : [source]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(folder, `${source}/${name}`))
}
