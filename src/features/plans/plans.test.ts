import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anAllocation, anIntervention, aPlan } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { askAgreementUrl, grantAgreementUrl } from '../agreements/urls.ts'
import { interventionUrl } from '../interventions/urls.ts'
import { newPlanUrl, planUrl, reviewPlanUrl, signPlanUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-09' })
afterAll(app.close)

const { childId, otherChildId, interventionId, planId } = await app.inService(async scope => {
  const childId = await aChild(scope)
  const staffId = app.staff['case-manager']
  const interventionId = await anIntervention(scope, { childId })
  await anAllocation(scope, { childId, interventionId, staffId })
  const strengths = 'You mend bikes. <b>Really</b> 😀'
  const about = { childId, interventionId, authorId: staffId, strengths }
  return {
    childId,
    otherChildId: await aChild(scope, { givenName: 'Kit' }),
    interventionId,
    planId: await aPlan(scope, about),
  }
})

const waitToSignUrl = (child: string, plan: string) =>
  grantAgreementUrl(child, 'OM-4.1-signed', plan)

const until = (date: number) => ({
  'untilOn-day': String(date),
  'untilOn-month': '3',
  'untilOn-year': '2026',
})

describe('a plan', () => {
  it('is one page to the child, with text shown as text', async () => {
    const page = await app.get(planUrl(childId, planId), 'case-manager')
    expect(page.h1).toBe('Robin’s plan')
    expect(page.$('main').text()).toContain('<b>Really</b> 😀')
    expect(page.$('.app-card__title').text()).toBe('“Ride with my friends”')
    expect(page.$('input, textarea').filter('[type!=hidden]').length).toBe(0)
  })

  it('is overdue for signing on the eleventh working day, until a manager agrees to wait', async () => {
    const { today } = app
    expect(today.toString()).toBe('2026-03-09')
    await app.db
      .updateTable('plans')
      .set({ writtenOn: plainDate('2026-02-20') })
      .where('id', '=', planId)
      .execute()
    const url = waitToSignUrl(childId, planId)
    expect((await app.get(url, 'case-manager')).status).toBe(403)
    const offered = async (as: 'case-manager' | 'team-manager') =>
      (await app.get(planUrl(childId, planId), as))
        .$('.govuk-button-group a:last-child')
        .attr('href')
    expect(await offered('team-manager')).toBe(url)
    expect(await offered('case-manager')).toBe(askAgreementUrl(childId, 'OM-4.1-signed', planId))
    const work = interventionUrl(childId, interventionId)
    expect((await app.get(work, 'case-manager')).$('.app-owed__item--overdue').text()).toContain(
      'Plan signed',
    )

    const late = await app.send(url, { reason: 'Not ready', ...until(8) }, 'team-manager')
    expect(late.errors).toEqual(['The last day must be today or in the future.'])
    expect(late.$('#reason').val()).toBe('Not ready')
    const agreed = await app.send(url, { reason: 'Not ready', ...until(20) }, 'team-manager')
    expect(agreed.location).toBe(planUrl(childId, planId))
    const rows = await app.db.selectFrom('ruleAgreements').selectAll().execute()
    expect(rows).toMatchObject([
      {
        childId,
        ruleId: 'OM-4.1-signed',
        subjectId: planId,
        grantedBy: app.staff['team-manager'],
        grantedByRole: 'team-manager',
      },
    ])
    const after = await app.get(work, 'case-manager')
    expect(after.$('.app-owed').text()).not.toContain('Plan signed')
    expect(after.$('main').text()).toContain('Person of role team-manager agreed')
  })

  it('has each signature once, with a name', async () => {
    const url = signPlanUrl(childId, planId)
    const signing = {
      signatory: 'child',
      method: 'paper',
      'signedOn-day': '9',
      'signedOn-month': '3',
      'signedOn-year': '2026',
    }
    const nameless = await app.send(url, signing, 'case-manager')
    expect(nameless.errors).toEqual(['Enter the name as it was signed'])
    const signedName = 'Robin O’Neill-Ó Súilleabháin'
    await app.send(url, { ...signing, signedName }, 'case-manager')
    const again = await app.send(url, { ...signing, signedName }, 'case-manager')
    expect(again.errors).toEqual(['Child: signed already'])
    const page = await app.get(planUrl(childId, planId), 'case-manager')
    expect(page.$('main').text()).toContain(signedName)
    const entries = await app.db
      .selectFrom('auditEntries')
      .select('detail')
      .where('action', '=', 'plan.signed')
      .execute()
    expect(entries).toEqual([{ detail: 'child' }])
  })

  it('is read by a social worker with whom the child is shared, who changes nothing', async () => {
    const url = planUrl(childId, planId)
    expect((await app.get(url, 'social-worker-read-only')).status).toBe(404)
    await app.db
      .insertInto('childShares')
      .values({
        serviceId: app.serviceId,
        childId,
        staffId: app.staff['social-worker-read-only'],
        startedOn: plainDate('2026-03-01'),
        reason: 'Child in need plan',
      })
      .execute()
    const page = await app.get(url, 'social-worker-read-only')
    expect(page.status).toBe(200)
    expect(page.$('main .govuk-button').length).toBe(0)
    for (const change of [signPlanUrl, reviewPlanUrl, waitToSignUrl]) {
      const refused = await app.get(change(childId, planId), 'social-worker-read-only')
      expect(refused.status).toBe(403)
    }
  })

  it('is not for police colleagues, and not found under another child', async () => {
    expect((await app.get(planUrl(childId, planId), 'police-colleague')).status).toBe(403)
    for (const url of [
      planUrl(otherChildId, planId),
      signPlanUrl(otherChildId, planId),
      reviewPlanUrl(otherChildId, planId),
      newPlanUrl(otherChildId, interventionId),
    ]) {
      expect((await app.get(url, 'case-manager')).status, url).toBe(404)
    }
    expect((await app.get(waitToSignUrl(otherChildId, planId), 'team-manager')).status).toBe(404)
  })
})
