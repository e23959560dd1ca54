import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { bakeSvg, isSvg, unbakeSvg } from './svg.ts'

const picture = `<?xml version="1.0" encoding="UTF-8"?>
<!-- drawn by hand -->
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20">
  <title>A &amp; B</title>
  <circle cx="10" cy="10" r="8" fill='#0a5'/>
</svg>`
const json = '{"name":"Ünïcödé 😀 ]]> <b>&amp;</b>"}'
const token = 'eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.c2ln'
const code = (run: () => unknown): string | undefined => {
  try {
    run()
    return undefined
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('what is baked comes out again, document or token, and stands before everything else', () => {
  for (const text of [json, token]) assert.equal(unbakeSvg(bakeSvg(picture, text)), text)
  assert.match(
    bakeSvg(picture, json),
    /<svg [^>]*xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"><openbadges:credential>/,
  )
  assert.match(bakeSvg(picture, token), new RegExp(`<openbadges:credential verify="${token}"/>`))
})

test('baking twice leaves the newer credential and nothing of the older', () => {
  const twice = bakeSvg(bakeSvg(picture, token), json)
  assert.equal(unbakeSvg(twice), json)
  assert.equal(bakeSvg(bakeSvg(picture, json), json), bakeSvg(picture, json))
  assert.ok(!twice.includes(token))
})

test('another program draws the baked picture exactly as it drew the picture before', () => {
  const pixels = (svg: string) => Buffer.from(new Resvg(svg).render().pixels).toString('base64')
  for (const text of [json, token]) assert.equal(pixels(bakeSvg(picture, text)), pixels(picture))
  assert.equal(unbakeSvg(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', json)), json)
})

test('a picture of version 2.0 gives its document, its token or its address', () => {
  const older = (inside: string) => `<svg xmlns="x" xmlns:ob="http://openbadges.org">${inside}</svg>`
  assert.equal(
    unbakeSvg(older(`<ob:assertion><![CDATA[ ${json.replace(']]> ', '')} ]]></ob:assertion>`)),
    json.replace(']]> ', ''),
  )
  assert.equal(unbakeSvg(older(`<ob:assertion verify="${token}"></ob:assertion>`)), token)
  assert.equal(unbakeSvg(older('<ob:assertion verify="https://a.example/1?x=1&amp;y=2"/>')), 'https://a.example/1?x=1&y=2')
  assert.equal(unbakeSvg('<svg><assertion xmlns="http://openbadges.org">{}</assertion></svg>'), '{}')
})

const bad: Readonly<Record<string, readonly [string, string]>> = {
  'carries none': [picture, 'svg_empty'],
  'has the right word in another namespace': ['<svg xmlns:o="x"><o:credential>{}</o:credential></svg>', 'svg_empty'],
  'carries two': [
    bakeSvg(picture, json).replace('<circle', `<openbadges:credential verify="${token}"/><circle`),
    'svg_ambiguous',
  ],
  'ends too early': [picture.slice(0, -3), 'svg_broken'],
  'is crossed': ['<svg><a><b></a></b></svg>', 'svg_broken'],
  'brings entities of its own': ['<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>', 'svg_broken'],
  'uses an entity that nobody declared': ['<svg>&x;</svg>', 'svg_broken'],
  'says an attribute twice': ['<svg a="1" a="2"/>', 'svg_broken'],
  'has elements where the credential should be': [bakeSvg(picture, json).replace('<![CDATA[', '<b/><![CDATA['), 'svg_broken'],
  'is a web page': ['<html></html>', 'svg_broken'],
}

for (const [situation, [svg, wanted]] of Object.entries(bad))
  test(`a picture that ${situation} is refused: ${wanted}`, () =>
    assert.equal(
      code(() => unbakeSvg(svg)),
      wanted,
    ))

test('whatever becomes of a baked picture, it gives a clear no or the text', () => {
  const baked = bakeSvg(picture, json)
  const piece = fc.constantFrom('<', '>', '"', '&', ']]>', '<![CDATA[', '<!--', '<openbadges:credential>', 'x', ' ', '\u0000')
  fc.assert(
    fc.property(fc.nat(baked.length), fc.nat(12), piece, (at, length, inserted) => {
      const changed = baked.slice(0, at) + inserted + baked.slice(at + length)
      const answer = code(() => unbakeSvg(changed))
      assert.ok(answer === undefined || answer.startsWith('svg_'), `${answer}`)
    }),
    { numRuns: 500 },
  )
})

test('SVG pictures are told from other files by how they begin', () => {
  const looks = (text: string) => isSvg(new TextEncoder().encode(text))
  assert.deepEqual([picture, '<svg/>', '<svg:svg xmlns:svg="x">', '\uFEFF<svg>', '{}', '<html>', 'a.b.c'].map(looks), [
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
