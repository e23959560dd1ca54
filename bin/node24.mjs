// Runs a script under Node 24: in this very process when it is new enough, else in a child under the Node that npm installed.
// Plain JavaScript for Node 20, because it runs before anything newer is at hand.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Calls `main` under Node 24. Under an older Node the script at `url` is run again by the installed Node 24 instead; signals are
 * passed on to it, and its exit code becomes ours.
 */
export async function underNode24(url, main) {
  if (majorOf(process.versions.node) >= 24) {
    stopWhenParentIsGone()
    await main()
    return
  }
  const node = installedNode()
  if (!node) {
    console.error(
      `Testamur needs Node 24, this is Node ${process.versions.node}, and npm could not bring one for ` +
        `${process.platform} on ${process.arch}. Install Node 24 from https://nodejs.org and try again.`,
    )
    process.exitCode = 1
    return
  }
  await continueUnder(node, fileURLToPath(url))
}

const majorOf = (version) => Number(version.split('.')[0])

/** The Node 24 that npm installed for this machine, if there is one. */
function installedNode() {
  const node = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  return existsSync(node) ? node : undefined
}

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

function continueUnder(node, script) {
  const child = spawn(node, [...process.execArgv, script, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of passedOn) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`Node 24 at ${node} could not be started: ${error.message}`)
      process.exitCode = 1
      resolve()
    })
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
      resolve()
    })
  })
}

// When the parent is killed outright it can pass nothing on; the closed channel tells us, and we stop as if asked to.
function stopWhenParentIsGone() {
  if (!process.channel) return
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
