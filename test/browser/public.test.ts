// Browser stories of strangers: an employer who checks a credential, somebody who signs in, somebody who was invited.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { prepared, readyToRelease, released } from '../steps.ts'
import { emailOf, password, type World } from '../world.ts'
import { axe, story } from './browser.ts'

/** The link to one credential that was really released; its page, and its files below it. */
async function shared(world: World): Promise<string> {
  await readyToRelease(world)
  await released(world.rita, await prepared(world.rita))
  const [credential] = (await world.rita.issuing.listCredentials({ limit: 1 })).items
  assert.ok(credential)
  return (await world.rita.issuing.share({ id: credential.id })).url
}

const answered = (page: Page, verdict: string) => page.getByRole('heading', { name: verdict }).waitFor()

story(
  'an employer without JavaScript checks a shared credential, then its picture, and sees through a forgery',
  async ({ world, page }) => {
    await page.goto(await shared(world))
    await page.getByRole('button', { name: 'Check it now' }).click()
    await answered(page, 'This credential holds')
    await axe(page)

    const picture = await downloaded(page, 'Picture with the credential inside')
    assert.match(picture.name, /^Module \w+\.png$/)
    const signed = (await downloaded(page, 'Signed credential (JSON)')).bytes.toString('utf8')

    await page.goto('/verify')
    await page.getByLabel('The credential as a file').setInputFiles({
      name: 'badge.png',
      mimeType: 'image/png',
      buffer: picture.bytes,
    })
    await page.getByRole('button', { name: 'Check this file' }).click()
    await answered(page, 'This credential holds')

    await page.getByRole('link', { name: 'Check another one' }).click()
    await page.getByRole('link', { name: 'Text' }).click()
    await page.getByLabel('The credential as text').fill(signed.replace('"Module ', '"Nodule '))
    await page.getByRole('button', { name: 'Check this text' }).click()
    await answered(page, 'This is not what the issuer signed')
    assert.equal(await page.getByText('None of this is proven.').count(), 1)
  },
  { javaScript: false },
)

story('a link that was ended says so, and the link itself can be verified until then', async ({ world, page }) => {
  const link = await shared(world)
  await page.goto('/verify?by=link')
  await page.getByRole('textbox', { name: 'Link to the credential' }).fill(link)
  await page.getByRole('button', { name: 'Check this link' }).click()
  await answered(page, 'This credential holds')
  const { items } = await world.rita.issuing.listCredentials({ limit: 1 })
  const { shares } = await world.rita.issuing.readCredential({ id: items[0]?.id ?? assert.fail() })
  await world.rita.issuing.endShare({ id: shares[0]?.id ?? assert.fail() })
  const answer = await page.goto(link)
  assert.equal(answer?.status(), 404)
  await page.getByRole('heading', { name: 'This link does not lead to a credential' }).waitFor()
})

story('somebody signs in by keyboard; a wrong password is refused in words, and the address stays', async ({ world, page }) => {
  const email = emailOf('rita', world.organisation.slug)
  await page.goto('/sign-in?returnTo=/account')
  await tabTo(page, 'email')
  await page.keyboard.type(email)
  await tabTo(page, 'password')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('E-mail address and password do not belong together').waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'alert')
  await axe(page)
  await tabTo(page, 'email')
  assert.equal(await page.locator(':focus').inputValue(), email)
  await tabTo(page, 'password')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/account')
  await page.getByRole('heading', { name: 'Your account' }).waitFor()
})

story('an invited person opens an account from the mail, and the link works once', async ({ world, page }) => {
  const email = emailOf('nora', world.organisation.slug)
  await world.olga.people.invite({ email, roles: ['assessor'] })
  const mails = await world.until(
    async () => (await world.house.sentMails()).filter(({ to }) => to === email),
    (sent) => sent.length > 0,
  )
  const link = /https?:\/\/\S+\/invitations\/\S+/.exec(mails[0]?.text ?? '')?.[0] ?? assert.fail('no link in the mail')
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Your name' }).fill('نورة العتيبي')
  await page.getByRole('textbox', { name: 'Password' }).fill('short')
  await page.getByRole('button', { name: 'Open the account and join' }).click()
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Your name' }).inputValue(), 'نورة العتيبي')
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Open the account and join' }).click()
  await page.waitForURL(`**/o/${world.organisation.slug}`)
  const { items } = await world.olga.people.listMembers({})
  assert.deepEqual(items.find(({ person }) => person.email === email)?.roles, ['assessor'])
  await page.goto(link)
  await page.getByRole('heading', { name: 'This invitation has been accepted already' }).waitFor()
})

async function downloaded(page: Page, link: string) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** Presses Tab, as somebody without a mouse does, until the field of this name has the focus. */
async function tabTo(page: Page, field: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === field) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`the field ${field} cannot be reached by keyboard`)
}
