import { afterAll, describe, expect, it } from 'vitest'
import { aChild, anOffence, aReferral } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { completeAssessment, wholeAnswers, writeSections } from '#test/write-assessment.ts'
import { childUrl } from '../children/urls.ts'
import {
  assessmentEditUrl,
  assessmentSectionUrl,
  assessmentStartUrl,
  assessmentUrl,
} from './urls.ts'

const app = await startApp()
afterAll(app.close)

/** A draft for a child whose only offence has this title. */
async function draftAfter(title: string) {
  const { childId, referralId } = await app.inService(async scope => {
    const child = await aChild(scope)
    const referral = await aReferral(scope, { childId: child })
    await anOffence(scope, { childId: child, referralId: referral, title })
    return { childId: child, referralId: referral }
  })
  const sent = await app.send(assessmentStartUrl(childId, referralId), {}, 'case-manager')
  return {
    childId,
    assessmentId: sent.location?.split('/').at(-2) ?? '',
    as: 'case-manager',
  } as const
}

const weighed = { harmWeighed: 'He was made to carry it.', safetyWeighed: 'He still is afraid.' }

describe('facts to weigh', () => {
  it('stand beside the judgements that they bear on, and choose no level', async () => {
    const { childId, assessmentId } = await draftAfter('Possession of a knife')
    const url = assessmentSectionUrl(childId, assessmentId, 'judgements')
    const page = await app.get(url, 'case-manager')
    expect(page.$('main').text()).toContain('A weapon in an offence')
    expect(page.$('textarea[name=harmWeighed]').length).toBe(1)
    expect(page.$('textarea[name=safetyWeighed]').length).toBe(1)
    expect(page.$('textarea[name=likelihoodWeighed]').length).toBe(0)
    expect(page.$('input[type=radio][checked]').length).toBe(0)
  })

  it('are not asked about where the record has none', async () => {
    const draft = await draftAfter('Theft from a shop')
    const { childId, assessmentId } = draft
    const url = assessmentSectionUrl(childId, assessmentId, 'judgements')
    const page = await app.get(url, 'case-manager')
    expect(page.$('textarea[name$=Weighed]').length).toBe(0)
    expect((await completeAssessment(app, draft)).status).toBe(303)
  })

  it('are weighed before it is completed, and kept as they were shown', async () => {
    const draft = await draftAfter('Possession of a knife')
    const refused = await completeAssessment(app, draft)
    expect(refused.errors).toEqual([
      'Say how you weighed what the record shows',
      'Say how you weighed what the record shows',
    ])
    expect((await completeAssessment(app, draft, { ...wholeAnswers, ...weighed })).status).toBe(303)
    const { childId, assessmentId } = draft
    const page = await app.get(assessmentUrl(childId, assessmentId), 'case-manager')
    expect(page.$('main').text()).toContain('The record showed then')
    expect(page.$('main').text()).toContain('A weapon in an offence')
    expect(page.$('main').text()).toContain('He was made to carry it.')
  })

  it('are asked again when the record comes to show more', async () => {
    const draft = await draftAfter('Possession of a knife')
    const { childId, assessmentId, as } = draft
    await writeSections(app, draft, { ...wholeAnswers, ...weighed })
    await app.inService(async scope => {
      const on = app.today.subtract({ days: 40 })
      const referralId = await aReferral(scope, { childId })
      await anOffence(scope, { childId, referralId, title: 'Threat with a blade', occurredOn: on })
    })
    const refused = await app.send(assessmentEditUrl(childId, assessmentId), {}, as)
    expect(refused.errors).toHaveLength(2)
    expect(refused.errors.at(0)).toContain('The record shows more since you weighed it')
  })
})

describe('how judgements changed', () => {
  it('is a picture and a table once there are two assessments, and said on the child’s page', async () => {
    const draft = await draftAfter('Theft from a shop')
    const { childId, assessmentId, as } = draft
    await completeAssessment(app, draft)
    const once = await app.get(assessmentUrl(childId, assessmentId), as)
    expect(once.$('#over-time').length).toBe(0)
    await app.inService(async scope => {
      const before = await scope.db
        .insertInto('assessments')
        .values({
          serviceId: scope.serviceId,
          childId,
          form: 'short',
          formVersion: 1,
          answers: '{}',
          startedOn: app.today.subtract({ days: 90 }),
          completedOn: app.today.subtract({ days: 80 }),
          authorId: app.staff[as],
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await scope.db
        .insertInto('judgements')
        .values({
          serviceId: scope.serviceId,
          assessmentId: before.id,
          kind: 'safety-and-wellbeing',
          level: 'high',
          reasons: 'They waited for him.',
        })
        .execute()
    })
    const twice = await app.get(assessmentUrl(childId, assessmentId), as)
    expect(twice.$('svg[aria-labelledby^=judgements-over-time]').length).toBe(1)
    expect(twice.$('#over-time').nextAll('div').find('tbody tr').length).toBe(2)
    const page = await app.get(childUrl(childId), as)
    expect(page.$('main').text()).toContain('Before: high on 12 December 2025')
  })
})
