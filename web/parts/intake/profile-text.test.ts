// A profile that somebody typed is read, or what is wrong is named with its place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ouladProfile } from '#domain/intake/profiles/oulad.ts'
import { pathText, profileText, slugFrom } from './profile-text.ts'
import { readProfileText } from './read-profile-text.ts'

test('a profile written out is read back as it was, under the name it is given', () => {
  assert.deepEqual(readProfileText(profileText(ouladProfile)).document, ouladProfile)
  assert.equal(readProfileText(profileText(ouladProfile), 'ours').document?.slug, 'ours')
})

test('a slip of the keyboard is pointed at by line and column', () => {
  const { fault } = readProfileText('{\n  "version": 1,\n  "slug" "x"\n}')
  assert.deepEqual(fault, { code: 'not_json', line: 3, column: 10 })
})

test('what does not fit is named by its place in the document', () => {
  const broken = { ...ouladProfile, files: ouladProfile.files.map((file, at) => (at === 1 ? { ...file, names: [] } : file)) }
  const { fault } = readProfileText(JSON.stringify(broken))
  assert.ok(fault?.code === 'misfit')
  assert.deepEqual(
    fault.issues.map(({ path }) => pathText(path)),
    ['files[2].names'],
  )
})

test('a title becomes a name that an address can hold', () => {
  assert.equal(slugFrom('Résultats: été 2026!'), 'resultats-ete-2026')
  assert.equal(slugFrom('نتائج'), '')
})
