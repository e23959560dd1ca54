// Mapping profiles: what is accepted, and what is refused before any file is read.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { mappingProfile } from './profile.ts'

const file = (role: string, more: object = {}) => ({ role, names: [`${role}.csv`], ...more })
const profile = (...files: object[]) => ({ version: 1, slug: 'try', title: 'Try', description: '', files })
const learner = (key: unknown) => ({ fact: 'learner', key })

test('a profile saved as a file is read as it is', async () => {
  const saved = JSON.parse(await readFile(new URL('../../../fixtures/results/broken/profile.json', import.meta.url), 'utf8'))
  assert.deepEqual(mappingProfile.parse(saved), saved)
})

const wrong: readonly [says: string, profile: object, path: string][] = [
  ['two files in one role', profile(file('a'), file('a')), 'files.1.role'],
  [
    'two joins of one name',
    profile(file('b'), file('a', { joins: [1, 2].map(() => ({ as: 'x', file: 'b', on: { k: '{k}' } })) })),
    'files.1.joins.1.as',
  ],
  [
    'a join to a file that is not there',
    profile(file('a', { joins: [{ as: 'x', file: 'b', on: { k: '{k}' } }] })),
    'files.0.joins.0.file',
  ],
  ['joins in a circle', profile(file('a', { joins: [{ as: 'x', file: 'a', on: { k: '{k}' } }] })), 'files'],
  [
    'a derived column read before it is made',
    profile(file('a', { derived: { one: '{two}', two: '{b}' } })),
    'files.0.derived.one',
  ],
  [
    'a column of a join that is not there',
    profile(file('a', { yields: [learner({ from: { column: 'k', of: 'x' } })] })),
    'files.0.yields',
  ],
  ['a template with an open brace', profile(file('a', { yields: [learner('{k')] })), 'files.0.yields.0.key'],
  [
    'a date format without a year',
    profile(file('a', { yields: [learner({ from: '{k}', date: { formats: ['dd.MM'] } })] })),
    'files.0.yields.0.key.date.formats.0',
  ],
  [
    'a field that the fact does not have',
    profile(file('a', { yields: [{ ...learner('{k}'), shoeSize: '44' }] })),
    'files.0.yields.0',
  ],
  ['a fact without its key', profile(file('a', { yields: [{ fact: 'learner' }] })), 'files.0.yields.0.key'],
  ['a delimiter of two signs', profile(file('a', { delimiter: '||' })), 'files.0.delimiter'],
]

for (const [says, given, path] of wrong)
  test(`${says} is refused, and the place is named`, () => {
    const { error } = mappingProfile.safeParse(given)
    assert.deepEqual([...new Set(error?.issues.map((issue) => issue.path.join('.')))], [path])
  })
