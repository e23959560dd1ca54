// For how long a stranger's answer is kept.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshFor, keptAnswers } from './kept-answers.ts'

const cases: readonly (readonly [status: number, headers: Record<string, string>, seconds: number])[] = [
  [200, {}, 0],
  [200, { 'cache-control': 'max-age=60' }, 60],
  [200, { 'cache-control': 'Public, Max-Age="60"' }, 60],
  [200, { 'cache-control': 'max-age=60, s-maxage=10' }, 10],
  [200, { 'cache-control': 'max-age=60', age: '50' }, 10],
  [200, { 'cache-control': 'max-age=60', age: '70' }, 0],
  [200, { 'cache-control': 'max-age=31536000, immutable' }, 300],
  [200, { 'cache-control': 'max-age=60, no-store' }, 0],
  [200, { 'cache-control': 'max-age=60, private' }, 0],
  [200, { 'cache-control': 'no-cache, max-age=60' }, 0],
  [200, { 'cache-control': 'max-age=-1' }, 0],
  [200, { 'cache-control': 'max-age=soon' }, 0],
  [200, { 'cache-control': 'max-age=60', vary: 'Accept, Accept-Encoding' }, 60],
  [200, { 'cache-control': 'max-age=60', vary: 'Cookie' }, 0],
  [200, { 'cache-control': 'max-age=60', vary: '*' }, 0],
  [301, { 'cache-control': 'max-age=60' }, 60],
  [302, { 'cache-control': 'max-age=60' }, 0],
  [404, { 'cache-control': 'max-age=60' }, 0],
  [500, { 'cache-control': 'max-age=60' }, 0],
]

test('an answer is kept as long as it says, five minutes at most, and only where anybody may have it', () => {
  for (const [status, headers, seconds] of cases)
    assert.equal(freshFor({ status, headers: new Headers(headers) }), seconds, `${status} ${JSON.stringify(headers)}`)
})

const page = (bytes: number) => ({
  status: 200,
  type: '',
  body: new Uint8Array(bytes),
  headers: new Headers({ 'cache-control': 'max-age=60' }),
})

test('of too many answers the one not asked for longest is forgotten', () => {
  const kept = keptAnswers(() => 0)
  for (let n = 0; n < 200; n++) kept.put(`https://a.test/${n}`, '*/*', page(1))
  assert.ok(kept.get('https://a.test/0', '*/*'))
  kept.put('https://a.test/200', '*/*', page(1))
  assert.ok(kept.get('https://a.test/0', '*/*'))
  assert.equal(kept.get('https://a.test/1', '*/*'), undefined)
})

test('all answers together stay below 32 megabytes, also when some are kept anew', () => {
  const kept = keptAnswers(() => 0)
  const twoMegabytes = page(2 * 1024 * 1024)
  for (let round = 0; round < 3; round++) for (let n = 0; n < 16; n++) kept.put(`https://a.test/${n}`, '*/*', twoMegabytes)
  for (let n = 0; n < 16; n++) assert.ok(kept.get(`https://a.test/${n}`, '*/*'), String(n))
  kept.put('https://a.test/16', '*/*', page(1))
  assert.equal(kept.get('https://a.test/0', '*/*'), undefined)
  assert.ok(kept.get('https://a.test/1', '*/*'))
})
