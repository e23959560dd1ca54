// Stories of the studio: a design from nothing to its publication, two people at the same step, and who may come in.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { emailOf } from '../world.ts'
import { axe, story } from './browser.ts'

story('Dev designs a micro-credential from nothing, by keyboard alone, and Pia publishes it', async ({ as, world }) => {
  const dev = await as('dev')
  await dev.goto(`/o/${world.organisation.slug}`)
  await press(dev, 'Design the first one')
  await type(dev, 'Title', 'First aid at sea')
  await type(dev, 'Code', 'MAR-210')
  await dev.keyboard.press('Enter')

  await dev.getByRole('heading', { name: 'Overview' }).waitFor()
  await type(dev, 'Description', 'Plan and lead a first response on board.')
  await press(dev, 'Save and continue')

  await dev.getByRole('heading', { name: 'Outcomes', exact: true }).waitFor()
  await type(dev, 'Outcome 1', 'Explains when to call for help')
  await type(dev, 'Skill', 'maritime communication')
  await press(dev, 'Add an outcome')
  // the focus is already in the new outcome
  await dev.keyboard.type('Plans a first response')
  await dev.getByLabel('Skill', { exact: true }).nth(1).focus()
  await dev.keyboard.type('Emergency planning')
  await press(dev, 'Move outcome 2 up')
  assert.equal(await dev.getByRole('textbox', { name: 'Outcome 1' }).inputValue(), 'Plans a first response')
  await press(dev, 'Save and continue')

  await dev.getByRole('heading', { name: 'Assessment' }).waitFor()
  await type(dev, 'What somebody must do to earn it', 'Lead one supervised exercise.')
  await press(dev, 'Save and continue')

  await dev.getByRole('heading', { name: 'Volume and level' }).waitFor()
  await type(dev, 'Hours of learning', 'many')
  await press(dev, 'Save and continue')
  await dev
    .getByRole('alert')
    .getByRole('link', { name: /Hours of learning/ })
    .waitFor()
  await type(dev, 'Hours of learning', '12,5')
  await type(dev, 'Framework', 'EQF')
  await type(dev, 'Level', '5')
  await axe(dev)
  await press(dev, 'Save and continue')

  await dev.getByRole('heading', { name: 'Badge', exact: true }).waitFor()
  const drawn = dev.getByRole('figure').locator('svg')
  const before = await drawn.innerHTML()
  await dev.getByRole('radio', { name: 'Circle' }).focus()
  await dev.keyboard.press('ArrowRight')
  await dev.waitForFunction((old) => document.querySelector('figure svg')?.innerHTML !== old, before)
  await press(dev, 'Save and look it over')
  await dev.getByText('It waits for somebody who may publish').waitFor()
  await axe(dev)

  const pia = await as('pia')
  await pia.goto(dev.url())
  await press(pia, 'Publish version 1')
  await pia.getByRole('dialog').getByText('Version 1 will never change').waitFor()
  await pia.getByRole('dialog').getByRole('button', { name: 'Publish version 1' }).press('Enter')
  await pia.getByText('Version 1 is published').waitFor()
  await pia.getByRole('link', { name: 'Version 1' }).press('Enter')
  await pia.getByText('This version was published and never changes').waitFor()
  await axe(pia)
})

story('when two people write at the same step, the second sees both texts and chooses', async ({ as, world }) => {
  const { id } = await world.dev.design.create({ key: 'AAA', title: 'First aid' })
  const step = `/o/${world.organisation.slug}/micro-credentials/${id}/assessment`
  const [dev, pia] = [await as('dev'), await as('pia')]
  await Promise.all([dev.goto(step), pia.goto(step)])
  await type(dev, criteria, 'Pass with 40 points.')
  await press(dev, 'Save')
  await dev.getByText('Saved.').waitFor()

  await type(pia, criteria, 'Pass with 50 points.')
  await press(pia, 'Save')
  const conflict = pia.getByRole('alert')
  await conflict.getByText('Pass with 40 points.').waitFor()
  await conflict.getByText('Pass with 50 points.').waitFor()
  await axe(pia)
  assert.equal((await world.dev.design.read({ id })).document.assessment.criteria, 'Pass with 40 points.')

  await press(pia, 'Save mine instead')
  await pia.getByText('Saved.').waitFor()
  assert.equal((await world.dev.design.read({ id })).document.assessment.criteria, 'Pass with 50 points.')
})

