// The address of a list says all there is to know about it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changed, sortOf } from './address.ts'
import { readCookie, writeCookie } from './cookie.ts'
import { localPath } from './local-path.ts'
import { localeOf, timeZoneOf } from './locale.ts'

const search = new URLSearchParams('state=ready&after=enr_5&sort=-issued')

test('a minus before the name of a column means largest first', () => {
  assert.deepEqual(sortOf(search), { key: 'issued', direction: 'descending' })
  assert.deepEqual(sortOf(new URLSearchParams('sort=name')), { key: 'name', direction: 'ascending' })
  assert.equal(sortOf(new URLSearchParams()), undefined)
})

test('another filter starts at the first page, opening a row stays on this one', () => {
  assert.equal(changed(search, { state: 'held' }), '?state=held&sort=-issued')
  assert.equal(changed(search, { open: 'enr_7' }), '?state=ready&after=enr_5&sort=-issued&open=enr_7')
  assert.equal(changed(search, { state: undefined }), '?sort=-issued')
})

test('a return address never leads to another site', () => {
  assert.equal(localPath('/o/harbour?tab=people'), '/o/harbour?tab=people')
  for (const hostile of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/a\r\nb', null, 7])
    assert.equal(localPath(hostile), '/')
})

const asking = (headers: Record<string, string>) => new Request('http://localhost/', { headers })

test('the language is the one chosen, else the one the browser wants most, else English', () => {
  assert.equal(localeOf(asking({ cookie: 'a=b; locale=ar', 'accept-language': 'en' })), 'ar')
  assert.equal(localeOf(asking({ 'accept-language': 'fr, en;q=0.5, ar-EG;q=0.8' })), 'ar')
  assert.equal(localeOf(asking({ 'accept-language': 'fr, ar;q=0' })), 'en')
  assert.equal(localeOf(asking({ cookie: 'locale=__proto__' })), 'en')
})

test('a time zone that does not exist is not believed', () => {
  assert.equal(timeZoneOf(asking({ cookie: 'zone=Asia%2FRiyadh' })), 'Asia/Riyadh')
  assert.equal(timeZoneOf(asking({ cookie: 'zone=Moon%2FBase' })), 'UTC')
})

test('what is written into a cookie comes out again, and broken ones are as good as none', () => {
  const written = writeCookie('flash', '{"a":"b; c=d"}', 60)
  assert.equal(readCookie(written.split(';')[0] ?? '', 'flash'), '{"a":"b; c=d"}')
  assert.equal(readCookie('flash=%E0%A4%A', 'flash'), undefined)
})
