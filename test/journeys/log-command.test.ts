// `testamur log verify` on saved files: no server, no database, and nothing believed but the key.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { tilePath } from '../../src/standards/log/tile-path.ts'
import { tilesIn } from '../../src/standards/log/tiles.ts'
import { issuedWorld, recordedMany } from '../log-steps.ts'
import { origin, theHouse } from '../world.ts'

const house = await theHouse()
const folder = await mkdtemp(join(tmpdir(), 'testamur-log-'))
after(() => rm(folder, { recursive: true, force: true }))

async function save(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), content)
}

const saveFromLog = async (path: string, name: string) =>
  save(name, await (await house.call(new Request(`${origin}/log/${path}`))).bytes())

async function verified(...words: string[]) {
  const script = join(import.meta.dirname, '../../bin/testamur.ts')
  const child = spawn(process.execPath, [script, 'log', 'verify', ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
  const [code] = await once(child, 'close')
  return { code, out }
}

before(async () => {
  const here = await issuedWorld()
  const id = here.first.id
  const document = await (await here.rita.issuing.downloadCredential({ id })).text()
  await save('credential.json', document)
  await save('credential.png', await (await here.rita.issuing.downloadCredential({ id, format: 'png' })).bytes())
  await save('altered.json', document.replace('Module', 'Course'))
  await save('proof.json', JSON.stringify(await here.rita.issuing.readLogProof({ id })))
  await saveFromLog('key', 'key.txt')
  await saveFromLog('checkpoint', 'earlier.txt')
  await recordedMany(here, 300)
  await house.extendLog()
  await saveFromLog('checkpoint', 'copy/checkpoint')
  const note = await (await house.call(new Request(`${origin}/log/checkpoint`))).text()
  for (const tile of tilesIn(Number(note.split('\n')[1]))) await saveFromLog(tilePath(tile), `copy/${tilePath(tile)}`)
  await save('forged.txt', note.replace(/\n\d+\n/, '\n5\n'))
})

test('a proof, the credential as it was downloaded, and the key of the log are enough', async () => {
  for (const file of ['credential.json', 'credential.png']) {
    const { code, out } = await verified(file, '--proof', 'proof.json', '--key', 'key.txt')
    assert.equal(code, 0, out)
    assert.match(out, /It is in the log, at position \d+ of \d+\n.*this very credential\nIt holds\./)
  }
})

test('a credential that was altered is not the one that was recorded', async () => {
  const { code, out } = await verified('altered.json', '--proof', 'proof.json', '--key', 'key.txt')
  assert.equal(code, 1, out)
  assert.match(out, /was changed since/)
})

test('without the key nobody knows who signed, and that is said', async () => {
  const { code, out } = await verified('credential.json', '--proof', 'proof.json')
  assert.equal(code, 2, out)
  assert.match(out, /give the log’s key with --key/)
})

test('from the checkpoint that was kept to the one of today the log has only grown', async () => {
  const grown = await verified('--checkpoint', 'earlier.txt', 'copy/checkpoint', '--log', 'copy', '--key', 'key.txt')
  assert.equal(grown.code, 0, grown.out)
  assert.match(grown.out, /From \d+ to \d+ entries the log has only grown/)
  const proofToo = await verified('--proof', 'proof.json', '--checkpoint', 'copy/checkpoint', '--log', 'copy', '--key', 'key.txt')
  assert.equal(proofToo.code, 0, proofToo.out)
  const alone = await verified('--checkpoint', 'earlier.txt', '--log', 'copy', '--key', 'key.txt', '--json')
  assert.equal(JSON.parse(alone.out).verdict, 'trusted')
})

test('a forged checkpoint is found out, and without tiles nothing is said about what lies between', async () => {
  const forged = await verified('--checkpoint', 'forged.txt', 'copy/checkpoint', '--log', 'copy', '--key', 'key.txt')
  assert.equal(forged.code, 1, forged.out)
  assert.match(forged.out, /signature of this checkpoint .* does not hold[\s\S]*it was rewritten/)
  const { code, out } = await verified('--checkpoint', 'earlier.txt', 'copy/checkpoint', '--key', 'key.txt')
  assert.equal(code, 2, out)
})
