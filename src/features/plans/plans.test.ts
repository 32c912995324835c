import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anAllocation, anIntervention, aPlan, somebodyAround } from '#test/builders.ts'
import { startApp, type TestForm } from '#test/start-app.ts'
import { insertAgreement } from '#records/agreements.ts'
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
    expect(page.$('main input, main textarea').filter('[type!=hidden]').length).toBe(0)
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

const typed = (change: TestForm = {}): TestForm => ({
  'writtenOn-day': '9',
  'writtenOn-month': '3',
  'writtenOn-year': '2026',
  strengths: 'You draw.',
  easierForYou: 'We meet at four.',
  'steps-0-goal': 'Calm mornings',
  'steps-0-step': 'Mend two bikes',
  'steps-0-who': 'Me',
  keepingSafe: 'Mum knows where you are.',
  contingency: 'If you are followed, ring Mum.',
  restorative: 'A drawing <i>for</i> the library',
  restorativeKind: 'made-for-child',
  restorativeChoices: 'The drawing, or the bike shed',
  exitPlan: 'The workshop stays open.',
  ...change,
})

/** Work with a child of its own, who is looked after where that is said. */
const newWork = (isLookedAfter = false) =>
  app.inService(async scope => {
    const child = await aChild(scope, { givenName: 'Kit' })
    const work = await anIntervention(scope, { childId: child })
    if (isLookedAfter) {
      const { serviceId } = scope
      const care = { kind: 'care-status', value: 'care-order', source: 'Social worker' }
      const spell = { serviceId, childId: child, ...care, startedOn: plainDate('2026-01-05') }
      await scope.db.insertInto('circumstances').values(spell).execute()
      const around = ['social-worker', 'teacher', 'health-worker', 'teacher', 'other-professional']
      for (const kind of around) await somebodyAround(scope, { childId: child, kind })
    }
    return { child, work, url: newPlanUrl(child, work) }
  })

describe('writing a plan', () => {
  it('keeps what kind of activity it is and which choices there were', async () => {
    const { child, url } = await newWork()
    const missing = await app.send(url, typed({ restorativeKind: '' }), 'case-manager')
    expect(missing.errors).toEqual(['Say what kind of restorative activity it is'])
    const sent = await app.send(url, typed({ restorativeReason: 'left over' }), 'case-manager')
    const page = await app.get(sent.location ?? '', 'case-manager')
    expect(page.$('main').text()).toContain('A drawing <i>for</i> the library')
    expect(page.$('main').text()).toContain('What you could choose from: The drawing, or')
    const [row] = await app.db
      .selectFrom('plans')
      .selectAll()
      .where('childId', '=', child)
      .execute()
    expect(row).toMatchObject({ restorativeKind: 'made-for-child', restorativeReason: null })
  })

  it('needs a manager’s agreement for standard reparation with a child looked after', async () => {
    const { child, work, url } = await newWork(true)
    const standard = {
      restorativeKind: 'standard-reparation',
      restorativeReason: 'You asked for the Saturday group',
    }
    const stopped = await app.send(url, typed(standard), 'case-manager')
    expect(stopped.status).toBe(422)
    expect(stopped.errors[0]).toContain('the exception for a child who is looked after')
    expect(stopped.$('#restorativeReason').val()).toBe(standard.restorativeReason)
    const stop = stopped.$('[id="guard-OM-16-restorative"]')
    expect(stop.text()).toContain('Ask a manager to agree')
    const ask = askAgreementUrl(child, 'OM-16-restorative', work)
    expect(stop.find(`a[href="${ask}"]`).length).toBe(1)
    const asManager = await app.send(url, typed(standard), 'team-manager')
    const grant = grantAgreementUrl(child, 'OM-16-restorative', work)
    expect(asManager.$(`[id="guard-OM-16-restorative"] a[href="${grant}"]`).length).toBe(1)

    await app.inService(scope =>
      insertAgreement(scope, {
        childId: child,
        ruleId: 'OM-16-restorative',
        subjectId: work,
        grantedBy: app.staff['team-manager'],
        grantedByRole: 'team-manager',
        grantedOn: app.today,
        untilOn: null,
        reason: 'They want to go with their cousin',
        childAgrees: null,
      }),
    )
    expect((await app.send(url, typed(standard), 'team-manager')).status).toBe(422)
    expect((await app.send(url, typed(standard), 'case-manager')).status).toBe(303)
  })

  it('says when a step is another child’s, word for word, and names nobody', async () => {
    const { url } = await newWork()
    const fresh = await app.get(url, 'case-manager')
    expect(fresh.$('main .govuk-inset-text').length).toBe(0)
    const again = { ...typed(), 'again-steps': '1' }
    const page = await app.send(url, again, 'case-manager')
    expect(page.status).toBe(200)
    const advice = page.$('main .govuk-inset-text').text()
    expect(advice).toContain('“Mend two bikes” stands word for word in another child’s plan')
    expect(advice).toContain('Give each step a day')
    expect(advice).not.toContain('Robin')
    expect(page.$('main .govuk-inset-text a').attr('href')).toBe('/rules/OM-4.2-words')
    expect(page.$('#exitPlan').val()).toBe('The workshop stays open.')
    const own = { ...again, 'steps-0-step': 'Mend one bike' }
    expect((await app.send(url, own, 'case-manager')).$('main').text()).not.toContain('word for')
    expect((await app.send(url, typed(), 'case-manager')).status).toBe(303)
  })

  it('asks whether every one of many professionals around a child looked after is needed', async () => {
    const { url } = await newWork(true)
    const page = await app.get(url, 'case-manager')
    expect(page.$('main .govuk-inset-text').text()).toContain('5 professionals are active')
  })

  it('leads on from a plan that was looked back on', async () => {
    const { child, work } = await newWork()
    const plan = await app.inService(scope =>
      aPlan(scope, {
        childId: child,
        interventionId: work,
        authorId: app.staff['case-manager'],
        reviewedOn: plainDate('2026-03-02'),
      }),
    )
    const page = await app.get(reviewPlanUrl(child, plan), 'case-manager')
    expect(page.$('main form').length).toBe(0)
    expect(page.$(`main a[href="${newPlanUrl(child, work)}"]`).length).toBe(1)
  })
})
