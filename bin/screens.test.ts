// When `npm start` builds the screens anew.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test, { after } from 'node:test'
import { buildScreens, digestOf } from './screens.ts'

const folder = mkdtempSync(join(tmpdir(), 'testamur-screens-'))
after(() => rmSync(folder, { recursive: true }))

function write(file: string, text: string): string {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
  return digestOf(folder)
}

test('a project without screens has nothing to build', () => {
  assert.equal(buildScreens(folder), true)
})

test('the digest changes with every source of the screens, and with nothing else', () => {
  const first = write('web/routes/home.tsx', 'one')
  assert.notEqual(write('web/routes/home.tsx', 'two'), first)
  assert.equal(write('web/routes/home.tsx', 'one'), first)
  assert.equal(write('web/routes/home.test.ts', 'a test'), first)
  assert.equal(write('src/adapters/smtp.ts', 'the server'), first)
  assert.notEqual(write('src/domain/issuing/rules.ts', 'a rule that the screens read'), first)
})

test('a build that fails is reported, and is tried again at the next start', () => {
  write('web/root.tsx', 'no screen')
  assert.equal(buildScreens(folder), false)
  assert.equal(buildScreens(folder), false)
})
