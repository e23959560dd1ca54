// What a stranger's link may make us read of ourselves.
import assert from 'node:assert/strict'
import test from 'node:test'
import { opensForStrangers } from './own-doors.ts'

const cases: readonly [method: string, path: string, opens: boolean][] = [
  ['GET', '/o/north/did.json', true],
  ['GET', '/status/sl_1', true],
  ['GET', '/achievements/dv_1/image.png', true],
  ['GET', '/c/token', true],
  ['GET', '/credentials/crd_1', true],
  ['POST', '/c/token', false],
  ['HEAD', '/c/token', false],
  ['GET', '/', false],
  ['GET', '/o/north', false],
  ['GET', '/o/north/did.json/more', false],
  ['GET', '/v1/session', false],
  ['GET', '/v1/demonstration/mails', false],
  ['GET', '/c/../v1/session', false],
  ['GET', '/c/%2e%2e/v1/session', false],
  ['GET', '/demonstration/mails?/c/x', false],
]

for (const [method, path, opens] of cases)
  test(`${method} ${path} is ${opens ? 'open' : 'closed'} to a stranger's link`, () => {
    assert.equal(opensForStrangers(new Request(`https://a.org${path}`, { method })), opens)
  })
