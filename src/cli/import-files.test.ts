// Which files go into an import, and what is said of refused rows.
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { designDocument } from '#domain/design/design-document.ts'
import { missingFrom } from '#domain/design/rules.ts'
import { ouladProfile } from '#domain/intake/profiles/oulad.ts'
import { choose, filesIn, readProfileFile, streamed } from './import-files.ts'
import { concernsWholeFile, refusedRowLine, whyNotGoOn } from './refused-rows.ts'
import { designOf } from './starter-design.ts'

const file = (name: string) => ({ name, path: `/in/${name}`, size: 1 })
const all = ['courses.csv', 'assessments.csv', 'studentRegistration.csv', 'studentInfo.csv', 'studentAssessment.csv'].map(file)

test('what the profile does not use is named and left', () => {
  const { files, left } = choose(ouladProfile, [...all, file('notes.txt'), file('vle.csv')])
  assert.deepEqual(files.map(({ name }) => name).sort(), all.map(({ name }) => name).sort())
  assert.deepEqual(left, ['notes.txt', 'vle.csv'])
})

test('a file that is missing, or there twice, is refused before anything is uploaded', () => {
  assert.throws(() => choose(ouladProfile, all.slice(1)), /needs a file for “courses” \(courses\.csv\)/)
  assert.throws(() => choose(ouladProfile, [...all, file('courses.csv')]), /courses\.csv: Two files have the same name/)
})

test('folders are looked into, but not into folders in them, nor at hidden files', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'testamur-cli-'))
  t.after(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'older'))
  for (const name of ['a.csv', '.hidden.csv', 'older/b.csv']) await writeFile(join(folder, name), 'x,y\n')
  assert.deepEqual(await filesIn([folder]), [{ name: 'a.csv', path: join(folder, 'a.csv'), size: 4 }])
  await assert.rejects(filesIn([join(folder, 'nothing.csv')]), { code: 'ENOENT' })
})

test('a large file comes in pieces, and every byte of it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'testamur-cli-'))
  t.after(() => rm(folder, { recursive: true }))
  const content = Buffer.alloc(1_000_000, 'learner,score\n')
  await writeFile(join(folder, 'large.csv'), content)
  const told: number[] = []
  const stream = streamed(join(folder, 'large.csv'), (count) => told.push(count), new AbortController().signal)
  assert.deepEqual(Buffer.from(await new Response(stream).arrayBuffer()), content)
  assert.equal(
    told.reduce((sum, count) => sum + count, 0),
    content.length,
  )
  assert.ok(told.length > 2)
})

test('a profile in a file is refused with everything that is wrong with it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'testamur-cli-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'good.json'), JSON.stringify(ouladProfile))
  await writeFile(join(folder, 'bad.json'), JSON.stringify({ ...ouladProfile, slug: 'Not A Slug', files: [] }))
  await writeFile(join(folder, 'none.json'), 'files:')
  assert.equal((await readProfileFile(join(folder, 'good.json'))).slug, 'oulad')
  await assert.rejects(readProfileFile(join(folder, 'bad.json')), /no mapping profile:\n {2}slug: .*\n {2}files: /s)
  await assert.rejects(readProfileFile(join(folder, 'none.json')), /none\.json is not JSON/)
})

const row = { id: '1', file: 'studentInfo.csv', line: 12, column: 'final_result', values: { seen: 'Maybe' } }

test('a refused row is told with its place and what was seen there', () => {
  assert.equal(
    refusedRowLine({ ...row, code: 'unknown_value' }),
    'studentInfo.csv:12 final_result: The translation table does not know this value (seen: Maybe)',
  )
  assert.equal(
    refusedRowLine({ ...row, line: 0, column: '', code: 'empty_file', values: {} }),
    'studentInfo.csv: The file has no header row',
  )
})

test('single rows may stay out; a file that could not be read stops the import', () => {
  const wholeFile = ['unknown_value', 'learner_unknown', 'missing_column', 'wrong_encoding', 'missing_file'].map((code) =>
    concernsWholeFile({ code }),
  )
  assert.deepEqual(wholeFile, [false, false, true, true, true])
  assert.equal(whyNotGoOn({ refused: 173, wholeFiles: 0 }), undefined)
  assert.match(whyNotGoOn({ refused: 1, wholeFiles: 1 }) ?? '', /whole file/)
  assert.match(whyNotGoOn({ refused: 100_001, wholeFiles: 0 }) ?? '', /More than 100,000 rows/)
})

test('what a profile suggests can be published as it is', () => {
  for (const suggested of ouladProfile.starter?.microCredentials ?? []) {
    const design = designDocument.parse(designOf(suggested))
    assert.deepEqual(missingFrom(design), [])
    assert.equal(design.overview.title, suggested.title)
    assert.equal(design.outcomes.learningOutcomes.length, suggested.outcomes.length)
  }
})
