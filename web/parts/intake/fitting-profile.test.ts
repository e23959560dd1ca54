// The profile that fits is found by what people have in their hands: files with names and columns.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ouladProfile } from '#domain/intake/profiles/oulad.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import { type Beginning, fitsOf, suggested } from './fitting-profile.ts'

const small = join(import.meta.dirname, '../../../fixtures/results/oulad-small')
const ofOulad = readdirSync(small)
  .filter((name) => name.endsWith('.csv'))
  .map((name): Beginning => ({ name, text: readFileSync(join(small, name), 'utf8'), whole: true }))

const marks = (slug: string, column: string): { slug: string; document: Pick<MappingProfile, 'files'> } => ({
  slug,
  document: {
    files: [{ role: 'marks', names: ['marks*.csv'], yields: [{ fact: 'learner', key: `{${column}}` }] }],
  },
})

const profiles = [{ slug: 'oulad', document: ouladProfile }, marks('by-number', 'number'), marks('by-code', 'code')]
const file = (name: string, text: string): Beginning => ({ name, text, whole: true })

test('files that are called and look as a profile says suggest that profile', () => {
  const fits = fitsOf(profiles, ofOulad)
  assert.equal(suggested(fits)?.slug, 'oulad')
  assert.deepEqual(
    { ...fits[0], fitting: fits[0]?.fitting.length },
    { slug: 'oulad', fitting: 5, lacking: [], misnamed: [], missing: [] },
  )
})

test('of two profiles that expect the same name, the columns decide', () => {
  const fits = fitsOf(profiles, [file('marks-2026.csv', 'code;mark\nA1;7\n')])
  assert.equal(suggested(fits)?.slug, 'by-code')
  assert.deepEqual(fits.find(({ slug }) => slug === 'by-number')?.lacking, [{ name: 'marks-2026.csv', columns: ['number'] }])
  assert.equal(suggested(fitsOf(profiles, [file('marks.csv', 'number,code\n1,A1\n')])), undefined, 'both would do')
})

test('a file with the right columns under another name is told apart, and is no reason to suggest', () => {
  const fits = fitsOf(profiles, [file('export (3).csv', 'number\n1\n')])
  assert.deepEqual(fits[0]?.misnamed, [{ name: 'export (3).csv', expected: 'marks*.csv' }])
  assert.equal(suggested(fits), undefined)
})

test('what is still missing is named, and files that nobody knows suggest nothing', () => {
  const [fit] = fitsOf(profiles, ofOulad.slice(0, 4))
  assert.deepEqual(fit?.missing, ['studentRegistration.csv'])
  assert.deepEqual(fitsOf(profiles, [file('holiday.csv', 'a,b\n1,2\n')]), [])
})
