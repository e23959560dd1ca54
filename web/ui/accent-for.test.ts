// Any colour an organisation may choose ends up readable.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { accentFor, contrast, grounds } from './accent-for.ts'

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('whatever colour an organisation picks, its text and fills can be read on light and on dark', () => {
  fc.assert(
    fc.property(anyColour, (hex) => {
      const accent = accentFor(hex)
      for (const theme of ['light', 'dark'] as const) {
        const { fill, on, ink, soft } = accent[theme]
        assert.ok(contrast(on, fill) >= 4.5, `${theme}: ${on} on fill ${fill}`)
        for (const ground of [...grounds[theme], soft])
          assert.ok(contrast(ink, ground) >= 4.5, `${theme}: ink ${ink} on ${ground}`)
        for (const ground of grounds[theme]) assert.ok(contrast(fill, ground) >= 3, `${theme}: fill ${fill} on ${ground}`)
      }
    }),
    { numRuns: 500 },
  )
})

test('a colour that is already readable is left as it is', () => {
  assert.equal(accentFor('#7a1f3d').light.fill, '#7a1f3d')
})

test('what is not a colour gets the house blue', () => {
  assert.deepEqual(accentFor('javascript:alert(1)'), accentFor('#2a5bd7'))
})

test('every ink of the theme can be read on every ground and on its own tint', () => {
  const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8')
  const pairs: Record<string, { light: string; dark: string }> = Object.fromEntries(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
      name,
      { light, dark },
    ]),
  )
  const inks = ['ink', 'ink-soft', 'accent-ink', 'passed', 'warned', 'failed', 'unknown', 'under-way', 'resting']
  for (const theme of ['light', 'dark'] as const) {
    const colour = (name: string) => pairs[name]?.[theme] ?? assert.fail(`theme.css has no --${name}`)
    for (const ink of inks) {
      const own = pairs[`${ink}-soft`] && ink !== 'ink' ? [colour(`${ink}-soft`)] : []
      for (const ground of [...['surface', 'canvas', 'raised', 'sunken', 'hover'].map(colour), ...own])
        assert.ok(
          contrast(colour(ink), ground) >= 4.5,
          `${theme}: ${ink} ${colour(ink)} on ${ground} is ${contrast(colour(ink), ground)}`,
        )
    }
    for (const ink of ['paper-ink', 'paper-ink-soft'])
      assert.ok(contrast(colour(ink), colour('paper')) >= 4.5, `${theme}: ${ink}`)
    for (const ground of ['surface', 'canvas', 'sunken'])
      assert.ok(contrast(colour('line-strong'), colour(ground)) >= 3, `${theme}: ${ground}`)
    for (const ground of grounds[theme])
      assert.ok(
        Object.values(pairs).some((pair) => pair[theme] === ground),
        `${ground} is of the theme`,
      )
  }
})
