import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anAssessment, anIntervention, aReferral } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { newEventUrl } from '../events/urls.ts'
import {
  assessmentEditUrl,
  assessmentQualityUrl,
  assessmentSectionUrl,
  assessmentStartUrl,
  assessmentUrl,
} from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)
const authorId = app.staff['case-manager']
const words = (text: string) => text.replaceAll(/\s+/gu, ' ')

/** A child with open work and its assessment, referred again. */
async function referredAgain(completedOn: string | null) {
  return await app.inService(async scope => {
    const childId = await aChild(scope)
    const interventionId = await anIntervention(scope, { childId })
    const firstId = await anAssessment(scope, {
      childId,
      interventionId,
      authorId,
      completedOn: completedOn === null ? null : plainDate(completedOn),
    })
    const referralId = await aReferral(scope, { childId })
    return { childId, interventionId, firstId, referralId }
  })
}

describe('a second assessment in the same pathway', () => {
  it('is offered as a review of the first', async () => {
    const { childId, interventionId, firstId, referralId } = await referredAgain('2026-02-20')
    const url = assessmentStartUrl(childId, referralId)
    const page = await app.get(url, 'case-manager')
    expect(page.$('main button').text()).toContain('Start a review of it')
    const read = `main .govuk-inset-text a[href="${assessmentUrl(childId, firstId)}"]`
    expect(page.$(read).length).toBe(1)
    expect(page.$('main a[href="/rules/HMIP-3.4-single"]').length).toBe(1)
    const sent = await app.send(url, {}, 'case-manager')
    expect(sent.status).toBe(303)
    const review = await app.db
      .selectFrom('assessments')
      .select(['reviewOf', 'referralId', 'interventionId'])
      .where('referralId', '=', referralId)
      .executeTakeFirstOrThrow()
    expect(review).toEqual({ reviewOf: firstId, referralId, interventionId })
    expect((await app.get(sent.location ?? '', 'case-manager')).h1).toBe('Review the assessment')
  })

  it('does not begin from nothing, from a page opened before the first was there', async () => {
    const { childId, referralId } = await referredAgain('2026-02-20')
    const url = assessmentStartUrl(childId, referralId)
    const sent = await app.send(url, { reviewOf: '' }, 'case-manager')
    expect(sent.status).toBe(422)
    expect(sent.errors).toEqual(['This child has an assessment already. Start a review of it.'])
    expect(sent.$('[id="guard-HMIP-3.4-single"]').length).toBe(1)
    expect(sent.$('main button').text()).toContain('Start a review of it')
  })

  it('waits for the first while that is being written', async () => {
    const { childId, firstId, referralId } = await referredAgain(null)
    const page = await app.get(assessmentStartUrl(childId, referralId), 'case-manager')
    expect(words(page.$('main').text())).toContain('Complete it first, then review it here')
    expect(page.$(`main a[href="${assessmentEditUrl(childId, firstId)}"]`).length).toBe(1)
    expect(page.$('main form').length).toBe(0)
  })
})

describe('writing an assessment', () => {
  let childId = ''
  let draftId = ''
  let referralId = ''
  beforeAll(async () => {
    await app.inService(async scope => {
      childId = await aChild(scope)
      referralId = await aReferral(scope, { childId })
      draftId = await anAssessment(scope, { childId, referralId, authorId, completedOn: null })
    })
  })

  it('comes with quiet advice, each with its rule, and stops nothing', async () => {
    const page = await app.get(assessmentEditUrl(childId, draftId), 'case-manager')
    for (const ruleId of ['OM-2.1-second-visit', 'OM-2.3-genogram']) {
      expect(page.$(`main a[href="/rules/${ruleId}"]`).length).toBe(1)
    }
    const way = newEventUrl(childId, { kind: 'genogram', referralId })
    expect(page.$(`main a[href="${way}"]`).length).toBe(1)
    const url = assessmentSectionUrl(childId, draftId, 'judgements')
    const judging = await app.get(url, 'case-manager')
    expect(judging.$('main a[href="/rules/OM-5.1-specific"]').length).toBe(1)
    const saved = await app.send(url, { harmReasons: 'Not known yet' }, 'case-manager')
    expect(saved.status).toBe(303)
  })

  it('has no advice about a genogram once there is one, or a reason why not', async () => {
    await app.db
      .insertInto('caseEvents')
      .values({
        serviceId: app.serviceId,
        childId,
        referralId,
        kind: 'genogram',
        topic: 'not-drawn',
        happenedOn: app.today,
        note: 'The family would rather not.',
      })
      .execute()
    const page = await app.get(assessmentEditUrl(childId, draftId), 'case-manager')
    expect(page.$('main a[href="/rules/OM-2.3-genogram"]').length).toBe(0)
  })
})

describe('the assessment of a child looked after', () => {
  it('says that it waits for a manager, who finds where the meeting is recorded', async () => {
    const { childId, assessmentId, interventionId } = await app.inService(async scope => {
      const childId = await aChild(scope)
      await scope.db
        .insertInto('circumstances')
        .values({
          serviceId: scope.serviceId,
          childId,
          kind: 'care-status',
          value: 'care-order',
          startedOn: plainDate('2025-06-01'),
          source: 'Social worker',
        })
        .execute()
      const interventionId = await anIntervention(scope, { childId })
      const assessmentId = await anAssessment(scope, { childId, interventionId, authorId })
      return { childId, interventionId, assessmentId }
    })
    const url = assessmentUrl(childId, assessmentId)
    const waits = 'It counts as complete once a manager has quality-assured'
    expect(words((await app.get(url, 'case-manager')).$('main').text())).toContain(waits)
    const quality = assessmentQualityUrl(childId, assessmentId)
    const kind = 'quality-assurance-meeting'
    const way = newEventUrl(childId, { kind, aboutId: assessmentId, interventionId })
    expect((await app.get(quality, 'team-manager')).$(`main a[href="${way}"]`).length).toBe(1)
    const said = { strengths: 'Clear.', toDevelop: 'Nothing.', step: 'countersign' }
    await app.send(quality, said, 'team-manager')
    expect(words((await app.get(url, 'case-manager')).$('main').text())).not.toContain(waits)
    expect((await app.get(quality, 'team-manager')).$(`main a[href="${way}"]`).length).toBe(1)
  })
})
