import { describe, expect, it } from 'vitest'
import { startJourney } from './journey.ts'

const journey = await startJourney()

describe('who a child is', () => {
  it('is asked, written down and corrected, on a phone too, and what was there stays', async () => {
    const worker = await journey.as('Case manager', { phone: true })
    await worker.goTo('/my-work')
    await worker.page.locator('main h3 a').first().click()
    await worker.follow('Who I am')
    await worker.check('who-i-am-phone')
    const url = new URL(worker.page.url()).pathname
    await worker.goTo(`${url}/myself`)
    await worker.fill({ pronouns: 'they/them', gender: 'own-words', ethnicity: 'other-any' })
    await worker.fill({ genderWords: 'Just me', ethnicityAskedOn: '2026-11-16' })
    await worker.press('Save')
    expect(await worker.text()).toContain('Asked on 16 November 2026')
    expect(await worker.text()).toContain('Just me')
    await worker.goTo(`${url}/identifiers/new`)
    await worker.fill({ kind: 'nhs', value: '943 476 5918' })
    await worker.press('Add')
    expect(await worker.errors()).toEqual([
      'The last digit does not fit the others: check for a wrong digit',
    ])
    await worker.check('a-wrong-number-phone')
    await worker.fill({ value: '943 476 5919' })
    await worker.press('Add')
    expect(await worker.text()).toContain('943 476 5919')
    await worker.follow('Earlier versions')
    expect(await worker.text()).toContain('Just me')
    await worker.check('earlier-versions-phone')
  })
})

describe('an alert', () => {
  it('past its day is reviewed from My work, and one that is needed no more ends', async () => {
    const worker = await journey.as('Case manager')
    const item = worker.page.locator('a[href*="/alerts/"][href$="/review"]').first()
    const review = (await item.getAttribute('href')) ?? ''
    await worker.goTo(review)
    await worker.check('alert-to-review')
    await worker.fill({ reviewOn: '2027-02-01' })
    await worker.press('Still needed')
    expect(await worker.text()).toContain('looks at it again on 1 February 2027')
    await worker.check('alerts')
    await worker.goTo(review.replace('/review', '/end'))
    await worker.fill({ endedBecause: 'The family has moved.' })
    await worker.press('End the alert')
    expect(await worker.text()).toContain('The family has moved.')
    await worker.goTo('/my-work')
    expect(await worker.page.locator(`a[href="${review}"]`).count()).toBe(0)
  })
})
