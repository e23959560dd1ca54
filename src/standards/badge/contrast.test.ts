import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrast, hueOf, isInkLight, mix, readable, readableOn } from './contrast.ts'
import { enamelOf } from './enamel.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('contrast is what WCAG says it is', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#123456', '#123456'), 1)
  // The greys on either side of the 4.5:1 line on white, known from every checker.
  assert.ok(contrast('#767676', '#ffffff') >= 4.5)
  assert.ok(contrast('#777777', '#ffffff') < 4.5)
  assert.throws(() => contrast('red', '#ffffff'), RangeError)
})

test('on every accent there is an ink that can be read, on the whole field and on the rim', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const { lit, deep, ink, band, bandInk } = enamelOf(accent)
      assert.equal(ink, readableOn(accent))
      for (const share of [0, 0.25, 0.5, 0.75, 1])
        assert.ok(contrast(ink, mix(lit, deep, share)) >= readable, `${ink} on ${accent}`)
      assert.ok(contrast(bandInk, band) >= readable)
      assert.equal(isInkLight(accent), contrast(ink, '#000000') > contrast(accent, '#000000'))
    }),
    { numRuns: 2000 },
  )
})

test('colours mix by shares and know their hue', () => {
  assert.equal(mix('#000000', '#ffffff', 0.5), '#808080')
  assert.equal(mix('#102030', '#ffffff', 0), '#102030')
  assert.deepEqual(hueOf('#00ff00'), { hue: 120, saturation: 1 })
  assert.deepEqual(hueOf('#ff00ff'), { hue: 300, saturation: 1 })
  assert.deepEqual(hueOf('#777777'), { hue: 0, saturation: 0 })
})
