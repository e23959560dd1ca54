import assert from 'node:assert/strict'
import test from 'node:test'
import { mappingProfile } from '#standards/csv/profile.ts'
import { fieldColumns, personalColumns, roleOf, withoutNames } from './columns.ts'

const profile = mappingProfile.parse({
  version: 1,
  slug: 'school',
  title: 'School',
  description: 'People in one file, marks in another.',
  ignore: ['notes.csv'],
  files: [
    { role: 'people', names: ['people*.csv'] },
    {
      role: 'marks',
      names: ['marks.csv'],
      joins: [{ as: 'person', file: 'people', on: { number: '{pupil}' } }],
      derived: { whole: '{first} {person.last}', run: '{course}-{year}' },
      yields: [
        { fact: 'learner', key: '{pupil}', name: '{whole}', email: '{person.mail?}' },
        { fact: 'result', offering: '{run}', learner: '{pupil}', lineItem: 'exam', score: '{mark}' },
      ],
    },
  ],
})

test('a refusal points at the columns of the file, not at what the profile calls them', () => {
  assert.deepEqual(fieldColumns(profile, ['marks.csv'])['marks.csv']?.result, {
    offering: 'course, year',
    learner: 'pupil',
    lineItem: '',
    score: 'mark',
  })
})

test('a file is what its name says, and nothing when the profile passes over it', () => {
  assert.deepEqual(
    ['people-2026.csv', 'marks.csv', 'notes.csv', 'virus.exe'].map((name) => roleOf(profile, name)),
    ['people', 'marks', undefined, undefined],
  )
})

test('every column that a name or an e-mail is made from is known, in its own file and where it is joined', () => {
  const personal = personalColumns(profile)
  assert.deepEqual([...(personal.get('marks') ?? [])].toSorted(), ['first', 'person.last', 'person.mail', 'whole'])
  assert.deepEqual([...(personal.get('people') ?? [])].toSorted(), ['last', 'mail'])
})

test('what was seen in such a column is not told again', () => {
  const of = (column: string) =>
    ({ file: 'people.csv', line: 2, column, code: 'value_too_long', values: { seen: 'Ada', most: 3 } }) as const
  const personal = new Set(['last', 'mail'])
  assert.deepEqual(withoutNames(personal, of('number, mail')).values, { most: 3 })
  assert.deepEqual(withoutNames(personal, of('number')).values, { seen: 'Ada', most: 3 })
  assert.deepEqual(withoutNames(undefined, of('mail')).values, { seen: 'Ada', most: 3 })
})
