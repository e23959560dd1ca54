// Journeys of intake: preview, confirm, import again; what is refused on the way, and what repeated jobs do.
import assert from 'node:assert/strict'
import test from 'node:test'
import { mergeImport, readImportFiles } from '../../src/domain/intake/jobs.ts'
import { each, enrolmentOf, fresh, inResults, same, scoresOf, system } from '../intake-steps.ts'
import { imported, previewed, published } from '../steps.ts'
import { until, world } from '../world.ts'

test('a preview says what an import would do, and does nothing', async () => {
  const { rita } = await world()
  const { id, state, counts, refused, files } = await previewed(rita)
  assert.deepEqual(
    { state, counts, refused, files: files.length },
    { state: 'previewed', counts: each(fresh), refused: 0, files: 5 },
  )
  assert.equal((await rita.intake.listOfferings({})).total, 0)
  const { items, total } = await rita.intake.listStaged({ id, kind: 'result', limit: 2 })
  assert.equal(total, 39)
  assert.deepEqual(
    { effect: items[0]?.effect, file: items[0]?.file, line: items[0]?.line, fact: items[0]?.fact },
    {
      effect: 'new',
      file: 'studentAssessment.csv',
      line: 2,
      fact: { offering: 'AAA-2013J', learner: '9001', lineItem: '101', score: 72, submittedOn: '2013-10-19', carriedOver: false },
    },
  )
})

test('a confirmed import makes records that say which line each came from', async () => {
  const here = await world()
  const { id, state, counts, finished } = await imported(here.rita)
  assert.deepEqual({ state, counts, done: finished !== undefined }, { state: 'imported', counts: each(fresh), done: true })
  const { items, total } = await here.rita.intake.listOfferings({ search: '2014b' })
  assert.deepEqual(
    {
      total,
      key: items[0]?.key,
      starts: items[0]?.startsOn,
      ends: items[0]?.endsOn,
      enrolments: items[0]?.enrolments,
      lineItems: items[0]?.lineItems,
    },
    { total: 1, key: 'BBB-2014B', starts: '2014-02-01', ends: '2014-09-29', enrolments: 7, lineItems: 3 },
  )
  const enrolment = await enrolmentOf(here, '9001', 'AAA-2013J')
  assert.deepEqual(
    { import: enrolment.from.import, file: enrolment.from.file, line: enrolment.from.line },
    { import: id, file: 'studentInfo.csv', line: 2 },
  )
  assert.deepEqual(
    { outcome: enrolment.outcome, says: enrolment.outcomes[0]?.says, results: enrolment.results },
    { outcome: 'passed', says: 'Pass', results: 3 },
  )
  assert.deepEqual(
    { score: scoresOf(enrolment, '102')?.[0]?.score, line: scoresOf(enrolment, '102')?.[0]?.from.line },
    { score: 65, line: 3 },
  )
  assert.equal((await here.rita.intake.listStaged({ id, kind: 'result' })).items.length, 0, 'nothing waits any more')
})

test('a result without a score is a result', async () => {
  const here = await world()
  await imported(here.rita)
  const [result] = scoresOf(await enrolmentOf(here, '9005', 'AAA-2013J'), '102') ?? []
  assert.ok(result)
  assert.equal(result.score, undefined)
})

test('importing the same files again changes nothing, not even where a row came from', async () => {
  const here = await world()
  const first = await imported(here.rita)
  const before = await enrolmentOf(here, '9001', 'AAA-2013J')
  const again = await imported(here.rita)
  assert.deepEqual({ state: again.state, counts: again.counts }, { state: 'imported', counts: each(same) })
  assert.deepEqual(await enrolmentOf(here, '9001', 'AAA-2013J'), before)
  assert.equal(before.from.import, first.id)
})

test('rows that contradict each other are refused, each naming the other; a row said twice counts once', async () => {
  const { rita } = await world()
  const twice = '101,9001,18,0,72\n101,9001,18,0,72\n101,9002,19,0,12\n'
  const { id, counts, refused } = await previewed(rita, undefined, inResults('101,9001,18,0,72', twice))
  assert.deepEqual({ result: counts.result, refused }, { result: fresh(38), refused: 2 })
  const { items } = await rita.intake.listRefused({ id })
  assert.deepEqual(
    items.map(({ line, code, values }) => [line, code, values.otherLine]),
    [
      [4, 'said_differently', 7],
      [7, 'said_differently', 4],
    ],
  )
})

test('a result of nobody is refused with its place, and so is every other row that cannot be taken', async () => {
  const { rita } = await world()
  const change = inResults('101,9001,18,0,72', '101,7777,18,0,72\n104,9001,18,0,50\n101,9001,18,0,=1+1\n')
  const done = await imported(rita, undefined, change)
  assert.deepEqual({ result: done.counts.result, refused: done.refused }, { result: fresh(38), refused: 3 })
  const { items, total } = await rita.intake.listRefused({ id: done.id, limit: 2 })
  assert.equal(total, 3)
  const rest = await rita.intake.listRefused({ id: done.id, after: items.at(-1)?.id })
  const places = [...items, ...rest.items].map(({ file, line, column, code }) => `${file} ${line} ${column} ${code}`)
  assert.deepEqual(places.toSorted(), [
    'studentAssessment.csv 2 id_student enrolment_unknown',
    'studentAssessment.csv 3 id_student enrolment_unknown',
    'studentAssessment.csv 4 score not_a_number',
  ])
  const csv = await (await rita.intake.downloadRefused({ id: done.id })).text()
  assert.match(csv, /^file,line,column,code,value\n/)
  assert.ok(csv.includes("studentAssessment.csv,4,score,not_a_number,'=1+1\n"), 'a spreadsheet takes no value for a formula')
  await assert.rejects(rita.intake.listRefused({ id: done.id, after: 'elsewhere' }), { status: 400 })
})

