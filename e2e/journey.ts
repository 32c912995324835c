import { mkdir } from 'node:fs/promises'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { z } from 'zod'
import { buildApp } from '#app'
import { makeDemonstration } from '#demo/make-demonstration.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { clockFixedOn } from '#platform/clock.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { inService, type Scope } from '#records/scope.ts'
import { testDatabase } from '#test/database.ts'

/** The day on which the journeys' demonstration stands: a Wednesday. */
export const journeyDay = '2026-11-18'

const pictures = process.env['JOURNEY_PICTURES']
const phone = { width: 320, height: 640 }
const desk = { width: 1280, height: 900 }

/** The application with the demonstration in it, served for real, and a browser to use it with. */
export interface Journey {
  /** Signs in as the first person offered whose role or name has these words, in a browser window of their own. */
  readonly as: (who: string, options?: { phone?: boolean; javaScript?: boolean }) => Promise<Person>
  /** Moves the day on which the application stands. Everybody has to sign in again. */
  readonly moveTo: (day: string) => void
  /** Puts facts into the demonstration, as nobody in particular. */
  readonly inService: <Result>(work: (scope: Scope) => Promise<Result>) => Promise<Result>
}

/** Someone at a browser. */
export interface Person {
  readonly page: Page
  readonly goTo: (path: string) => Promise<void>
  /** Follows a link with this text. */
  readonly follow: (text: string | RegExp) => Promise<void>
  /** Presses the button with this text and waits for the page that it leads to. */
  readonly press: (text: string | RegExp) => Promise<void>
  /** Fills in a form: texts by the input's name, dates as `2026-03-01`, choices by their value, several as a list. */
  readonly fill: (answers: Answers) => Promise<void>
  readonly heading: () => Promise<string>
  /** The error summary's messages. */
  readonly errors: () => Promise<string[]>
  readonly text: () => Promise<string>
  /** Checks the page as it stands: accessibility rules, no sideways scroll, the demonstration notice; takes its picture. */
  readonly check: (name: string) => Promise<void>
}

export type Answers = Readonly<Record<string, string | readonly string[]>>

/** Starts a journey at the top of a file; it ends with the file. */
export async function startJourney(): Promise<Journey> {
  const { connection } = await testDatabase()
  const db = connect<Database>(connection)
  let clock = clockFixedOn(plainDate(journeyDay))
  const { serviceId } = await makeDemonstration(db, { seed: 1, today: clock.today() })
  const app = await buildApp({
    db,
    clock: { today: () => clock.today(), now: () => clock.now() },
    around: { serviceName: 'Journey service', isDemonstration: true, assetVersion: 'journey' },
    sessionSecret: 'a secret of at least thirty-two characters',
    oidc: null,
    isBehindProxy: false,
    isHttps: false,
    logLevel: 'error',
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  afterAll(async () => {
    await browser.close()
    await app.close()
    await db.destroy()
  })
  return {
    moveTo: day => {
      clock = clockFixedOn(plainDate(day))
    },
    inService: work => inService(db, { serviceId, staffId: null }, work),
    as: async (who, { phone: onPhone = false, javaScript = true } = {}) => {
      const context = await browser.newContext({
        baseURL: address,
        viewport: onPhone ? phone : desk,
        javaScriptEnabled: javaScript,
      })
      return await signIn(context, who)
    },
  }
}

async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
}

async function signIn(context: BrowserContext, who: string): Promise<Person> {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto('/sign-in')
  await page.locator('.govuk-radios__item', { hasText: who }).first().locator('input').check()
  await leadingOn(page, () => page.getByRole('button', { name: 'Sign in' }).click())
  return personAt(page)
}

function personAt(page: Page): Person {
  return {
    page,
    goTo: async path => {
      await page.goto(path)
    },
    follow: async text => {
      const links = page
        .locator('main, .app-service-navigation, .app-child-navigation')
        .getByRole('link', { name: text })
      await leadingOn(page, () => links.first().click())
    },
    press: async text => {
      const buttons = page.locator('main').getByRole('button', { name: text })
      await leadingOn(page, () => buttons.first().click())
    },
    fill: async answers => {
      for (const [name, answer] of Object.entries(answers)) await fillIn(page, name, answer)
    },
    errors: async () => await page.locator('.govuk-error-summary__list li').allInnerTexts(),
    heading: async () => await page.locator('h1').first().innerText(),
    text: async () => await page.locator('main').innerText(),
    check: async name => await checkPage(page, name),
  }
}

/** A click returns before the page that it leads to is there. */
async function leadingOn(page: Page, click: () => Promise<void>): Promise<void> {
  const arrival = page.waitForEvent('framenavigated')
  await click()
  await arrival
  await page.waitForLoadState()
}

async function fillIn(page: Page, name: string, answer: string | readonly string[]): Promise<void> {
  if (typeof answer !== 'string') {
    for (const value of answer) await page.locator(`[name="${name}"][value="${value}"]`).check()
    return
  }
  const day = page.locator(`[name="${name}-day"]`)
  if ((await day.count()) > 0) {
    const [year = '', month = '', date = ''] = answer.split('-')
    await day.fill(date)
    await page.locator(`[name="${name}-month"]`).fill(month)
    await page.locator(`[name="${name}-year"]`).fill(year)
    return
  }
  const named = (tag: string) => page.locator(`${tag}[name="${name}"]`)
  if ((await named('select').count()) > 0) await named('select').selectOption(answer)
  else if ((await named('input[type=radio]').count()) > 0) {
    await page.locator(`[name="${name}"][value="${answer}"]`).check()
  } else await page.locator(`[name="${name}"]`).fill(answer)
}

const axeReport = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
})

async function checkPage(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await takePicture(page, pictures, name)
  const width = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  expect(width, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  expect(await page.locator('body').innerText()).toContain(
    'Every person on these pages is invented',
  )
  expect(await accessibilityFaults(page), `${name} against the accessibility rules`).toEqual([])
}

/** What axe finds against WCAG 2.2 AA, but for what GOV.UK Frontend's own script writes (aria-expanded on radios that reveal). */
async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = axeReport.parse(
    await page.evaluate(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
    ),
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(node => !(id === 'aria-allowed-attr' && node.html.includes('type="radio"')))
      .map(node => `${id}: ${node.html}`),
  )
}

async function takePicture(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