story('what was typed and not saved is still there after a reload, and can be let go', async ({ as, world }) => {
  const { id } = await world.dev.design.create({ key: 'AAA', title: 'First aid' })
  const dev = await as('dev')
  await dev.goto(`/o/${world.organisation.slug}/micro-credentials/${id}/assessment`)
  await type(dev, criteria, 'Half a sentence')
  await dev.getByText('Not saved yet; kept in this browser').waitFor()
  await dev.reload()
  await dev.getByText('This is what you had typed and not saved yet').waitFor()
  assert.equal(await dev.getByLabel(criteria).inputValue(), 'Half a sentence')
  await axe(dev)
  await press(dev, 'Go back to what is saved')
  assert.equal(await dev.getByLabel(criteria).inputValue(), '')
  await dev.reload()
  assert.equal(await dev.getByLabel(criteria).inputValue(), '')
})

story(
  'without JavaScript a design is written and saved too, outcomes in their order',
  async ({ as, world }) => {
    const { id } = await world.dev.design.create({ key: 'AAA', title: 'First aid' })
    const dev = await as('dev')
    await dev.goto(`/o/${world.organisation.slug}/micro-credentials/${id}/outcomes`)
    await dev.getByRole('textbox', { name: 'Outcome 1' }).fill('Explains')
    await dev.getByRole('button', { name: 'Add an outcome' }).click()
    await dev.getByRole('textbox', { name: 'Outcome 2' }).fill('Plans')
    await dev.getByRole('button', { name: 'Move outcome 2 up' }).click()
    await dev.getByLabel('Skill', { exact: true }).first().fill('Planning')
    await dev.getByRole('button', { name: 'Save', exact: true }).click()
    await dev.getByText('Saved.').waitFor()
    const { learningOutcomes } = (await world.dev.design.read({ id })).document.outcomes
    assert.deepEqual(
      learningOutcomes.map(({ text, alignments }) => [text, alignments.map(({ name }) => name)]),
      [
        ['Plans', ['Planning']],
        ['Explains', []],
      ],
    )
  },
  { javaScript: false },
)

story('Olga invites somebody, changes roles, and cannot leave her organisation without an owner', async ({ as, world }) => {
  const olga = await as('olga')
  const { slug } = world.organisation
  await olga.goto(`/o/${slug}/people`)
  await press(olga, 'Invite somebody')
  await type(olga, 'E-mail address', 'sam@example.org')
  await press(olga, 'Send the invitation')
  await olga
    .getByRole('alert')
    .getByRole('link', { name: /What they may do/ })
    .waitFor()
  assert.equal(await olga.getByLabel('E-mail address').inputValue(), 'sam@example.org')
  await olga.getByRole('checkbox', { name: 'Assessor' }).press('Space')
  await press(olga, 'Send the invitation')
  await olga.getByText(/\/invitations\/\w+/).waitFor()
  await axe(olga)
  await press(olga, 'Back to people')
  await olga.getByRole('cell', { name: 'sam@example.org', exact: true }).waitFor()
  await axe(olga)

  await press(olga, 'Members')
  await press(olga, 'Ana Assessor')
  const panel = olga.getByRole('complementary', { name: 'Ana Assessor' })
  await panel.getByRole('checkbox', { name: 'Instructor' }).press('Space')
  await press(olga, 'Save roles')
  await olga.getByText('The roles of Ana Assessor are changed.').waitFor()
  const { items } = await world.olga.people.listMembers({})
  const ana = items.find(({ person }) => person.email === emailOf('ana', slug))
  assert.deepEqual(ana?.roles, ['instructor', 'assessor'])

  await press(olga, /^Olga Owner/)
  await olga.getByText('An organisation needs an owner').waitFor()
  await axe(olga)
})

