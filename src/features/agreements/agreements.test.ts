import { afterAll, describe, expect, it } from 'vitest'
import type { Role } from '#domain/access/permissions.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { listOpenRequests } from '#records/agreement-requests.ts'
import {
  aChild,
  anAllocation,
  anAssessment,
  anIntervention,
  aPlan,
  aReferral,
} from '#test/builders.ts'
import { sendForged } from '#test/forged-form.ts'
import { startApp } from '#test/start-app.ts'
import { childUrl } from '../children/urls.ts'
import { decisionUrl } from '../decisions/urls.ts'
import { interventionUrl } from '../interventions/urls.ts'
import { planUrl } from '../plans/urls.ts'
import { declineAgreementUrl } from './decline-url.ts'
import { askAgreementUrl, grantAgreementUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-09' })
afterAll(app.close)

const sign = 'OM-4.1-signed'
const ofHeadOfService = 'OM-11.3-iss-breach'
const ofWorker = 'OM-2.3-grid'

const until = (day: number) => ({
  'untilOn-day': String(day),
  'untilOn-month': '3',
  'untilOn-year': '2026',
})

/** A child whose plan, written by the case manager, waits for its signatures since 20 February. */
async function aChildWithPlan() {
  return await app.inService(async scope => {
    const childId = await aChild(scope)
    const staffId = app.staff['case-manager']
    const interventionId = await anIntervention(scope, { childId })
    await anAllocation(scope, { childId, interventionId, staffId })
    const writtenOn = plainDate('2026-02-20')
    const planId = await aPlan(scope, { childId, interventionId, authorId: staffId, writtenOn })
    return { childId, interventionId, planId }
  })
}

async function grantedAbout(subjectId: string) {
  return await app.db
    .selectFrom('ruleAgreements')
    .select(['id', 'grantedBy', 'grantedByRole', 'reason', 'childAgrees'])
    .where('subjectId', '=', subjectId)
    .execute()
}

describe('from being stopped to going on', () => {
  it('is asked, declined, asked again, granted, and then the duty is excused', async () => {
    const { childId, interventionId, planId } = await aChildWithPlan()
    const ask = askAgreementUrl(childId, sign, planId)
    const work = interventionUrl(childId, interventionId)
    const before = await app.get(work, 'case-manager')
    expect(before.$('.app-owed__item--overdue .app-why a').last().attr('href')).toBe(ask)

    const empty = await app.send(ask, { reason: '' }, 'case-manager')
    expect(empty.errors).toEqual(['Write why this is right for this child'])
    const sent = await app.send(ask, { reason: 'Exams <b>now</b>' }, 'case-manager')
    expect(sent.location).toBe(planUrl(childId, planId))
    const again = await sendForged(app, ask, { reason: 'Once more' }, 'case-manager')
    expect(again.errors).toEqual(['This is asked already, and waits for its answer.'])
    expect((await app.get(work, 'case-manager')).$('main').text()).toContain('Exams <b>now</b>')

    const team = await app.get('/my-team', 'team-manager')
    const asking = team
      .$('section')
      .filter((_, one) => /Asks you to agree \(1\)/.test(team.$(one).text()))
    expect(asking.find(`a[href="${grantAgreementUrl(childId, sign, planId)}"]`).length).toBe(1)

    const decline = declineAgreementUrl(childId, sign, planId)
    const unsaid = await app.send(decline, { reason: '' }, 'team-manager')
    expect(unsaid.errors).toEqual(['Write why you decline'])
    await app.send(decline, { reason: 'Visit first' }, 'team-manager')
    const declined = await app.get(ask, 'case-manager')
    expect(declined.$('main').text()).toContain('Visit first')
    expect((await app.get(decline, 'team-manager')).status).toBe(404)
    expect((await app.get(work, 'case-manager')).$('.app-owed__item--overdue').length).toBe(1)

    await app.send(ask, { reason: 'Visited; after the exams' }, 'case-manager')
    const grant = grantAgreementUrl(childId, sign, planId)
    const read = (await app.get(grant, 'team-manager')).$('main').text()
    expect(read).toContain('Visited; after the exams')
    expect(read).toContain('A plan that the child has not signed is a plan about the child')
    const done = await app.send(grant, { reason: 'Agreed', ...until(20) }, 'team-manager')
    expect(done.location).toBe(planUrl(childId, planId))
    const after = await app.get(work, 'case-manager')
    expect(after.$('.app-owed__item--overdue').length).toBe(0)
    expect(after.$('main').text()).toContain('until 20 March 2026')
    expect(after.$('main').text()).not.toContain('not answered yet')

    const [agreement] = await grantedAbout(planId)
    const requests = await app.db
      .selectFrom('agreementRequests')
      .select(['askedBy', 'answeredBy', 'agreementId', 'declinedBecause'])
      .where('subjectId', '=', planId)
      .orderBy('recordedAt')
      .execute()
    const who = { askedBy: app.staff['case-manager'], answeredBy: app.staff['team-manager'] }
    expect(requests).toEqual([
      { ...who, agreementId: null, declinedBecause: 'Visit first' },
      { ...who, agreementId: agreement?.id, declinedBecause: null },
    ])
    const audit = await app.db
      .selectFrom('auditEntries')
      .select('action')
      .where('childId', '=', childId)
      .where('action', 'like', 'agreement.%')
      .orderBy('id')
      .execute()
    expect(audit.map(({ action }) => action)).toEqual([
      'agreement.asked',
      'agreement.declined',
      'agreement.asked',
      'agreement.granted',
    ])
  })

  it('is asked once by a double click', async () => {
    const { childId, planId } = await aChildWithPlan()
    await app.sendTwice(askAgreementUrl(childId, sign, planId), { reason: 'Why' }, 'case-manager')
    const open = await app.inService(scope => listOpenRequests(scope, { childId }, app.today))
    expect(open).toMatchObject([
      {
        ruleId: sign,
        what: 'Wait with signing the plan',
        mayAgree: 'manager',
        askedBy: 'Person of role case-manager',
        holderIds: [app.staff['case-manager']],
        authorId: app.staff['case-manager'],
        why: 'Why',
      },
    ])
  })
})

describe('an agreement is given', () => {
  it('by the role that the rule names: not by a case manager, nor the police', async () => {
    const { childId, planId } = await aChildWithPlan()
    const url = grantAgreementUrl(childId, sign, planId)
    for (const role of ['case-manager', 'police-colleague', 'social-worker-read-only'] as const) {
      expect((await app.get(url, role)).status, role).not.toBe(200)
      const sent = await sendForged(app, url, { reason: 'Mine', ...until(20) }, role)
      expect([403, 404], role).toContain(sent.status)
    }
    expect(await grantedAbout(planId)).toEqual([])
  })

  it('by the head of service alone where the rule names them', async () => {
    const { childId, interventionId } = await aChildWithPlan()
    const url = grantAgreementUrl(childId, ofHeadOfService, interventionId)
    const whyNot = 'A team manager cannot agree to this: ask the head of service.'
    expect((await app.get(url, 'team-manager')).$('main').text()).toContain(whyNot)
    const sent = await sendForged(app, url, { reason: 'I agree' }, 'team-manager')
    expect([sent.status, sent.errors]).toEqual([422, [whyNot]])
    const ask = askAgreementUrl(childId, ofHeadOfService, interventionId)
    await app.send(ask, { reason: 'No other way' }, 'case-manager')
    const decline = declineAgreementUrl(childId, ofHeadOfService, interventionId)
    const declined = await sendForged(app, decline, { reason: 'No' }, 'team-manager')
    expect(declined.errors).toEqual([whyNot])
    expect(await grantedAbout(interventionId)).toEqual([])
    const given = await app.send(url, { reason: 'I agree' }, 'head-of-service')
    expect(given.location).toBe(childUrl(childId))
    expect(await grantedAbout(interventionId)).toMatchObject([{ grantedByRole: 'head-of-service' }])
  })

  it('to nobody by themselves: not who asked, not who holds the work, not who wrote the plan', async () => {
    const { childId, interventionId, planId } = await aChildWithPlan()
    const url = grantAgreementUrl(childId, sign, planId)
    const refused = async (as: Role) =>
      (await sendForged(app, url, { reason: 'Mine', ...until(20) }, as)).errors
    await app.send(askAgreementUrl(childId, sign, planId), { reason: 'Please' }, 'team-manager')
    expect(await refused('team-manager')).toEqual([
      'You asked for this yourself, so somebody else has to answer.',
    ])
    const decline = declineAgreementUrl(childId, sign, planId)
    const own = await sendForged(app, decline, { reason: 'No' }, 'team-manager')
    expect(own.errors).toEqual(['You asked for this yourself, so somebody else has to answer.'])
    const staffId = app.staff['head-of-service']
    await app.inService(scope => anAllocation(scope, { childId, interventionId, staffId }))
    expect(await refused('head-of-service')).toEqual([
      'You hold this work, so somebody else has to agree.',
    ])
    expect(await grantedAbout(planId)).toEqual([])
  })

  it('and not by the manager who wrote the plan, though nobody asked', async () => {
    const { childId, planId } = await aChildWithPlan()
    await app.db
      .updateTable('plans')
      .set({ authorId: app.staff['team-manager'] })
      .where('id', '=', planId)
      .execute()
    const url = grantAgreementUrl(childId, sign, planId)
    const sent = await sendForged(app, url, { reason: 'Mine', ...until(20) }, 'team-manager')
    expect(sent.errors).toEqual(['You wrote this, so somebody else has to agree.'])
  })

  it('by the worker where the rule leaves it to them, as a reason of their own', async () => {
    const { childId, interventionId } = await aChildWithPlan()
    const authorId = app.staff['case-manager']
    const assessmentId = await app.inService(scope =>
      anAssessment(scope, { childId, interventionId, authorId }),
    )
    const url = askAgreementUrl(childId, ofWorker, assessmentId)
    const empty = await app.send(url, { reason: ' ' }, 'case-manager')
    expect(empty.errors).toEqual(['Write the reason.'])
    await app.send(url, { reason: 'She had done one at school last week' }, 'case-manager')
    expect(await grantedAbout(assessmentId)).toMatchObject([
      { grantedBy: authorId, reason: 'She had done one at school last week' },
    ])
  })

  it('and is never edited: the database refuses', async () => {
    const { childId, planId } = await aChildWithPlan()
    const url = grantAgreementUrl(childId, sign, planId)
    await app.send(url, { reason: 'Agreed', ...until(20) }, 'team-manager')
    const change = app.db.updateTable('ruleAgreements').set({ reason: 'Something else' })
    await expect(change.where('subjectId', '=', planId).execute()).rejects.toThrow('never changed')
    const remove = app.db.deleteFrom('ruleAgreements').where('subjectId', '=', planId)
    await expect(remove.execute()).rejects.toThrow('never changed')
    expect(await grantedAbout(planId)).toMatchObject([{ reason: 'Agreed', childAgrees: null }])
  })
})

describe('the pages', () => {
  it('lead nowhere for a rule without an exception, a record of another child, or a rule that says nothing of it', async () => {
    const { childId, interventionId, planId } = await aChildWithPlan()
    const other = await aChildWithPlan()
    for (const url of [
      grantAgreementUrl(childId, 'OM-6.1-panel', interventionId),
      grantAgreementUrl(childId, 'OM-0', planId),
      grantAgreementUrl(childId, sign, other.planId),
      grantAgreementUrl(childId, sign, interventionId),
      grantAgreementUrl(childId, sign, childId),
    ]) {
      expect((await app.get(url, 'team-manager')).status, url).toBe(404)
      expect((await app.get(`${url}/ask`, 'case-manager')).status, url).toBe(404)
    }
  })

  it('have nothing to ask once everybody has signed', async () => {
    const { childId, planId } = await aChildWithPlan()
    const signatures = ['child', 'parent-or-carer', 'manager'].map(signatory => ({
      serviceId: app.serviceId,
      childId,
      planId,
      signatory,
      signedName: 'Robin',
      signedOn: plainDate('2026-03-02'),
      method: 'paper',
      contentHash: 'abc',
    }))
    await app.db.insertInto('signatures').values(signatures).execute()
    const nothing = 'Everybody has signed. There is nothing to wait for.'
    const grant = grantAgreementUrl(childId, sign, planId)
    const sent = await sendForged(app, grant, { reason: 'Wait', ...until(20) }, 'team-manager')
    expect(sent.errors).toEqual([nothing])
    const ask = askAgreementUrl(childId, sign, planId)
    expect((await app.get(ask, 'case-manager')).$('main').text()).toContain(nothing)
    expect((await sendForged(app, ask, { reason: 'Wait' }, 'case-manager')).errors).toEqual([
      nothing,
    ])
  })

  it('lead back to the decision that a request is about, where it is seen to wait', async () => {
    const { childId, referralId } = await app.inService(async scope => {
      const childId = await aChild(scope)
      return { childId, referralId: await aReferral(scope, { childId }) }
    })
    const decision = decisionUrl(childId, referralId)
    const ask = askAgreementUrl(childId, 'OM-6.3-ycc-length', referralId)
    const sent = await app.send(ask, { reason: 'A longer course' }, 'case-manager')
    expect(sent.location).toBe(decision)
    const guard = async (as: Role) =>
      (await app.get(decision, as)).$('#guard-OM-6\\.3-ycc-length').text().replaceAll(/\s+/g, ' ')
    expect(await guard('case-manager')).toContain('not answered yet. A longer course')
    expect(await guard('case-manager')).toContain('a manager may agree')
    expect(await guard('team-manager')).toContain('Agree to this')
  })
})
