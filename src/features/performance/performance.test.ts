import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

beforeAll(async () => {
  await app.inService(async scope => {
    const { serviceId } = scope
    const childId = await aChild(scope, { givenName: 'Robin', familyName: 'Example' })
    const outcome = { serviceId, childId, residence: 'local' }
    await scope.db
      .insertInto('outcomes')
      .values([
        { ...outcome, kind: 'youth-caution', decidedOn: plainDate('2026-01-15') },
        { ...outcome, kind: 'no-further-action', decidedOn: plainDate('2026-01-20') },
      ])
      .execute()
  })
})

const january = 'from=2026-01-01&to=2026-01-31'

describe('the performance page', () => {
  it('shows the figures of a period, each with the way to the children behind it', async () => {
    const page = await app.get(`/performance?${january}`, 'performance-officer')
    expect(page.status).toBe(200)
    expect(page.h1).toBe('Performance, 1 to 31 January 2026')
    const links = page
      .$('main table a')
      .toArray()
      .map(link => page.$(link).attr('href') ?? '')
    expect(links.length).toBeGreaterThan(5)
    for (const link of links) {
      expect((await app.get(link, 'performance-officer')).status).toBe(200)
    }
  })

  it('opens a measure into everyone it looked at, with the reason', async () => {
    const page = await app.get(`/performance/out-of-court?${january}`, 'performance-officer')
    const text = page.$('main').text()
    expect(text).toContain('Counted (1)')
    expect(text).toContain('Left out (1)')
    expect(text).toContain('Robin Example')
  })

  it('reads the period from the form, and says what is wrong with it', async () => {
    const form = 'first-day=1&first-month=1&first-year=26&last-day=31&last-month=1&last-year=2026'
    const page = await app.get(`/performance?${form}`, 'performance-officer')
    expect(page.errors.join()).toMatch(/must include 4 numbers/)
    expect(page.$('#first-year').attr('value')).toBe('26')
  })

  it.each([
    ['from=2026-02-30&to=2026-03-01', /real date/],
    ['from=2026-02-01&to=2026-01-31', /same as or after/],
    ['from=2026-02-01', /real date/],
  ])(
    'says what is wrong with the period of a link, and shows no other as if it were it: %s',
    async (link, wrong) => {
      const page = await app.get(`/performance?${link}`, 'performance-officer')
      expect(page.errors.join()).toMatch(wrong)
      const figure = await app.get(`/performance/out-of-court/all?${link}`, 'performance-officer')
      expect(figure.status).toBe(404)
    },
  )

  it('says plainly that the population is not known', async () => {
    const page = await app.get(`/performance?${january}`, 'performance-officer')
    expect(page.$('#first-time-entrants').text()).toContain('Not known')
  })

  it('is not for a case manager', async () => {
    expect((await app.get('/performance', 'case-manager')).status).toBe(403)
  })

  it('knows no measure or figure of another name', async () => {
    expect((await app.get('/performance/nothing', 'performance-officer')).status).toBe(404)
    expect((await app.get('/performance/kpi-6/nothing', 'performance-officer')).status).toBe(404)
  })
})
