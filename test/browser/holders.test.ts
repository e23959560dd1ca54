// Stories of learners and what they earned, in a real browser.
import assert from 'node:assert/strict'
import { issuedTo } from '../holder-steps.ts'
import { emailOf, until } from '../world.ts'
import { axe, story } from './browser.ts'

story(
  'without JavaScript, Lena confirms her address, finds her credential, shows it to somebody and ends that again',
  async ({ as, world, page: stranger }) => {
    const email = emailOf('lena', world.organisation.slug)
    await issuedTo(world, [`AAA,1,Lena Learner,${email}`])
    const lena = await as('lena')
    // a learner has no console: her own page opens instead
    await lena.goto(`/o/${world.organisation.slug}`)
    await lena.getByRole('heading', { name: 'First confirm your e-mail address' }).waitFor()
    await axe(lena)
    await lena.getByRole('button', { name: 'Send me a link' }).click()
    const [mail] = await until(
      async () => (await world.house.sentMails()).filter(({ to, subject }) => to === email && subject.includes('address')),
      (seen) => seen.length > 0,
    )
    await lena.goto(new URL(/^http\S+$/m.exec(mail?.text ?? '')?.[0] ?? '').pathname)
    await lena.getByRole('button', { name: 'Yes, the address is mine' }).click()

    await lena.getByRole('link', { name: 'Module AAA' }).click()
    await lena.getByText('Nobody has a link to it.').waitFor()
    await axe(lena)
    await lena.getByRole('button', { name: 'Make a link' }).click()
    const url = (await lena.getByRole('link', { name: 'Open the page it shows' }).getAttribute('href')) ?? assert.fail('no link')
    await stranger.goto(url)
    await stranger.getByRole('heading', { name: 'Module AAA' }).first().waitFor()
    await lena.getByRole('button', { name: 'End this link' }).click()
    await lena.getByText('The link is ended').waitFor()
    assert.equal((await stranger.goto(url))?.status(), 404)
  },
  { javaScript: false },
)
