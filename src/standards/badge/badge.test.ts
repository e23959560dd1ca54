import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { type BadgeDesign, badgeDesign, badgeMotifs, badgeShapes, drawBadge } from './badge.ts'
import { layOut } from './layout.ts'
import { shapes } from './shapes.ts'
import { widthOf } from './widths.ts'

const literacy: BadgeDesign = {
  title: 'Data Literacy for Public Health',
  issuer: 'University of Northmoor',
  level: 'Level 5',
  hours: 40,
  shape: 'circle',
  accent: '#1f4e8c',
  motif: 'path',
}

const texts = (svg: string) => Array.from(svg.matchAll(/<text[^>]*>(?:<textPath[^>]*>)?([^<]*)/g), ([, text]) => text)

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
const anyDesign: fc.Arbitrary<BadgeDesign> = fc.record(
  {
    title: anyText,
    issuer: anyText,
    level: anyText,
    hours: fc.double({ min: 0, max: 100_000, noNaN: true }),
    shape: fc.constantFrom(...badgeShapes),
    accent: fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
    motif: fc.constantFrom(...badgeMotifs),
    initials: fc.string({ unit: 'grapheme', maxLength: 5 }),
    language: fc.constantFrom('en', 'ar', 'tr', 'zh-Hant', 'abcd'),
  },
  { requiredKeys: ['title', 'issuer', 'shape', 'accent', 'motif'] },
)

test('the same design gives the same bytes, today as on the day it was first drawn', () => {
  const fingerprint = (design: BadgeDesign) => createHash('sha256').update(drawBadge(design)).digest('hex').slice(0, 16)
  assert.equal(drawBadge(literacy), drawBadge({ ...literacy }))
  assert.equal(fingerprint(literacy), '7fabbe3609034e66')
})

test('two badges on one page do not take each other’s colours', () => {
  const ids = (svg: string) => Array.from(svg.matchAll(/ id="([^"]+)"/g), ([, id]) => id)
  const [one, other] = [ids(drawBadge(literacy)), ids(drawBadge({ ...literacy, accent: '#0b6b4f' }))]
  assert.ok(one.length > 5)
  assert.deepEqual(
    one.filter((id) => other.includes(id)),
    [],
  )
})

test('a badge says what it is to those who do not see it', () => {
  const svg = drawBadge({ ...literacy, language: 'en' })
  assert.match(svg, /role="img"/)
  assert.match(svg, /<title id="[^"]+">Data Literacy for Public Health<\/title>/)
  assert.match(svg, /<desc id="[^"]+">University of Northmoor · Level 5 · 40 h<\/desc>/)
  assert.match(svg, / lang="en"/)
})

test('a title becomes up to three even lines', () => {
  assert.deepEqual(texts(drawBadge(literacy)).slice(0, 2), ['Data Literacy for', 'Public Health'])
  assert.equal(texts(drawBadge({ ...literacy, title: 'Welding' }))[0], 'Welding')
})

test('markup in a title stays text', () => {
  const svg = drawBadge({
    ...literacy,
    title: '<script>alert("x")</script> & \'co\' \u0000\ud800',
    issuer: '"><image href="https://elsewhere.example/"/>',
  })
  assert.doesNotMatch(svg, /<script|<image/)
  assert.match(svg, /&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt; &amp; &#39;co&#39;/)
  assert.throws(() => drawBadge({ ...literacy, accent: '#fff" onload="x' }), RangeError)
})

test('whatever is written on it, a badge is one tidy document with nothing from outside', () => {
  fc.assert(
    fc.property(anyDesign, (design) => {
      const svg = drawBadge(design)
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /)
      assert.equal(svg.isWellFormed(), true)
      assert.doesNotMatch(svg, /\p{Cc}|[\ufffe\uffff]|="(NaN|undefined|Infinity)/u)
      assert.doesNotMatch(svg, /href="(?!#)|url\((?!#)|<(script|image|use|foreignObject|style)/)
      assert.deepEqual(unclosed(svg), [])
    }),
  )
})

test('writing from the right says so, and keeps the hours in their order', () => {
  const svg = drawBadge({ ...literacy, title: 'التعلم الآلي', issuer: 'جامعة الشمال', level: 'المستوى ٥', language: 'ar' })
  assert.match(svg, /direction="rtl">\u2067التعلم الآلي\u2069</)
  assert.match(svg, /\u2067\u2068المستوى ٥\u2069 · \u206840 h\u2069\u2069/)
  assert.doesNotMatch(svg, /direction="rtl" letter-spacing|letter-spacing="[^"]+" direction="rtl"/)
  assert.doesNotMatch(drawBadge(literacy), /rtl|[\u2067-\u2069]/)
})

test('no line of a title leaves the enamel', () => {
  const words = fc.array(fc.stringMatching(/^[A-Za-z]{1,22}$/), { minLength: 1, maxLength: 20 }).map((list) => list.join(' '))
  fc.assert(
    fc.property(words, fc.constantFrom(...badgeShapes), (title, name) => {
      const shape = shapes[name]
      const { title: lines } = layOut({
        title,
        small: [{ text: 'UNIVERSITY OF NORTHMOOR', letterSpacing: 0.09, lines: 2 }],
        shape,
      })
      assert.ok(lines.length >= 1 && lines.length <= 3)
      for (const { text, size, y } of lines) {
        assert.ok(widthOf(text, size) <= 2 * Math.min(shape.halfWidth(y), shape.halfWidth(y - size * 0.7)), `${text} at ${size}`)
      }
    }),
  )
})

test('an issuer on two lines is set in one size', () => {
  const { small } = layOut({
    title: 'Ethics',
    small: [{ text: 'ROYAL SCHOOL OF NURSING AND MIDWIFERY', letterSpacing: 0.09, lines: 2 }],
    shape: shapes.shield,
  })
  assert.deepEqual(
    small.map(({ text }) => text),
    ['ROYAL SCHOOL OF', 'NURSING AND MIDWIFERY'],
  )
  assert.equal(small[0]?.size, small[1]?.size)
})

test('the language decides about capitals', () => {
  assert.ok(texts(drawBadge({ ...literacy, issuer: 'izmir', language: 'tr' })).includes('İZMİR'))
  assert.ok(texts(drawBadge({ ...literacy, issuer: 'izmir', language: 'en' })).includes('IZMIR'))
})

test('a design from outside is checked before it is drawn', () => {
  assert.equal(badgeDesign.safeParse(literacy).success, true)
  for (const wrong of [{ accent: 'red' }, { shape: 'star' }, { title: '' }, { hours: -1 }, { language: 'en"' }]) {
    assert.equal(badgeDesign.safeParse({ ...literacy, ...wrong }).success, false, JSON.stringify(wrong))
  }
})

/** The names of elements that are open at the end, or closed when they were not open. */
function unclosed(svg: string): string[] {
  const open: string[] = []
  for (const [, closing, name = '', , selfClosing] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:\s[a-zA-Z0-9:-]+="[^"<]*")*)(\/?)>/g)) {
    if (selfClosing) continue
    if (!closing) open.push(name)
    else if (open.pop() !== name) return [`</${name}>`]
  }
  const leftOver = svg.replaceAll(/<\/?[a-zA-Z]+(?:\s[a-zA-Z0-9:-]+="[^"<]*")*\/?>/g, '')
  return leftOver.includes('<') || /&(?!(amp|lt|gt|quot|#39);)/.test(leftOver) ? ['stray markup'] : open
}
