import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import {
  aChild,
  aCircumstance,
  aContact,
  anAssessment,
  anEvent,
  anIntervention,
  aReferral,
  somebodyAround,
} from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { assessmentEditUrl, assessmentReviewUrl, assessmentSectionUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)
const authorId = app.staff['case-manager']
const still = (id: string) => `still${id.replaceAll('-', '')}`
const words = (text: string) => text.replaceAll(/\s+/gu, ' ')

/** A child of whom home and care status are known, with a draft begun today. */
async function knownChild() {
  return await app.inService(async scope => {
    const childId = await aChild(scope, { firstLanguage: 'Welsh', needsInterpreter: true })
    const homeId = await aCircumstance(scope, { childId })
    const careId = await aCircumstance(scope, {
      childId,
      kind: 'care-status',
      value: 'child-in-need',
    })
    await somebodyAround(scope, {
      childId,
      kind: 'mother',
      relationship: { livesWithChild: true },
    })
    const referralId = await aReferral(scope, { childId })
    const draftId = await anAssessment(scope, {
      childId,
      referralId,
      authorId,
      formVersion: 2,
      startedOn: app.today,
      completedOn: null,
      answers: '{}',
    })
    return { childId, homeId, careId, draftId }
  })
}

async function confirmations(circumstanceId: string) {
  return await app.db
    .selectFrom('circumstanceConfirmations')
    .select(['confirmedOn', 'source'])
    .where('circumstanceId', '=', circumstanceId)
    .execute()
}

describe('what is known in a section', () => {
  let known = { childId: '', homeId: '', careId: '', draftId: '' }
  let safety = ''
  beforeAll(async () => {
    known = await knownChild()
    safety = assessmentSectionUrl(known.childId, known.draftId, 'safety')
  })

  it('is shown with source and day, and asked only whether it is still true', async () => {
    const page = await app.get(safety, 'case-manager')
    const text = words(page.$('main').text())
    expect(text).toContain('1 Mill Lane, Testford, QZ1 1AA')
    expect(text).toContain('Since 5 January 2026. Source: The child')
    expect(page.$(`[name="${still(known.homeId)}"]`).length).toBe(3)
    expect(page.$('main input[name=address]').length).toBe(0)
    const add = page.$('main a[href*="/circumstances/new/nrm?assessment="]')
    expect(add.length).toBe(1)
  })

  it('wants to know who said it, and keeps what was typed', async () => {
    const body = { [still(known.homeId)]: 'yes', safety: 'Doors lock.' }
    const sent = await app.send(safety, body, 'case-manager')
    expect(sent.status).toBe(422)
    expect(sent.errors).toEqual(['Say who said that it is still true'])
    expect(sent.$('#safety').val()).toBe('Doors lock.')
    expect(await confirmations(known.homeId)).toEqual([])
    const other = { ...body, knownSource: 'other' }
    expect((await app.send(safety, other, 'case-manager')).errors).toEqual([
      'Enter who said that it is still true',
    ])
  })

  it('keeps a yes as a confirmation and asks no more; a doubt waits for the worker', async () => {
    const body = {
      [still(known.homeId)]: 'yes',
      [still(known.careId)]: 'not-sure',
      knownSource: 'child',
      safety: 'Doors lock.',
    }
    expect((await app.send(safety, body, 'case-manager')).status).toBe(303)
    expect(await confirmations(known.homeId)).toEqual([
      { confirmedOn: app.today, source: 'The child' },
    ])
    const again = await app.get(safety, 'case-manager')
    expect(again.$(`[name="${still(known.homeId)}"]`).length).toBe(0)
    expect(words(again.$('main').text())).toContain('said again 2 March 2026 (The child)')
    expect(again.$(`[name="${still(known.careId)}"][checked]`).val()).toBe('not-sure')
    const list = await app.get(assessmentEditUrl(known.childId, known.draftId), 'case-manager')
    expect(words(list.$('main').text())).toContain('is “Child in need” still true?')
    // A page opened before sends the yes again: it acts once.
    await app.send(safety, body, 'case-manager')
    expect(await confirmations(known.homeId)).toHaveLength(1)
  })

  it('goes on to say what has changed, and comes back to the section', async () => {
    const body = { [still(known.careId)]: 'changed', safety: 'Doors lock.' }
    const sent = await app.send(safety, body, 'case-manager')
    expect(sent.location).toContain(`/circumstances/${known.careId}/change?assessment=`)
    const change = sent.location ?? ''
    expect((await app.get(change, 'case-manager')).h1).toBe('Care and social care')
    const now = {
      value: 'child-protection-plan',
      'startedOn-day': '20',
      'startedOn-month': '2',
      'startedOn-year': '2026',
      source: 'social-worker',
    }
    const changed = await app.send(change, now, 'case-manager')
    expect(changed.errors).toEqual([])
    expect(changed.location).toBe(safety)
    const page = await app.get(safety, 'case-manager')
    expect(words(page.$('main').text())).toContain('Child protection plan')
    expect(page.$('input[name^=still]').length).toBe(0)
    const list = await app.get(assessmentEditUrl(known.childId, known.draftId), 'case-manager')
    expect(list.$('#doubts').length).toBe(0)
  })

  it('shows who the child is and who is at home', async () => {
    const url = assessmentSectionUrl(known.childId, known.draftId, 'strengths')
    const page = await app.get(url, 'case-manager')
    const text = words(page.$('main').text())
    expect(text).toContain('Welsh, interpreter needed')
    expect(text).toContain('Sam Example')
    expect(page.$(`main a[href="/children/${known.childId}/identity/communication"]`).length).toBe(
      1,
    )
  })
})

describe('a review', () => {
  it('begins with what has changed since', async () => {
    const { childId, firstId } = await app.inService(async scope => {
      const childId = await aChild(scope)
      const interventionId = await anIntervention(scope, { childId })
      const firstId = await anAssessment(scope, { childId, interventionId, authorId })
      await aCircumstance(scope, {
        childId,
        kind: 'care-status',
        value: 'child-in-need',
        startedOn: plainDate('2026-02-25'),
      })
      await aCircumstance(scope, { childId, endedOn: plainDate('2026-02-25') })
      await anEvent(scope, { childId, interventionId, happenedOn: plainDate('2026-02-26') })
      const contact = { childId, interventionId, staffId: authorId }
      const plannedOn = plainDate('2026-02-27')
      await aContact(scope, { ...contact, plannedOn, attendance: 'unacceptable-absence' })
      return { childId, firstId }
    })
    const sent = await app.send(assessmentReviewUrl(childId, firstId), {}, 'case-manager')
    const page = await app.get(sent.location ?? '', 'case-manager')
    const changes = words(page.$('[aria-labelledby=changes]').text())
    expect(changes).toContain('What has changed since 20 February 2026')
    expect(changes).toContain('Care and social care: Child in need, 25 February 2026')
    expect(changes).toContain('Home: 1 Mill Lane, Testford, QZ1 1AA, 25 February 2026')
    expect(changes).toContain('27 February 2026: Did not come, no good reason known')
    expect(changes).toMatch(/Happened .*26 February 2026/u)
    expect(changes).toMatch(/Judged last time .* Low/u)
    const safety = await app.get(`${sent.location ?? ''}/safety`, 'case-manager')
    expect(words(safety.$('main').text())).toContain('New since last time')
  })
})
