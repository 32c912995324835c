import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, aContact, anIntervention, anOutcome, aReferral } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { contactUrl, moveContactUrl } from '../contacts/urls.ts'
import {
  allocationUrl,
  closeInterventionUrl,
  interventionUrl,
  newInterventionUrl,
  serviceAgreementNewUrl,
} from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

const made = await app.inService(async scope => {
  const childId = await aChild(scope)
  const otherChildId = await aChild(scope, { givenName: 'Kit' })
  return {
    childId,
    otherChildId,
    referralId: await aReferral(scope, { childId }),
    otherOutcomeId: await anOutcome(scope, { childId: otherChildId }),
    interventionId: await anIntervention(scope, { childId: otherChildId }),
  }
})
const { childId, otherChildId, referralId, otherOutcomeId, interventionId } = made

const startedToday = {
  'startedOn-day': '2',
  'startedOn-month': '3',
  'startedOn-year': '2026',
}

const open = (form: Record<string, string>, url = newInterventionUrl(childId)) =>
  app.send(url, { ...startedToday, ...form }, 'case-manager')

describe('opening work', () => {
  it('waits for the decision about the referral and keeps the referral open', async () => {
    const sent = await open({ kind: 'voluntary' }, newInterventionUrl(childId, referralId))
    expect(sent.status).toBe(422)
    expect(sent.errors).toEqual([
      'Nothing is decided about this referral yet. Record the decision first',
    ])
    const { closedOn } = await app.db
      .selectFrom('referrals')
      .select('closedOn')
      .where('id', '=', referralId)
      .executeTakeFirstOrThrow()
    expect(closedOn).toBeNull()
  })

  it('does not serve another child’s outcome', async () => {
    const sent = await open({ kind: 'diversion', serves: otherOutcomeId })
    expect(sent.errors).toEqual(['Choose only outcomes of this child'])
  })

  it('may be voluntary and without an outcome; a manager then chooses the worker', async () => {
    const sent = await open({ kind: 'voluntary' })
    expect(sent.status).toBe(303)
    const page = await app.get(sent.location ?? '', 'case-manager')
    expect(page.$('main').text()).toContain('Nobody yet. A manager chooses the worker')
    expect(page.$('main').text()).toContain('No outcome')
  })

  it('closes the referral of a served outcome even when nobody came from its page', async () => {
    const { child, referral, outcome, visit } = await app.inService(async scope => {
      const child = await aChild(scope)
      const referral = await aReferral(scope, { childId: child })
      const decidedOn = plainDate('2026-02-25')
      const about = { childId: child, referralId: referral, decidedOn }
      const staffId = app.staff['case-manager']
      const visit = await aContact(scope, { childId: child, referralId: referral, staffId })
      return { child, referral, visit, outcome: await anOutcome(scope, about) }
    })
    const opened = await open({ kind: 'diversion', serves: outcome }, newInterventionUrl(child))
    const row = await app.db
      .selectFrom('referrals')
      .select(['closedOn', 'closedBecause'])
      .where('id', '=', referral)
      .executeTakeFirstOrThrow()
    expect(row.closedOn?.toString()).toBe('2026-03-02')
    expect(row.closedBecause).toBe('Work with the child has started')
    const work = await app.get(opened.location ?? '', 'case-manager')
    expect(work.$(`main a[href="${contactUrl(child, visit)}"]`).length).toBe(1)
    expect((await app.get(moveContactUrl(child, visit), 'case-manager')).status).toBe(200)
    const later = { 'plannedOn-day': '12', 'plannedOn-month': '3', 'plannedOn-year': '2026' }
    expect((await app.send(moveContactUrl(child, visit), later, 'case-manager')).location).toBe(
      opened.location,
    )
  })
})

describe('two people at once', () => {
  it('open the work for an outcome once', async () => {
    const { child, outcome } = await app.inService(async scope => {
      const child = await aChild(scope)
      return { child, outcome: await anOutcome(scope, { childId: child }) }
    })
    const form = { kind: 'diversion', serves: outcome, ...startedToday }
    const url = newInterventionUrl(child)
    const sent = await Promise.all([
      app.send(url, form, 'case-manager'),
      app.send(url, form, 'team-manager'),
    ])
    expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 422])
    const rows = await app.db
      .selectFrom('interventions')
      .select('id')
      .where('childId', '=', child)
      .execute()
    expect(rows.length).toBe(1)
  })
})

describe('who may see and change work', () => {
  it('shows business support the work without notes, plans and assessments', async () => {
    const page = await app.get(interventionUrl(otherChildId, interventionId), 'business-support')
    expect(page.status).toBe(200)
    const headings = page
      .$('main h2')
      .toArray()
      .map(heading => page.$(heading).text())
    expect(headings).toEqual([])
  })

  it('refuses those whose role does not include it', async () => {
    const work = interventionUrl(otherChildId, interventionId)
    expect((await app.get(work, 'performance-officer')).status).toBe(403)
    const close = closeInterventionUrl(otherChildId, interventionId)
    expect((await app.get(close, 'business-support')).status).toBe(403)
    const start = newInterventionUrl(childId)
    expect((await app.get(start, 'social-worker-read-only')).status).toBe(403)
  })

  it('does not find the work or the referral of another child', async () => {
    for (const url of [
      interventionUrl(childId, interventionId),
      allocationUrl(childId, interventionId),
      closeInterventionUrl(childId, interventionId),
      serviceAgreementNewUrl(childId, interventionId),
      newInterventionUrl(otherChildId, referralId),
      interventionUrl(childId, 'not-an-id'),
    ]) {
      expect((await app.get(url, 'team-manager')).status, url).toBe(404)
    }
  })
})
