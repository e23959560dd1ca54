// Browser stories of lists and tables: long names, small screens, changes beside what they change, and sorting.
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { passes, prepared, published, readyToRelease, released } from '../steps.ts'
import type { World } from '../world.ts'
import { axe, story } from './browser.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).click()
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const textOf = async (part: Locator) => (await part.textContent()) ?? ''

const marks = (rows: string) => `course,number,name,mark,end\n${rows}`
const marksFile = (rows: string) => ({ name: 'marks.csv', mimeType: 'text/csv', buffer: Buffer.from(marks(rows)) })

/** One table of marks out of ten, with names and an outcome. */
const marksProfile: Parameters<World['rita']['intake']['saveProfile']>[0]['document'] = {
  version: 1,
  slug: 'marks',
  title: 'Marks with names',
  description: 'One table.',
  files: [
    {
      role: 'marks',
      names: ['marks.csv'],
      yields: [
        { fact: 'offering', key: '{course}', title: 'Course {course}', course: 'AAA' },
        { fact: 'learner', key: '{number}', name: '{name}' },
        { fact: 'enrolment', offering: '{course}', learner: '{number}', status: 'completed' },
        { fact: 'line_item', offering: '{course}', key: 'essay', title: 'The essay', category: 'essay', maximum: '10' },
        { fact: 'result', offering: '{course}', learner: '{number}', lineItem: 'essay', score: '{mark}' },
        { fact: 'outcome', offering: '{course}', learner: '{number}', value: '{end}', says: '{end}' },
      ],
    },
  ],
}

const longName = 'Maria Magdalena Wilhelmina von Hohenstein-Wolfenbüttel de la Cruz y Fernández'
const longCourse = 'AAA-2026-introduction-to-the-theory-and-practice-of-everything'

async function withMarks(world: World, rows: string): Promise<void> {
  await world.rita.intake.saveProfile({ slug: 'marks', document: marksProfile })
  const { id } = await world.rita.intake.openImport({ profile: 'marks' })
  await world.rita.intake.uploadFile({ id, name: 'marks.csv' }, marks(rows), 'text/csv')
  await world.rita.intake.previewImport({ id })
  const read = () => world.rita.intake.readImport({ id })
  await world.until(read, ({ state }) => state === 'previewed')
  await world.rita.intake.confirmImport({ id })
  await world.until(read, ({ state }) => state === 'imported')
}

/** Everything inside of what is shown of it: nothing of the table has to be looked for sideways. */
async function inSight(page: Page, table: string, ...texts: (string | RegExp)[]): Promise<void> {
  const frame = page.getByRole('region', { name: table })
  const bounds = (await frame.boundingBox()) ?? assert.fail(table)
  for (const text of texts) {
    const box = (await frame.getByText(text).first().boundingBox()) ?? assert.fail(String(text))
    assert.ok(box.x >= bounds.x && box.x + box.width <= bounds.x + bounds.width, `${text} is in sight`)
  }
  assert.ok(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth), 'nothing is cut off')
}

async function preparedWithLongNames(world: World): Promise<string> {
  const { id } = await published(world, 'AAA', 'Module AAA')
  await withMarks(world, `AAA-1,1,${longName},8,passed\n${longCourse},2,Ada Lovelace,9,passed\n`)
  await world.rita.issuing.saveRule({ microCredential: id, rule: structuredClone(passes) as never })
  return (await prepared(world.rita)).id
}

story(
  'names may be long: whether somebody is ready, and why, stays in sight; whoever cancels the release finds nobody ready in it',
  async ({ world, as }) => {
    const id = await preparedWithLongNames(world)
    const page = await as('rita')
    await page.goto(`/o/${world.organisation.slug}/releases/${id}`)
    await inSight(page, 'People in this release', longName, 'Ready to issue', 'Final outcome: passed')
    await follow(page, 'Cancel the release')
    await press(page, 'Cancel the release')
    await says(page, 'This release was cancelled')
    assert.equal(await page.getByText('Ready to issue').count(), 0)
    await page.getByText(/^Cancelled .* Rita Registrar/).waitFor()
    await axe(page)
  },
)

