import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BadgeDesign, drawBadge } from '#standards/badge/badge.ts'
import { renderPng } from './badge-png.ts'

const design: BadgeDesign = {
  title: 'Welding',
  issuer: 'Open College',
  shape: 'hexagon',
  accent: '#7a1f3d',
  motif: 'spark',
}

const at = (png: Uint8Array, offset: number) => new DataView(png.buffer, png.byteOffset).getUint32(offset)

test('a badge becomes a PNG of the width asked for', () => {
  const png = renderPng(drawBadge(design), 96)
  assert.deepEqual([...png.slice(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  assert.deepEqual([at(png, 16), at(png, 20)], [96, 96])
  for (const width of [0, 1.5, 100_000, Number.NaN]) assert.throws(() => renderPng(drawBadge(design), width), RangeError)
})

test('the same badge is the same picture', () => {
  assert.deepEqual(renderPng(drawBadge(design), 128), renderPng(drawBadge(design), 128))
})

test('letters of every writing we ship a font for are really drawn, without the system’s fonts', () => {
  const picture = (text: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><text x="8" y="48" font-size="40" font-family="Newsreader">${text}</text></svg>`
    return Buffer.from(renderPng(svg, 64)).toString('base64')
  }
  const nothing = picture('')
  const drawn = ['a', 'é', 'ễ', 'ж', 'α', 'ש', 'ب'].map(picture)
  assert.ok(drawn.every((png) => png !== nothing))
  assert.equal(new Set(drawn).size, drawn.length)
})

test('a text for which we ship no letters is left out of the picture; the rest of the badge stays', () => {
  const japanese: BadgeDesign = {
    ...design,
    title: 'データ分析の基礎',
    issuer: '東京大学',
    level: 'JQF 5',
    initials: '分析',
    language: 'ja',
  }
  for (const shape of ['hexagon', 'circle', 'shield', 'square'] as const) {
    const texts = (letters: 'any' | 'ours') =>
      Array.from(
        drawBadge({ ...japanese, shape }, letters).matchAll(/<text[^>]*>(?:<textPath[^>]*>)?([^<]*)/g),
        ([, text]) => text,
      )
    assert.deepEqual(texts('ours').filter(Boolean), ['JQF 5'], shape)
    assert.ok(texts('any').join('').includes('データ'), shape)
  }
  assert.ok(drawBadge(japanese, 'ours').includes('データ分析の基礎</title>'), 'it is still said what it is')
  for (const title of ['Welding', 'Σχεδιασμός', 'Основы', 'قراءة المخطوطات', 'יסודות', 'C# & Web 2.0 – “part 1” · 50 %'])
    assert.equal(drawBadge({ ...design, title }, 'ours'), drawBadge({ ...design, title }), title)
})
