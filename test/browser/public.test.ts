// Browser stories of strangers: an employer who checks a credential, somebody who signs in, somebody who was invited.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { prepared, published, readyToRelease, released } from '../steps.ts'
import { emailOf, origin, password, type World } from '../world.ts'
import { axe, story } from './browser.ts'

/** The link to one credential that was really released; its page, and its files below it. */
async function shared(world: World): Promise<string> {
  await readyToRelease(world)
  await released(world.rita, await prepared(world.rita))
  return (await world.rita.issuing.share({ id: (await theFirst(world)).id })).url
}

async function theFirst({ rita }: World) {
  const [credential] = (await rita.issuing.listCredentials({ limit: 1 })).items
  return credential ?? assert.fail('nothing was issued')
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

story(
  'a revoked credential says so first and once, offers nothing to show it by, and can still be checked',
  async ({ world, page }) => {
    const link = await shared(world)
    const { id } = await theFirst(world)
    await world.rita.issuing.revoke({ id, reason: 'Issued to the wrong person' })
    await page.goto(link)
    assert.equal(await page.getByText('This credential has been revoked').count(), 1)
    assert.equal(await page.getByText('Issued to the wrong person').count(), 0)
    assert.equal(await page.getByText(/^Revoked on /).count(), 1)
    assert.equal(await page.getByText('certifies that').count(), 0)
    for (const name of [/LinkedIn/, /Picture/, /Badge picture/]) assert.equal(await page.getByRole('link', { name }).count(), 0)
    assert.equal(await page.getByText('Valid until').count(), 0)
    assert.equal(await page.locator('script[type="application/ld+json"]').count(), 0)
    await axe(page)
    assert.equal((await downloaded(page, 'Signed credential (JSON)')).bytes.includes('"proof"'), true)
    await page.getByRole('button', { name: 'Check it now' }).click()
    await answered(page, 'The issuer has revoked this credential')
  },
  { javaScript: false },
)

story('a suspended credential may count again, and is not said to be taken back', async ({ world, page }) => {
  const link = await shared(world)
  const { id } = await theFirst(world)
  await world.rita.issuing.suspend({ id, reason: 'The report is looked at again' })
  await page.goto(link)
  await page.getByRole('heading', { name: 'This credential is suspended' }).waitFor()
  await page.getByText(/does not count while it is suspended, and may count again/).waitFor()
  await page.getByRole('button', { name: 'Check it now' }).click()
  await answered(page, 'The issuer has suspended this credential')
  assert.match(
    (await page.getByText('Has the issuer suspended it?').locator('..').textContent()) ?? '',
    /The issuer has suspended it$/,
  )
  assert.match(
    (await page.getByText('Has the issuer taken it back?').locator('..').textContent()) ?? '',
    /It has not been revoked$/,
  )
  await world.rita.issuing.liftSuspension({ id })
  await page.goto(link)
  await page.getByRole('heading', { name: 'This credential is in force' }).waitFor()
})

story('on an Arabic page English texts say that they are English, and begin where the page begins', async ({ world, page }) => {
  const link = await shared(world)
  await page.context().addCookies([{ name: 'locale', value: 'ar', url: origin }])
  await page.goto(link)
  const sides = await page.locator('main p[lang=en], main div[lang=en]').evaluateAll((texts) =>
    texts.map((text) => {
      const { direction, textAlign } = getComputedStyle(text)
      return `${direction} ${textAlign}`
    }),
  )
  assert.ok(sides.length >= 4, `${sides.length} texts`)
  assert.deepEqual([...new Set(sides)].sort(), ['ltr center', 'ltr right'])
})

story(
  'an achievement has a page for people at the address that programs know',
  async ({ world, page }) => {
    const link = await shared(world)
    await page.goto(link)
    await page.getByRole('link', { name: 'Version 1' }).click()
    const address = page.url()
    assert.match(address, /\/achievements\/dv_\w+$/)
    assert.match((await page.getByRole('heading', { level: 1 }).textContent()) ?? '', /^Module \w+$/)
    for (const said of ['Explains the ideas of the subject', 'Pass the module as its examination board decides.', 'Online'])
      assert.equal(await page.getByText(said).count(), 1, said)
    assert.equal(
      await page.getByRole('link', { name: 'Explaining' }).getAttribute('href'),
      'https://skills.example.org/explaining',
    )
    const structured = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
    assert.equal(structured.url, address)
    assert.equal(await page.locator('meta[property="og:image"]').getAttribute('content'), `${address}/image.png`)
    await axe(page)
    for (const accept of [undefined, '*/*', 'application/json', 'application/ld+json', 'application/json, text/html;q=0.9']) {
      const answer = await world.house.call(new Request(address, accept ? { headers: { accept } } : {}))
      assert.equal(answer.headers.get('content-type'), 'application/ld+json', accept)
      assert.match(answer.headers.get('vary') ?? '', /accept/i)
      assert.equal((await answer.json()).id, address)
    }
    const nobody = await page.goto(address.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
    assert.equal(nobody?.status(), 404)
    assert.match(nobody?.headers()['content-type'] ?? '', /^text\/html/)
  },
  { javaScript: false },
)

story('whoever reads an older version of an achievement is led to the newer one', async ({ world, page }) => {
  const { id, revisions } = await published(world, 'AAA')
  await world.dev.design.saveStep({
    id,
    step: 'assessment',
    revision: revisions.assessment ?? 0,
    document: { criteria: 'Pass the module and defend a case.' },
  })
  const { versions } = await world.pia.design.publish({ id })
  const first = versions.find(({ number }) => number === 1) ?? assert.fail()
  await page.goto(`/achievements/${first.id}`)
  await page.getByText('Version 1, published on').waitFor()
  await page.getByText('Pass the module as its examination board decides.').waitFor()
  await page.getByRole('link', { name: 'Read version 2' }).click()
  await page.getByText('Pass the module and defend a case.').waitFor()
  assert.equal(await page.getByText('There is a newer version').count(), 0)
})

story('a link just made stays until Rita has it, whatever else she does, and goes when she leaves', async ({ world, as }) => {
  await readyToRelease(world)
  await released(world.rita, await prepared(world.rita))
  const [credential, other] = (await world.rita.issuing.listCredentials({ limit: 2 })).items
  const rita = await as('rita')
  const address = `/o/${world.organisation.slug}/credentials`
  await rita.goto(`${address}/${credential?.id}`)
  const links = rita.getByText(/^http:\/\/localhost:3000\/c\//)
  await rita.getByRole('button', { name: 'Make a link' }).click()
  await links.waitFor()
  await rita.getByRole('button', { name: 'Make a link' }).click()
  await links.nth(1).waitFor()
  const [second, first] = await links.allTextContents()
  assert.notEqual(first, second)
  await rita.getByRole('button', { name: 'Copy the link' }).first().click()
  await rita.getByRole('button', { name: 'Copied' }).waitFor()
  await rita.getByRole('link', { name: 'Suspend' }).click()
  await rita.getByRole('textbox', { name: 'Reason' }).fill('Looked at again')
  await rita.getByRole('button', { name: 'Suspend the credential' }).click()
  await rita.getByText('The credential is suspended').waitFor()
  assert.deepEqual(await links.allTextContents(), [second, first])
  await axe(rita)
  await rita.getByRole('button', { name: 'I have it' }).first().click()
  assert.deepEqual(await links.allTextContents(), [first])
  await rita.getByRole('button', { name: 'End this link' }).last().click()
  await links.waitFor({ state: 'detached' })
  await rita.getByRole('button', { name: 'Make a link' }).click()
  await links.waitFor()
  await rita.goto(`${address}/${other?.id}`)
  await rita.getByRole('button', { name: 'Make a link' }).waitFor()
  assert.equal(await links.count(), 0)
})

story(
  'the designer’s preview is the page that everybody will see, filled with what is plainly a sample',
  async ({ world, as }) => {
    const { id } = await world.dev.design.create({ key: 'NEW', document: {} })
    const dev = await as('dev')
    await dev.goto(`/o/${world.organisation.slug}/micro-credentials/${id}/preview`)
    await dev.getByText('This is a sample').waitFor()
    assert.equal(await dev.getByText('Sample', { exact: true }).count(), 1)
    for (const title of ['What was achieved', 'The evidence', 'About the micro-credential', 'Issued by'])
      await dev.getByRole('heading', { name: title }).waitFor()
    await dev.getByText('3 pieces of assessed work, scored from 84% to 91%').first().waitFor()
    await axe(dev)
  },
)

story('a link that was ended says so, and the link itself can be verified until then', async ({ world, page }) => {
  const link = await shared(world)
  await page.goto('/verify?by=link')
  await page.getByRole('textbox', { name: 'Link to the credential' }).fill(link)
  await page.getByRole('button', { name: 'Check this link' }).click()
  await answered(page, 'This credential holds')
  const { shares } = await world.rita.issuing.readCredential({ id: (await theFirst(world)).id })
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
