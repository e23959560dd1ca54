// Browser stories of Rita, the registrar: from files of results to credentials, and one of them back again.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { imported, prepared, published, readyToRelease, released, smallResults } from '../steps.ts'
import { axe, story } from './browser.ts'

const broken = join(smallResults, '../broken')
const names = ['courses.csv', 'assessments.csv', 'studentRegistration.csv', 'studentInfo.csv', 'studentAssessment.csv']

type File = { name: string; mimeType: string; buffer: Buffer }

const file = async (folder: string, name: string, change: (text: string) => string = (text) => text): Promise<File> => ({
  name,
  mimeType: name.endsWith('.json') ? 'application/json' : 'text/csv',
  buffer: Buffer.from(change(await readFile(join(folder, name), 'utf8'))),
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).click()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor()
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

story(
  'without JavaScript, Rita imports results, sees the one row with a slip in it, sends a better file, imports, and undoes it',
  async ({ world, as }) => {
    const page = await as('rita')
    await page.goto(`/o/${world.organisation.slug}/imports`)
    await page.getByRole('link', { name: 'Import results' }).first().click()
    assert.equal(await page.getByRole('radio', { checked: true }).count(), 0, 'nobody has chosen yet')
    await press(page, 'Continue to the files')
    await says(page, /What do your files look like\?.* (must|Choose|Give|Fill)|Choose|needed/)
    await axe(page)
    await page.getByLabel('Open University Learning Analytics Dataset').check()
    await press(page, 'Continue to the files')
    await says(page, 'Files of this profile')
    assert.deepEqual((await world.rita.intake.listImports({})).items, [], 'nothing is opened before a file is there')

    const slip = (text: string) => text.replace('101,9001,18,0,72', '101,9001,18,0,seventy-two')
    const files = await Promise.all(
      names.map((name) => file(smallResults, name, name === 'studentAssessment.csv' ? slip : undefined)),
    )
    await page.getByLabel('Add files').setInputFiles(files)
    await press(page, 'Send these files')
    await says(page, 'Waiting for files')
    assert.equal(await page.getByText('missing', { exact: true }).count(), 0)
    await press(page, 'Preview')

    await says(page, 'One row was refused')
    await follow(page, 'See every refused row')
    const row = page.getByRole('row', { name: /studentAssessment\.csv/ })
    await row.getByText('The value is not a number').waitFor()
    assert.match((await row.textContent()) ?? '', /studentAssessment\.csv2score.*seventy-two/)
    await axe(page)

    await page.getByText('Use other files').click()
    await page.getByLabel('Add files').setInputFiles(await file(smallResults, 'studentAssessment.csv'))
    await press(page, 'Send these files')
    await press(page, 'Preview')
    await says(page, 'Every row was understood')
    await follow(page, 'Import 39 results')
    await says(page, /39 results, 20 final outcomes, 20 enrolments/)
    await axe(page)
    await press(page, 'Import 39 results')
    await says(page, /^Imported: 39 results/)

    await follow(page, 'Undo this import')
    await press(page, 'Undo the import')
    await says(page, 'Undone; the records are as they were before')
    const { items } = await world.rita.intake.listEnrolments({})
    assert.equal(items.length, 0)
    await axe(page)
  },
  { javaScript: false },
)

story(
  'Rita adds a profile from a file and gets every reason why a broken file cannot be read; the same files twice change nothing',
  async ({ world, as }) => {
    const page = await as('rita')
    await page.goto(`/o/${world.organisation.slug}/profiles/new`)
    await page.getByLabel('A profile as a file').setInputFiles(await file(broken, 'profile.json'))
    await press(page, 'Save this profile')
    await heading(page, 'One table of marks')
    await axe(page)
    await follow(page, 'Import with it')
    await page.getByLabel('Add files').setInputFiles(await file(broken, 'profile.json'))
    await says(page, 'One file was left out')
    assert.deepEqual((await world.rita.intake.listImports({})).items, [], 'a file that is not sent opens nothing')
    await page.getByLabel('Add files').setInputFiles(await file(broken, 'ragged.csv'))
    await press(page, 'Preview')
    await follow(page, /Refused rows/)
    await page.getByText('The row has more or fewer values than the header').first().waitFor()
    await says(page, 'found 3; expected 5')
    const [download] = await Promise.all([page.waitForEvent('download'), follow(page, 'Download all refused rows')])
    assert.match(await readFile(await download.path(), 'utf8'), /ragged\.csv,3,/)
    await axe(page)

    await imported(world.rita)
    await page.goto(`/o/${world.organisation.slug}/imports/new`)
    await page.getByLabel('Your files').setInputFiles(await Promise.all(names.map((name) => file(smallResults, name))))
    await says(page, /“Open University Learning Analytics Dataset” fits these files/)
    assert.ok(await page.getByLabel('Open University Learning Analytics Dataset').isChecked())
    await axe(page)
    await press(page, 'Send these 5 files with this profile')
    await press(page, 'Preview')
    await says(page, 'These files hold nothing new')
    assert.equal(await page.getByRole('link', { name: /^Import / }).count(), 0)
  },
)

story(
  'Rita tries a rule, saves it, prepares a release, holds one learner by keyboard, issues the rest, and shares one',
  async ({ world, as, page: stranger }) => {
    const { id } = await published(world, 'AAA', 'Module AAA')
    await imported(world.rita)
    const page = await as('rita')
    const console = `/o/${world.organisation.slug}`

    await page.goto(`${console}/rules/${id}`)
    await page.getByLabel('What must be shown').selectOption('A weighted average')
    await page.getByLabel('At least').fill('half')
    await page.getByRole('main').getByRole('button', { name: 'Simulate' }).last().click()
    await says(page, 'Give a number')
    await page.getByLabel('What must be shown').selectOption('The final outcome')
    await says(page, 'The final outcome is passed or passed with distinction')
    await page.getByRole('main').getByRole('button', { name: 'Simulate' }).last().click()
    await says(page, 'Of 13 enrolments, 8 qualify, 5 do not, and 0 cannot be told yet.')
    await follow(page, /^Does not qualify 5/)
    await says(page, '5 of 5')
    await page.getByRole('row', { name: /9003/ }).getByText('Why?').click()
    await page.getByRole('link', { name: /studentInfo\.csv, line 4/ }).waitFor()
    await axe(page)
    await page.getByLabel('Note').fill('As the board decided')
    await press(page, 'Save as version 1')
    await heading(page, 'Versions')
    await says(page, 'As the board decided')

    await page.goto(`${console}/releases/new`)
    await press(page, 'Prepare')
    await page.getByRole('link', { name: 'Issue 8 credentials' }).waitFor()
    await follow(page, /^Ready to issue 8/)
    // the selection belongs to what is shown; wait until that is only who is ready
    await page.waitForURL(/state=ready/)
    await page
      .getByRole('row', { name: /Does not qualify/ })
      .first()
      .waitFor({ state: 'detached' })
    await page.getByRole('region', { name: 'People in this release' }).focus()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByRole('status').filter({ hasText: '1 selected' }).waitFor()
    await press(page, 'Hold')
    await says(page, 'Give a reason of at least three letters')
    await page.getByRole('textbox', { name: 'Reason' }).fill('an appeal is open')
    await press(page, 'Hold')
    await says(page, 'One person is held')
    await axe(page)
    await follow(page, 'Issue 7 credentials')
    await says(page, '7 credentials are signed in the name of your organisation.')
    await press(page, 'Issue 7 credentials')
    await says(page, '7 credentials were issued')
    await axe(page)

    await follow(page, 'See 7 credentials')
    await page.getByRole('cell', { name: 'Module AAA' }).first().waitFor()
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await heading(page, 'The row that decided')
    await press(page, 'Check it now')
    await heading(page, 'This credential holds')
    await press(page, 'Make a link')
    const link = await page.getByRole('link', { name: 'Open the page it shows' }).getAttribute('href')
    await axe(page)
    await stranger.goto(link ?? assert.fail('no link'))
    await stranger.getByRole('heading', { name: 'Module AAA' }).first().waitFor()
  },
)

story(
  'Rita revokes a credential, giving a reason, and whoever has a link to it is told',
  async ({ world, as, page: stranger }) => {
    await readyToRelease(world)
    await released(world.rita, await prepared(world.rita))
    const [credential] = (await world.rita.issuing.listCredentials({ limit: 1 })).items
    const { id, learner } = credential ?? assert.fail()
    const { url } = await world.rita.issuing.share({ id })
    const page = await as('rita')

    await page.goto(`/o/${world.organisation.slug}/credentials?search=${learner.key}`)
    await page
      .getByRole('row', { name: new RegExp(learner.key) })
      .first()
      .waitFor()
    await page.goto(`/o/${world.organisation.slug}/credentials/${id}`)
    await follow(page, 'Revoke')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Revoke the credential' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('Reason').fill('The mark belonged to somebody else')
    await axe(page)
    await dialog.getByRole('button', { name: 'Revoke the credential' }).click()
    await says(page, 'The credential is revoked')
    await says(page, 'The mark belonged to somebody else')
    assert.equal(await page.getByRole('link', { name: 'Revoke' }).count(), 0)
    await axe(page)

    await stranger.goto(url)
    await stranger
      .getByText(/revoked/i)
      .first()
      .waitFor()
    assert.equal(await stranger.getByText('The mark belonged to somebody else').count(), 0)
  },
)
