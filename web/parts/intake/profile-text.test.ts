// A profile that somebody typed is read, or what is wrong is named with its place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ouladProfile } from '#domain/intake/profiles/oulad.ts'
import { placeParts, profileText, slugFrom } from './profile-text.ts'
import { readProfileText } from './read-profile-text.ts'

test('a profile written out is read back as it was, under the name it is given', () => {
  assert.deepEqual(readProfileText(profileText(ouladProfile)).document, ouladProfile)
  assert.equal(readProfileText(profileText(ouladProfile), 'ours').document?.slug, 'ours')
})

test('a slip of the keyboard is pointed at by line and column, with what is needed there', () => {
  const { fault } = readProfileText('{\n  "version": 1,\n  "slug" "x"\n}')
  assert.deepEqual(fault, { code: 'not_json', needs: 'colon', line: 3, column: 10 })
})

const spoiledFile = (at: number, spoil: object) => ({
  ...ouladProfile,
  files: ouladProfile.files.map((file, index) => (index === at ? { ...file, ...spoil } : file)),
})

test('what does not fit is named once, by its line, its file and its part of the profile', () => {
  const text = profileText(spoiledFile(1, { names: [] }) as typeof ouladProfile)
  const { fault } = readProfileText(text)
  assert.ok(fault?.code === 'misfit')
  assert.equal(fault.count, 1)
  const [{ path, line, file, code } = assert.fail()] = fault.flaws
  assert.deepEqual(
    [placeParts(path), code],
    [
      [
        { kind: 'files', number: 2 },
        { kind: 'name', name: 'names' },
      ],
      'too_small',
    ],
  )
  assert.equal(file, ouladProfile.files[1]?.role)
  assert.equal(text.split('\n')[line - 1]?.trim(), '"names": [],')
})

test('of the forms that an expression may have, the one that was meant is judged', () => {
  const wrong = spoiledFile(0, { derived: { one: '{open', two: { from: '{a}', date: { formats: ['dd.MM'] } }, three: 7 } })
  const { fault } = readProfileText(JSON.stringify(wrong))
  assert.ok(fault?.code === 'misfit')
  assert.deepEqual(
    fault.flaws.map(({ path, code, rule }) => [path.slice(2).join('.'), rule ?? code]),
    [
      ['derived.one', 'brace_left_open'],
      ['derived.two.date.formats.0', 'no_date_format'],
      ['derived.three', 'invalid_union'],
    ],
  )
})

test('a member that is not known is named on its line, with those that are', () => {
  const text = profileText(spoiledFile(0, { columns: [] }) as typeof ouladProfile)
  const { fault } = readProfileText(text)
  assert.ok(fault?.code === 'misfit')
  const [{ line, keys, options = [] } = assert.fail()] = fault.flaws
  assert.deepEqual(keys, ['columns'])
  assert.ok(options.includes('yields') && !options.includes('columns'))
  assert.match(text.split('\n')[line - 1] ?? '', /"columns"/)
})

test('which members a fact may have depends on the fact', () => {
  const of = (fact: string) => {
    const { fault } = readProfileText(JSON.stringify(spoiledFile(0, { yields: [{ fact, key: '{a}', shoeSize: '44' }] })))
    return fault?.code === 'misfit' ? fault.flaws.find(({ keys }) => keys)?.options : undefined
  }
  assert.ok(of('learner')?.includes('email'))
  assert.ok(!of('offering')?.includes('email'))
})

test('as many things are counted as there are, and the first twenty listed', () => {
  const { fault } = readProfileText(JSON.stringify({ ...ouladProfile, ignore: Array.from({ length: 25 }, () => '') }))
  assert.ok(fault?.code === 'misfit')
  assert.deepEqual([fault.count, fault.flaws.length], [25, 20])
})

test('a short name that does not fit is told of its own field', () => {
  assert.equal(readProfileText(profileText(ouladProfile), 'My Profile').fault?.code, 'misnamed')
})

test('a title becomes a name that an address can hold', () => {
  assert.equal(slugFrom('Résultats: été 2026!'), 'resultats-ete-2026')
  assert.equal(slugFrom('نتائج'), '')
})
