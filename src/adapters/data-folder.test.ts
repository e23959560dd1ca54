// One Testamur on one data folder, and a key that is made once.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { findServer, openDataFolder } from './data-folder.ts'

const parent = await mkdtemp(join(tmpdir(), 'testamur-data-'))
after(() => rm(parent, { recursive: true }))

let count = 0
const freshPath = () => join(parent, `data-${++count}`)
const origin = 'http://localhost:3000'
const open = (path: string) => openDataFolder({ path, origin, patience: 0 })

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

/** Another process that opens the folder and keeps it until it is killed. */
async function otherProcess(path: string) {
  const script = `const { openDataFolder } = await import(${JSON.stringify(new URL('./data-folder.ts', import.meta.url).href)})
    try { await openDataFolder({ path: ${JSON.stringify(path)}, origin: '${origin}', patience: 0 }); console.log('open') } catch (error) { console.log(error.code) }
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  after(() => child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  return { child, said: String(said).trim() }
}

test('a new data folder is for its owner only', async () => {
  const path = freshPath()
  const folder = await open(path)
  assert.equal(await modeOf(path), '700')
  await folder.release()
})

test('a folder in use is refused with a sentence that names the process and the address', async () => {
  const path = freshPath()
  const { child, said } = await otherProcess(path)
  assert.equal(said, 'open')
  await assert.rejects(open(path), {
    code: 'data_folder_in_use',
    detail: `Testamur is already running on this folder (process ${child.pid}, ${origin}).`,
  })
})

test('after a kill the folder can be opened again at once', async () => {
  const path = freshPath()
  const { child } = await otherProcess(path)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const folder = await open(path)
  await folder.release()
})

test('a folder that was given back can be opened again, by us and by others', async () => {
  const path = freshPath()
  await (await open(path)).release()
  await (await open(path)).release()
  assert.equal((await otherProcess(path)).said, 'open')
})

test('a process that got the number of a dead holder is not taken for it', async () => {
  const path = freshPath()
  await mkdir(path)
  const holder = { pid: process.ppid, birth: 'of another process', origin, released: false }
  await writeFile(join(path, 'in-use.4'), JSON.stringify(holder))
  await (await open(path)).release()
})

test('of many that come at once after a kill, one gets the folder', async () => {
  const path = freshPath()
  await mkdir(path)
  await writeFile(join(path, 'in-use.7'), JSON.stringify({ pid: 1, birth: 'long ago', origin, released: false }))
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => open(path)))
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('a start waits for a holder that is just stopping', async () => {
  const path = freshPath()
  const first = await open(path)
  const second = openDataFolder({ path, origin, patience: 60_000 })
  await first.release()
  await (await second).release()
})

test('a folder that cannot be made is refused with a sentence', async () => {
  const file = join(parent, 'a-file')
  await writeFile(file, '')
  await assert.rejects(open(join(file, 'data')), {
    code: 'data_folder_closed',
    detail: /cannot be made or written to \(ENOTDIR\).*TESTAMUR_DATA/,
  })
})

test('the key is 32 bytes, made once, readable by its owner only', async () => {
  const path = freshPath()
  const folder = await open(path)
  const key = await folder.key()
  assert.equal(key.length, 32)
  assert.deepEqual(await folder.key(), key)
  await folder.release()
  const again = await open(path)
  assert.deepEqual(await again.key(), key)
  assert.equal(await modeOf(join(path, 'installation.key')), '600')
  assert.notDeepEqual(await (await open(freshPath())).key(), key)
})

test('a lost or spoilt key is refused, never made anew over a database that needs the old one', async () => {
  const path = freshPath()
  const folder = await open(path)
  await mkdir(folder.database)
  await assert.rejects(folder.key(), { code: 'installation_key_missing' })
  await writeFile(join(path, 'installation.key'), 'AAAA\n')
  await assert.rejects(folder.key(), { code: 'installation_key_spoilt' })
  assert.equal(await readFile(join(path, 'installation.key'), 'utf8'), 'AAAA\n')
})

test('the command line finds the server that runs on a folder, and no other', async () => {
  const path = freshPath()
  const folder = await open(path)
  assert.equal(await findServer(path), undefined)
  await folder.announce({ origin, token: 'hush' })
  assert.deepEqual(await findServer(path), { pid: process.pid, origin, token: 'hush' })
  assert.equal(await modeOf(join(path, 'server.json')), '600')
  await folder.release()
  assert.equal(await findServer(path), undefined)
  assert.deepEqual((await readdir(path)).sort(), ['in-use.1'])
})