story(
  'whoever works by keyboard always knows where they are: on a page, in an error, after a dialog, after a row has gone',
  async ({ as, world }) => {
    const { id } = await world.dev.design.create({ key: 'AAA', title: 'First aid' })
    const here = `/o/${world.organisation.slug}`
    const dev = await as('dev')
    await dev.goto(`${here}/micro-credentials`, { waitUntil: 'networkidle' })
    await press(dev, 'First aid')
    await dev.locator('h1:focus', { hasText: 'First aid' }).waitFor()
    await dev.getByRole('status').getByText('First aid · Testamur').waitFor({ state: 'attached' })

    await press(dev, 'Say how many hours of learning it takes')
    await dev.locator('#field-hours:focus').waitFor()
    await dev.keyboard.type('many')
    await dev.keyboard.press('Tab')
    const wrong = '“Hours of learning” must be a number, such as 12 or 12.5.'
    await dev.getByText(wrong).waitFor()
    await press(dev, 'Save')
    await dev.locator('[role=alert]:focus').waitFor()
    assert.equal(await dev.getByText(wrong).count(), 2)
    await axe(dev)
    await press(dev, wrong)
    await dev.locator('#field-hours:focus').waitFor()
    await press(dev, 'Skip to the main content')
    await dev.locator('main:focus').waitFor()
    assert.equal(await dev.getByText(wrong).count(), 2)
    await type(dev, 'Hours of learning', '12')
    await press(dev, 'Save')
    await dev.getByText('Saved.').waitFor()
    await dev.locator('button:focus', { hasText: 'Save' }).waitFor()

    const pia = await as('pia')
    await pia.goto(`${here}/micro-credentials/${id}`, { waitUntil: 'networkidle' })
    await press(pia, 'More actions')
    await pia.locator('[role=menuitem]:focus').press('Enter')
    await pia.getByRole('dialog').waitFor()
    await pia.keyboard.press('Escape')
    await pia.locator('button[aria-label="More actions"]:focus').waitFor()

    const olga = await as('olga')
    await olga.goto(`${here}/people`, { waitUntil: 'networkidle' })
    await press(olga, 'Ana Assessor')
    await press(olga, 'Remove from the organisation')
    await olga
      .getByRole('dialog')
      .getByRole('button', { name: /Remove/ })
      .press('Enter')
    await olga.getByRole('cell', { name: 'Ana Assessor' }).waitFor({ state: 'detached' })
    await olga.locator('tbody a:focus').waitFor()
    await axe(olga)
  },
)

story('a press lands where it was meant, although the field that is left turns out to be wrong', async ({ as, world }) => {
  const olga = await as('olga')
  await olga.goto(`/o/${world.organisation.slug}/people/invite`, { waitUntil: 'networkidle' })
  await olga.getByLabel('E-mail address').fill('nobody')
  const box = await olga.getByRole('checkbox', { name: 'Assessor' }).boundingBox()
  assert.ok(box)
  await olga.mouse.move(box.x + box.width / 2, box.y + 3)
  await olga.mouse.down()
  // long enough to be drawn anew in between
  await olga.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await olga.mouse.up()
  await olga.getByText('“E-mail address” must be an e-mail address, such as name@example.org.').waitFor()
  assert.ok(await olga.getByRole('checkbox', { name: 'Assessor' }).isChecked())
})

story(
  'without JavaScript, too, what is wrong is a sentence that leads to its field, and nothing typed is lost',
  async ({ as, world }) => {
    const dev = await as('dev')
    await dev.goto(`/o/${world.organisation.slug}/micro-credentials/new`)
    await dev.getByLabel('Title', { exact: true }).fill('First aid')
    await dev.getByRole('button', { name: 'Create and start designing' }).click()
    await dev.getByRole('link', { name: '“Code” is empty. Fill it in.' }).click()
    assert.equal(new URL(dev.url()).hash, '#field-key')
    assert.equal(await dev.getByLabel('Title', { exact: true }).inputValue(), 'First aid')
    await axe(dev)
  },
  { javaScript: false },
)

const criteria = 'What somebody must do to earn it'

/** Replaces what stands in the field, with the keyboard. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** A button or a link, with the Enter key. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const exact = typeof name === 'string'
  await page.getByRole('button', { name, exact }).or(page.getByRole('link', { name, exact })).press('Enter')
}
