// The pattern of a certificate belongs to that certificate.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrast } from './accent-for.ts'
import { guilloche } from './guilloche.ts'
import { initials } from './initials.ts'
import { windowAt } from './use-window.ts'

test('the same credential always has the same pattern, another credential another', () => {
  assert.deepEqual(guilloche('cred_1'), guilloche('cred_1'))
  assert.notDeepEqual(guilloche('cred_1'), guilloche('cred_2'))
})

test('every line closes and stays on the paper', () => {
  for (const path of guilloche('cred_1')) {
    assert.match(path, /^M.*Z$/)
    for (const [number] of path.matchAll(/\d+/g)) assert.ok(Number(number) <= 1000)
    assert.ok(!path.includes('-') && !path.includes('NaN'))
  }
})

test('initials are taken from the first and the last name, whatever the script', () => {
  assert.equal(initials('Rita van der Berg'), 'R\u200cB')
  assert.equal(initials('  Ана  '), 'А')
  assert.equal(initials('ليلى حسن'), 'ل\u200cح')
  assert.equal(initials('𠮷野'), '𠮷')
  assert.equal(initials(''), '')
})

test('rows that are not drawn leave exactly their room', () => {
  const { from, to, above, below } = windowAt(1000, 100_000)
  assert.equal(above + (to - from) * 40 + below, 100_000 * 40)
  assert.equal(windowAt(99_990, 100_000).below, 0)
})

test('black on white is the greatest contrast there is', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
})
