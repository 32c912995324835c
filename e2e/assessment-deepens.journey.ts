import { beforeAll, describe, expect, it } from 'vitest'
import { aChild, anAllocation, aReferral } from '#test/builders.ts'
import { startJourney } from './journey.ts'
import { writeSections } from './write-sections.ts'

const journey = await startJourney()
let place = { childId: '', referralId: '' }
let assessment = ''

beforeAll(async () => {
  place = await journey.inService(async scope => {
    const worker = await scope.db
      .selectFrom('staff')
      .select('id')
      .where('role', '=', 'case-manager')
      .orderBy('name')
      .executeTakeFirstOrThrow()
    const childId = await aChild(scope)
    const referralId = await aReferral(scope, { childId })
    await anAllocation(scope, { childId, referralId, staffId: worker.id })
    return { childId, referralId }
  })
})

describe('an assessment that deepens', () => {
  it('begins short, without script, and opens a question where there is a worry', async () => {
    const worker = await journey.as('Case manager', { javaScript: false })
    await worker.goTo(`/children/${place.childId}/referrals/${place.referralId}/assessment`)
    await worker.press('Start the assessment')
    assessment = new URL(worker.page.url()).pathname.replace('/edit', '')
    await writeSections(worker, {
      'In their own words': {
        childWords: 'I only went along.',
        familyWords: 'He is out too late.',
      },
      'Risk and safety': {
        concernSafetyWellbeing: 'no',
        concernExploitation: 'yes',
        concernExploitationMore: 'New shoes, and a second phone.',
        concernRiskToOthers: 'not-known',
      },
    })
    expect(await worker.text()).toContain('Being written')
  })

  it('goes on as the full one when the child is charged, and nothing is typed again', async () => {
    const worker = await journey.as('Case manager')
    await worker.goTo(`${assessment}/edit`)
    await worker.check('deepens-1-list')
    await worker.follow('Go deeper')
    await worker.check('deepens-2-way')
    await worker.page.locator('[name=form][value=full]').check()
    await worker.press('Go on in this form')
    await worker.check('deepens-3-full-list')
    await worker.follow('Being used by others')
    const more = worker.page.locator('[name=concernExploitationMore]')
    expect(await more.inputValue()).toBe('New shoes, and a second phone.')
    await worker.check('deepens-4-carried')
    await worker.page.locator('[name=concernExploitation][value=no]').check()
    expect(await more.isVisible()).toBe(false)
    await worker.page.locator('[name=concernExploitation][value=yes]').check()
    expect(await more.isVisible()).toBe(true)
    await worker.press('Save and go on')
    await worker.goTo(`${assessment}/edit/strengths`)
    await worker.check('deepens-5-rows')
    await worker.goTo(`${assessment}/edit/safety`)
    await worker.check('deepens-6-safety')
    await worker.goTo(assessment)
    await worker.check('deepens-7-read')
    await worker.follow(/As it was/)
    expect(await worker.text()).toContain('Short assessment')
    await worker.check('deepens-8-earlier')
  })

  it('has the service’s own question, added by its head', async () => {
    const head = await journey.as('Head of service')
    await head.goTo('/assessment-questions')
    await head.check('own-questions-1-list')
    await head.press('Add a question')
    await head.fill({ title: 'Which club would they go to?', section: 'voices', type: 'text' })
    await head.check('own-questions-2-new')
    await head.press('Add the question')
    expect(await head.errors()).toEqual([])
    const worker = await journey.as('Case manager')
    await worker.goTo(`${assessment}/edit/voices`)
    expect(await worker.text()).toContain('Which club would they go to?')
  })
})
