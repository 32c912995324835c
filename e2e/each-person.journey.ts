import { describe, expect, it } from 'vitest'
import { startJourney } from './journey.ts'

const journey = await startJourney()

const people = [
  { who: 'Case manager', pages: ['/my-work', '/children', '/referrals', '/panels', '/rules'] },
  { who: 'Team manager', pages: ['/my-work', '/children', '/referrals', '/performance'] },
  { who: 'Head of service', pages: ['/my-work', '/performance'] },
  { who: 'Performance officer', pages: ['/performance', '/children'] },
  { who: 'Business support', pages: ['/referrals', '/panels', '/children', '/referrals/new'] },
  { who: 'Police colleague', pages: ['/referrals', '/panels', '/children', '/referrals/new'] },
  { who: 'Social worker', pages: ['/children', '/rules'] },
] as const

describe.each(people)('as a person of role: $who', ({ who, pages }) => {
  it.each([false, true])('every first page holds something and works (phone: %s)', async phone => {
    const person = await journey.as(who, { phone })
    for (const path of pages) {
      await person.goTo(path)
      await person.check(
        `${who}${path.replaceAll('/', '-')}${phone ? '-phone' : ''}`.replaceAll(' ', '-'),
      )
      expect((await person.text()).length).toBeGreaterThan(100)
    }
  })
})

describe('without JavaScript', () => {
  it('a child is found, opened and a contact planned', async () => {
    const worker = await journey.as('Case manager', { javaScript: false })
    await worker.follow('Children')
    await worker.page.locator('main table a').first().click()
    expect(worker.page.url()).toContain('/children/')
    await worker.follow(/Plan or record a contact/)
    await worker.fill({
      kind: 'office',
      plannedOn: '2026-11-25',
      plannedTime: '10:30',
      happened: 'planned',
    })
    await worker.press('Save')
    expect(await worker.page.locator('.govuk-error-summary').count()).toBe(0)
  })
})

describe('by keyboard', () => {
  it('the skip link comes first and leads to the content', async () => {
    const worker = await journey.as('Case manager')
    await worker.page.keyboard.press('Tab')
    expect(await worker.page.evaluate('document.activeElement.textContent')).toBe(
      'Skip to main content',
    )
    await worker.page.keyboard.press('Enter')
    expect(new URL(worker.page.url()).hash).toBe('#main-content')
  })
})
