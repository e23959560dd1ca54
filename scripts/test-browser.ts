// The browser for the browser stories: Debian's chromium, installed where it is missing and the system allows it.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The stories look for the browser in this variable. */
const variable = 'TESTAMUR_CHROMIUM'

/** Sets TESTAMUR_CHROMIUM to a browser. Without one: false in CI, else a loud word, and the stories say that they were left out. */
export function findOrInstallBrowser(): boolean {
  const browser = find() ?? (installByApt() ? find() : undefined)
  if (browser) {
    process.env[variable] = browser
    console.log(`Using ${browser}`)
    return true
  }
  console.error(
    `\n  !!! No Chromium here, and it could not be installed. THE BROWSER STORIES WILL NOT RUN.\n  !!! Install it (Debian: apt-get install chromium) or name one in ${variable}.\n`,
  )
  return !process.env.CI
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function find(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [process.env[variable], ...folders.flatMap((folder) => names.map((name) => join(folder, name)))]
  return candidates.find((file) => file && isProgram(file))
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installByApt(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing Chromium with apt-get …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: readonly string[]) =>
    spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  const install = () => apt('install', '--yes', '--no-install-recommends', 'chromium')
  return install() || (apt('update') && install())
}