story(
  'on a phone each row is a card that says what every value is; to a listener it is still a table, and can be worked with',
  async ({ world, as }) => {
    const id = await preparedWithLongNames(world)
    const page = await as('rita')
    await page.goto(`/o/${world.organisation.slug}/releases/${id}`)
    await inSight(page, 'People in this release', longName, longCourse, 'Ready to issue', 'Final outcome: passed')
    const table = page.getByRole('table', { name: 'People in this release' })
    assert.deepEqual(
      await table
        .getByRole('columnheader')
        .allInnerTexts()
        .then((all) => all.slice(1, 4)),
      ['Learner', 'Verdict', 'State'],
    )
    const row = table.getByRole('row', { name: new RegExp(longName) })
    await row.getByRole('cell', { name: 'Ready to issue' }).waitFor()
    const label = await row
      .getByRole('cell', { name: 'Ready to issue' })
      .evaluate((cell) => getComputedStyle(cell, '::before').content)
    assert.match(label, /^"State"/)
    await axe(page)
    await row.getByRole('checkbox').check()
    await page.getByRole('textbox', { name: 'Reason' }).fill('an appeal is open')
    await press(page, 'Hold')
    await says(page, 'One person is held')
    await page.goto(`/o/${world.organisation.slug}/rules`)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
  },
  { width: 390 },
)

story(
  'Rita sees what a correction would change, and that a credential stands on it, before she accepts it',
  async ({ world, as }) => {
    const { id } = await published(world, 'AAA', 'Module AAA')
    await withMarks(world, 'AAA-1,1,Ada Lovelace,8,passed\nAAA-1,2,Grace Hopper,4,failed\n')
    await world.rita.issuing.saveRule({ microCredential: id, rule: structuredClone(passes) as never })
    await released(world.rita, await prepared(world.rita))
    const page = await as('rita')
    await page.goto(`/o/${world.organisation.slug}/imports/new?profile=marks`)
    await page
      .getByLabel('Add files')
      .setInputFiles(marksFile('AAA-1,1,Ada Lovelace,6,passed\nAAA-1,2,Grace Hopper,5,passed_with_distinction\n'))
    await press(page, 'Preview')
    await says(page, 'Credentials were issued on some of what changes')
    const row = page.getByRole('row', { name: /Ada Lovelace/ })
    assert.match(await textOf(row), /The essay[\s\S]*was 8[\s\S]*becomes 6 of 10[\s\S]*A credential was issued on this/)
    assert.doesNotMatch(await textOf(page.getByRole('row', { name: /Grace Hopper/ })), /credential was issued/)
    await axe(page)
    await follow(page, /^Final outcomes/)
    await page.getByRole('columnheader', { name: 'Outcome' }).waitFor()
    assert.match(
      await textOf(page.getByRole('row', { name: /Grace Hopper/ })),
      /was failed[\s\S]*becomes passed with distinction/i,
    )
    await follow(page, 'See which: Results')
    await page.getByRole('row', { name: /Grace Hopper/ }).waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Ada Lovelace/ }).waitFor()
  },
)

story(
  'without JavaScript, lists are sorted by the heads of their columns',
  async ({ world, as }) => {
    await readyToRelease(world)
    await released(world.rita, await prepared(world.rita))
    const page = await as('rita')
    await page.goto(`/o/${world.organisation.slug}/credentials`)
    const titles = () => page.getByRole('cell', { name: /^Module/ }).allInnerTexts()
    await page.getByRole('columnheader', { name: 'Credential' }).getByRole('link').click()
    await page.waitForURL(/sort=title/)
    const head = page.getByRole('columnheader', { name: /^Credential/ })
    assert.equal(await head.getAttribute('aria-sort'), 'ascending')
    assert.deepEqual(await titles(), (await titles()).toSorted())
    await head.getByRole('link').click()
    await page.waitForURL(/sort=-title/)
    assert.equal(await head.getAttribute('aria-sort'), 'descending')
    assert.deepEqual(await titles(), (await titles()).toSorted().toReversed())
    await axe(page)
  },
  { javaScript: false },
)
