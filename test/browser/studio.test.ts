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
