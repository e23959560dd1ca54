// Browser stories: Testamur with its screens on a port of its own, and a browser in which people of the world sign in by name.
import '../../bin/production.ts'
import './screens.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import axeCore from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { listen } from '../../src/server/listen.ts'
import { mountScreens } from '../../src/server/web.ts'
import { emailOf, origin, password, theHouse, type World, world } from '../world.ts'

const program = process.env.TESTAMUR_CHROMIUM ?? '/usr/bin/chromium'
/** Milliseconds for whatever a page is asked to do. */
const patience = 15_000

const here = existsSync(program) ? await open() : undefined
if (!here) console.log(`No browser at ${program}: the browser stories of this file are left out.`)

export type Stage = Readonly<{
  world: World
  origin: string
  /** A page for a stranger. Without JavaScript where the story says so. */
  page: Page
  /** A page for one of the world's people, signed in. */
  as: (name: string) => Promise<Page>
}>

export type Telling = Readonly<{ javaScript?: boolean; width?: number }>

/** A test with a browser and a fresh world; it ends with an accessibility scan of the stranger's page, unless that was never opened. */
export function story(name: string, tell: (stage: Stage) => Promise<void>, { javaScript = true, width = 1280 }: Telling = {}) {
  if (!here) return
  test(name, async () => {
    const browser = await here.browser()
    const fresh = await world()
    const options: BrowserContextOptions = {
      baseURL: origin,
      javaScriptEnabled: javaScript,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    }
    const page = await opened(browser, options)
    try {
      await tell({ world: fresh, origin, page, as: (who) => signedIn(browser, options, emailOf(who, fresh.organisation.slug)) })
      if (page.url() !== 'about:blank') await axe(page)
    } finally {
      await Promise.all(browser.contexts().map((context) => context.close()))
    }
  })
}

/** Fails with every rule of axe-core that the page breaks, and where. Waits for nothing but the page itself. */
export async function axe(page: Page): Promise<void> {
  const scanned = scriptless.has(page.context()) ? await copyOf(page) : page
  await scanned.evaluate(axeCore.source)
  const broken = await scanned.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof axeCore } // put there by the line above
    const { violations } = await axe.run(document)
    return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join('\n')}`)
  })
  if (broken.length > 0) throw new Error(`${page.url()} cannot be used by everybody:\n${broken.join('\n')}`)
}

const scriptless = new WeakSet<BrowserContext>()

/** The scan itself is a script: a page without any is shown again, as it stands, where scripts run. */
async function copyOf(page: Page): Promise<Page> {
  const html = (await page.content()).replaceAll(/<script\b[^>]*>.*?<\/script>/gs, '')
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() })
  if (!context) throw new Error('the browser has gone')
  const copy = await context.newPage()
  await copy.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }))
  await copy.goto(page.url())
  return copy
}

/** Screens are mounted before the first request, after which no more routes can be added. */
async function open() {
  const house = await theHouse()
  await mountScreens({ ...house, origins: [origin] }, join(import.meta.dirname, '../..'))
  const server = await listen(house, { port: 0, host: '127.0.0.1' })
  let launched: Promise<Browser> | undefined
  after(async () => {
    await (await launched)?.close()
    await server.close()
  })
  return {
    browser() {
      launched ??= launch(server.port)
      return launched
    },
  }
}

/** The world lives at one origin; the browser finds it on whichever port this process has. */
const launch = (port: number) =>
  chromium.launch({
    executablePath: program,
    args: [
      `--host-resolver-rules=MAP ${new URL(origin).host} 127.0.0.1:${port}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** With a session of its own, as if they had signed in by the form. */
async function signedIn(browser: Browser, options: BrowserContextOptions, email: string): Promise<Page> {
  const { call } = await theHouse()
  const response = await call(
    new Request(`${origin}/v1/session`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    }),
  )
  const [name = '', value = ''] = response.headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? []
  const page = await opened(browser, options)
  await page.context().addCookies([{ name, value, url: origin }])
  return page
}

async function opened(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(patience)
  if (!options.javaScriptEnabled) scriptless.add(context)
  return context.newPage()
}
