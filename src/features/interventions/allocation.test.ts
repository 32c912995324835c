import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import {
  aChild,
  anAllocation,
  anAssessment,
  anIntervention,
  anOffence,
  anOutcome,
  aReferral,
  aStaffMember,
} from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { grantAgreementUrl } from '../agreements/urls.ts'
import { newEventUrl } from '../events/urls.ts'
import { referralAssessorUrl } from '../referrals/urls.ts'
import { allocationUrl, newInterventionUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

let support = ''
let trained = ''
const officer = app.staff['case-manager']

beforeAll(async () => {
  support = await aStaffMember(app.db, app.serviceId, {
    name: 'Sam Support',
    grade: 'support-worker',
    hoursPerWeek: 30,
  })
  trained = await aStaffMember(app.db, app.serviceId, {
    name: 'Tia Trained',
    isTrainedInHarmfulSexualBehaviour: true,
  })
})

const firstDay = {
  'startedOn-day': '1',
  'startedOn-month': '3',
  'startedOn-year': '2026',
}

async function workOf(values: { sex?: string; riskOfHarm?: string; holder?: string } = {}) {
  return await app.inService(async scope => {
    const childId = await aChild(scope, { sex: values.sex ?? 'male' })
    const interventionId = await anIntervention(scope, { childId })
    const { riskOfHarm, holder } = values
    if (riskOfHarm !== undefined) {
      await anAssessment(scope, { childId, interventionId, authorId: officer, riskOfHarm })
    }
    if (holder !== undefined) {
      await anAllocation(scope, { childId, interventionId, staffId: holder })
    }
    return { childId, interventionId, url: allocationUrl(childId, interventionId) }
  })
}

async function holdersOf(interventionId: string) {
  return await app.db
    .selectFrom('allocations')
    .select(['staffId', 'role', 'reason'])
    .where('interventionId', '=', interventionId)
    .where('endedOn', 'is', null)
    .orderBy('role')
    .execute()
}

describe('work with a high risk of harm', () => {
  it('is not given to a worker in a support role, and what was typed stays', async () => {
    const { url, interventionId, childId } = await workOf({ riskOfHarm: 'high' })
    const form = await app.get(url, 'team-manager')
    expect(form.$('main').text()).toContain('The risk of harm is judged high or very high')
    expect(form.$('main').text()).toContain('Support worker, 30 hours a week')
    const typed = { staffId: support, ...firstDay }
    const sent = await app.send(url, typed, 'team-manager')
    expect(sent.status).toBe(422)
    expect(sent.errors[0]).toContain('Choose workers who are not')
    const notice = sent.$('[id="guard-HMIP-1.2-allocation"]')
    expect(notice.text()).toContain('Ask the head of service to agree')
    expect(notice.find('a[href="/rules/HMIP-1.2-allocation"]').length).toBe(1)
    expect(sent.$(`input[value="${support}"]`).attr('checked')).toBeDefined()
    expect(sent.$('#startedOn-day').val()).toBe('1')
    expect(await holdersOf(interventionId)).toEqual([])
    const asHead = await app.send(url, typed, 'head-of-service')
    const way = grantAgreementUrl(childId, 'HMIP-1.2-allocation', interventionId)
    expect(asHead.$(`main a[href="${way}"]`).length).toBe(1)
  })

  it('is not held jointly with one either', async () => {
    const { url, interventionId } = await workOf({ riskOfHarm: 'very-high' })
    const typed = { staffId: officer, secondStaffId: support, ...firstDay }
    const sent = await app.send(url, typed, 'team-manager')
    expect(sent.$('[id="guard-HMIP-1.2-allocation"]').length).toBe(1)
    expect(sent.$('#secondStaffId option[selected]').val()).toBe(support)
    expect(await holdersOf(interventionId)).toEqual([])
  })

  it('is given to one once the head of service has agreed', async () => {
    const { url, childId, interventionId } = await workOf({ riskOfHarm: 'high' })
    await app.db
      .insertInto('ruleAgreements')
      .values({
        serviceId: app.serviceId,
        childId,
        ruleId: 'HMIP-1.2-allocation',
        subjectId: interventionId,
        grantedBy: app.staff['head-of-service'],
        grantedByRole: 'head-of-service',
        grantedOn: app.today,
        untilOn: null,
        reason: 'Known to the family for years, and supervised weekly.',
        childAgrees: null,
      })
      .execute()
    const sent = await app.send(url, { staffId: support, ...firstDay }, 'team-manager')
    expect(sent.status).toBe(303)
    expect(await holdersOf(interventionId)).toMatchObject([{ staffId: support, role: 'lead' }])
  })

  it('does not go on from the referral with a worker who may not hold it', async () => {
    const { childId, referralId, outcomeId } = await app.inService(async scope => {
      const childId = await aChild(scope)
      const referralId = await aReferral(scope, { childId })
      await anAllocation(scope, { childId, referralId, staffId: support })
      const about = { childId, referralId, authorId: officer, riskOfHarm: 'high' }
      await anAssessment(scope, about)
      return { childId, referralId, outcomeId: await anOutcome(scope, { childId, referralId }) }
    })
    const url = newInterventionUrl(childId, referralId)
    const today = { ...firstDay, 'startedOn-day': '2' }
    const form = { kind: 'diversion', serves: outcomeId, ...today }
    const sent = await app.send(url, form, 'team-manager')
    expect(sent.location).toMatch(/\/allocation$/)
    const held = await app.db
      .selectFrom('allocations')
      .select('id')
      .where('childId', '=', childId)
      .where('endedOn', 'is', null)
      .execute()
    expect(held).toEqual([])
  })
})

describe('harmful sexual behaviour', () => {
  it('is held by two from the referral on, one of them trained', async () => {
    const { childId, referralId, url } = await app.inService(async scope => {
      const childId = await aChild(scope)
      const referralId = await aReferral(scope, { childId })
      await anOffence(scope, { childId, referralId, offenceGroup: 'SEXUAL_OFFENCES' })
      return { childId, referralId, url: referralAssessorUrl(childId, referralId) }
    })
    const alone = await app.send(url, { staffId: trained }, 'team-manager')
    expect(alone.status).toBe(422)
    expect(alone.errors).toEqual([
      'Choose a second worker: harmful sexual behaviour is held by two.',
    ])
    expect(alone.$(`input[value="${trained}"]`).attr('checked')).toBeDefined()
    const same = { staffId: trained, secondStaffId: trained }
    expect((await app.send(url, same, 'team-manager')).errors).toEqual([
      'Choose somebody else as the second worker',
    ])
    const two = { staffId: officer, secondStaffId: trained }
    expect((await app.send(url, two, 'team-manager')).status).toBe(303)
    const held = await app.db
      .selectFrom('allocations')
      .select(['staffId', 'role'])
      .where('referralId', '=', referralId)
      .orderBy('role')
      .execute()
    expect(held).toEqual([
      { staffId: officer, role: 'lead' },
      { staffId: trained, role: 'second' },
    ])
    const page = await app.get(`/children/${childId}/referrals/${referralId}`, 'team-manager')
    expect(page.$('main').text()).toContain('Person of role case-manager')
  })

  it('may get its second worker later, and the first one stays', async () => {
    const { url, interventionId } = await workOf({ holder: officer })
    const typed = { staffId: officer, secondStaffId: trained, ...firstDay }
    expect((await app.send(url, typed, 'team-manager')).status).toBe(303)
    expect(await holdersOf(interventionId)).toMatchObject([
      { staffId: officer, role: 'lead' },
      { staffId: trained, role: 'second' },
    ])
    const page = await app.get(url, 'team-manager')
    expect(page.$('main').text()).toContain('Person of role case-manager and Tia Trained hold')
  })
})

describe('a child looked after who has moved within the county', () => {
  it('keeps the worker unless there is a reason, which is kept', async () => {
    const { url, interventionId, childId } = await workOf({ holder: officer })
    await app.inService(async scope => {
      const spell = { serviceId: app.serviceId, childId, source: 'Social worker' }
      await scope.db
        .insertInto('circumstances')
        .values([
          {
            ...spell,
            kind: 'care-status',
            value: 'care-order',
            startedOn: plainDate('2025-06-01'),
          },
          { ...spell, kind: 'address', value: '1 Old Road', startedOn: plainDate('2025-06-01') },
          { ...spell, kind: 'address', value: '2 New Road', startedOn: plainDate('2026-02-20') },
        ])
        .execute()
    })
    const typed = { staffId: trained, ...firstDay }
    const sent = await app.send(url, { ...typed, reason: ' ' }, 'team-manager')
    expect(sent.status).toBe(422)
    expect(sent.errors).toEqual([
      'Write the strong reason for a new worker: a move within the county is not one by itself.',
    ])
    const reason = 'The child asked for <b>a woman</b>.'
    expect((await app.send(url, { ...typed, reason }, 'team-manager')).status).toBe(303)
    expect(await holdersOf(interventionId)).toEqual([{ staffId: trained, role: 'lead', reason }])
  })
})

describe('advice', () => {
  it('is to ask a girl which worker she would like, and goes once it is recorded', async () => {
    const { url, childId, interventionId } = await workOf({ sex: 'female' })
    const page = await app.get(url, 'team-manager')
    expect(page.$('main').text()).toContain('Nobody has recorded which worker she would like')
    const way = newEventUrl(childId, { kind: 'worker-preference', interventionId })
    expect(page.$(`main a[href="${way}"]`).length).toBe(1)
    await app.db
      .insertInto('caseEvents')
      .values({
        serviceId: app.serviceId,
        childId,
        interventionId,
        kind: 'worker-preference',
        happenedOn: app.today,
        note: 'A woman.',
      })
      .execute()
    const after = await app.get(url, 'team-manager')
    expect(after.$('main').text()).not.toContain('which worker she would like')
  })

  it('says nothing for a boy', async () => {
    const { url } = await workOf()
    expect((await app.get(url, 'team-manager')).$('main .govuk-inset-text').length).toBe(0)
  })
})
