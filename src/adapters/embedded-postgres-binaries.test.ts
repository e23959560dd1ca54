// The programs that npm brought run from where they are, and from a copy.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { copiedTo, inPlace, installedPackage } from './embedded-postgres-binaries.ts'

const parent = await mkdtemp(join(tmpdir(), 'testamur-binaries-'))
after(() => rm(parent, { recursive: true }))

const versionSaidBy = (program: string | undefined) => execFileSync(program ?? '', ['--version'], { encoding: 'utf8' })

/** What npm would bring: without links, because install scripts are off. */
async function freshPackage(name: string) {
  const { folder, version } = installedPackage()
  const copy = join(parent, name, 'native')
  await cp(folder, copy, { recursive: true, filter: (source) => !/\.(a|so|so\.60)$/.test(source) })
  return { folder: copy, version }
}

test('PostgreSQL 18 comes with its libraries linked, once and again', async () => {
  const brought = await freshPackage('brought')
  for (const binaries of [await inPlace(brought), await inPlace(brought)]) {
    assert.match(versionSaidBy(binaries?.postgres), /PostgreSQL\) 18\./)
    assert.match(versionSaidBy(binaries?.initdb), /PostgreSQL\) 18\./)
  }
})

test('a copy stands by itself, even if it was made from programs that were linked already', async () => {
  const brought = await freshPackage('linked')
  await inPlace(brought)
  const target = join(parent, 'copies')
  await mkdir(target)
  const binaries = await copiedTo(target, brought)
  await rm(brought.folder, { recursive: true })
  assert.match(versionSaidBy(binaries.postgres), /PostgreSQL\) 18\./)
  assert.deepEqual(await copiedTo(target, brought), binaries)
})
