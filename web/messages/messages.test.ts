// Both languages say everything, and every message can be spoken.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createTranslator } from 'use-intl/core'

type Tree = { [key: string]: string | Tree }

const languages = ['en', 'ar'] as const
const areas = readdirSync(new URL('en/', import.meta.url))
const read = (language: string, area: string): Tree =>
  JSON.parse(readFileSync(new URL(`${language}/${area}`, import.meta.url), 'utf8'))

const flat = (tree: Tree, at = ''): [key: string, message: string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[at + key, value]] : flat(value, `${at}${key}.`)))

/** The names a message is filled with: `{count, plural, …}` and `{name}`, but not the branches of a plural. */
const fills = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ''))].filter((name) => !/^\d/.test(name)).sort()

test('every area that one language has, the other has too', () => {
  assert.deepEqual(readdirSync(new URL('ar/', import.meta.url)), areas)
})

test('every area is in the catalogue of its language', () => {
  for (const language of languages) {
    const catalogue = readFileSync(new URL(`${language}.ts`, import.meta.url), 'utf8')
    for (const area of areas) assert.ok(catalogue.includes(`'./${language}/${area}'`), `${language}.ts does not gather ${area}`)
  }
})

for (const area of areas) {
  const english = new Map(flat(read('en', area)))
  const arabic = new Map(flat(read('ar', area)))

  test(`${area}: no message is missing in either language, and none is left over`, () => {
    assert.deepEqual([...arabic.keys()].sort(), [...english.keys()].sort())
  })

  test(`${area}: a translation is filled with the same values as the original`, () => {
    for (const [key, message] of english) {
      const translated = arabic.get(key) ?? ''
      if (!/, (select|plural),/.test(message + translated)) assert.deepEqual(fills(translated), fills(message), key)
    }
  })

  test(`${area}: no message is empty, and all of them can be spoken with any count`, () => {
    for (const language of languages)
      for (const [key, message] of flat(read(language, area))) {
        assert.notEqual(message.trim(), '', `${language} ${key}`)
        for (const count of [0, 1, 2, 3, 11, 100]) assert.notEqual(spoken(language, message, count), '', `${language} ${key}`)
      }
  })
}

function spoken(language: string, message: string, count: number): string {
  const t = createTranslator({
    locale: language,
    messages: { it: message },
    timeZone: 'UTC',
    onError: (error) => assert.fail(`${language}: ${message}: ${error.message}`),
  })
  return t('it', Object.fromEntries([...message.matchAll(/\{\s*(\w+)/g)].map(([, name]) => [name ?? '', count])))
}