test('two imports previewed side by side and then both confirmed make every row once', async () => {
  const here = await world()
  const both = [await previewed(here.rita), await previewed(here.rita)]
  for (const { id } of both) await here.rita.intake.confirmImport({ id })
  const done = await Promise.all(
    both.map(({ id }) =>
      until(
        () => here.rita.intake.readImport({ id }),
        ({ state }) => state !== 'importing',
      ),
    ),
  )
  assert.deepEqual(
    done
      .map(({ counts, state }) => ({ state, result: counts.result }))
      .toSorted((a, b) => (b.result?.new ?? 0) - (a.result?.new ?? 0)),
    [
      { state: 'imported', result: fresh(39) },
      { state: 'imported', result: same(39) },
    ],
  )
  assert.equal((await here.rita.intake.listEnrolments({})).total, 20)
})

test('a job that is repeated, or still running when it is begun again, does no harm', async () => {
  const here = await world()
  const ctx = system(here)
  const { id } = await previewed(here.rita)
  await readImportFiles.run(ctx, { id })
  assert.equal((await here.rita.intake.readImport({ id })).state, 'previewed', 'what is read is not read again')
  await here.rita.intake.previewImport({ id })
  await Promise.all([readImportFiles.run(ctx, { id }), readImportFiles.run(ctx, { id }), readImportFiles.run(ctx, { id })])
  const read = await until(
    () => here.rita.intake.readImport({ id }),
    ({ state }) => state !== 'reading',
  )
  assert.deepEqual({ state: read.state, counts: read.counts }, { state: 'previewed', counts: each(fresh) })
  await here.rita.intake.confirmImport({ id })
  await Promise.all([mergeImport.run(ctx, { id }), mergeImport.run(ctx, { id }), mergeImport.run(ctx, { id })])
  const done = await here.rita.intake.readImport({ id })
  assert.deepEqual({ state: done.state, counts: done.counts }, { state: 'imported', counts: each(fresh) })
  assert.equal((await here.rita.intake.listEnrolments({})).total, 20)
})

test('an offering goes to the micro-credential whose code is its course, at once or when asked', async () => {
  const here = await world()
  const a = await published(here, 'AAA')
  await imported(here.rita)
  assert.equal((await here.rita.intake.listOfferings({ microCredential: a.id })).total, 2)
  const b = await published(here, 'BBB')
  assert.deepEqual(await here.rita.intake.linkOfferings({}), { linked: 1 })
  assert.deepEqual(await here.rita.intake.linkOfferings({}), { linked: 0 })
  const { items } = await here.rita.intake.listOfferings({ microCredential: b.id })
  assert.deepEqual(
    items.map(({ key }) => key),
    ['BBB-2014B'],
  )
  const [offering] = items
  assert.ok(offering)
  assert.deepEqual(await here.rita.intake.linkOfferings({ offerings: [offering.id], microCredential: null }), { linked: 1 })
  assert.equal((await here.rita.intake.listOfferings({ microCredential: b.id })).total, 0)
})

test('an import takes only what its profile knows, and only while it is open', async () => {
  const { rita } = await world()
  const { id } = await rita.intake.openImport({ profile: 'oulad' })
  await assert.rejects(rita.intake.previewImport({ id }), { type: 'no_files' })
  await assert.rejects(rita.intake.uploadFile({ id, name: 'holiday.csv' }, 'a,b', 'text/csv'), {
    type: 'file_unknown',
    status: 400,
  })
  await assert.rejects(rita.intake.openImport({ profile: 'unheard-of' }), { type: 'profile_unknown', status: 404 })
  await assert.rejects(rita.intake.confirmImport({ id }), { type: 'wrong_import_state' })
  assert.equal((await rita.intake.discardImport({ id })).state, 'discarded')
  await assert.rejects(rita.intake.uploadFile({ id, name: 'courses.csv' }, 'a,b', 'text/csv'), {
    type: 'wrong_import_state',
    status: 409,
  })
})

test('the same file name again takes the place of the file before', async () => {
  const { rita } = await world()
  const { id } = await rita.intake.openImport({ profile: 'oulad' })
  await rita.intake.uploadFile({ id, name: 'courses.csv' }, 'wrong file', 'text/csv')
  const { files } = await rita.intake.uploadFile({ id, name: 'courses.csv' }, 'right', 'text/csv')
  assert.deepEqual(
    files.map(({ name, bytes }) => [name, bytes]),
    [['courses.csv', 5]],
  )
})

test('another organisation sees nothing of it', async () => {
  const [here, there] = [await world(), await world()]
  const { id } = await imported(here.rita)
  const { id: enrolment } = await enrolmentOf(here, '9001', 'AAA-2013J')
  await assert.rejects(there.rita.intake.readImport({ id }), { type: 'not_found' })
  await assert.rejects(there.rita.intake.listRefused({ id }), { type: 'not_found' })
  await assert.rejects(there.rita.intake.undoImport({ id }), { type: 'not_found' })
  await assert.rejects(there.rita.intake.readEnrolment({ id: enrolment }), { type: 'not_found' })
  assert.equal((await there.rita.intake.listOfferings({})).total, 0)
  assert.deepEqual((await there.rita.intake.listImports({})).items, [])
  const theirs = await imported(there.rita)
  assert.deepEqual(theirs.counts, each(fresh), 'the same keys are other learners there')
})
