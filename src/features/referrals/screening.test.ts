import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aCheck, aChild, aPanel, aPanelListing, aReferral, aStaffMember } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'

const app = await startApp()
afterAll(app.close)

async function aReferredChild(values: { readonly kind?: string } = {}) {
  return await app.inService(async scope => {
    const childId = await aChild(scope)
    const referralId = await aReferral(scope, { childId, ...values })
    return { childId, referralId, url: `/children/${childId}/referrals/${referralId}` }
  })
}

async function actionsAbout(childId: string): Promise<string[]> {
  const rows = await app.db
    .selectFrom('auditEntries')
    .select('action')
    .where('childId', '=', childId)
    .execute()
  return rows.map(row => row.action)
}

const today = { 'checkedOn-day': '2', 'checkedOn-month': '3', 'checkedOn-year': '2026' }

describe('the page of a referral', () => {
  it('shows the steps in their order, and leads on where the person may go', async () => {
    const { url } = await aReferredChild()
    const page = await app.get(url, 'team-manager')
    const steps = page.$('.govuk-task-list__item').toArray()
    expect(steps).toHaveLength(7)
    const links = page.$('.govuk-task-list__link').toArray()
    expect(links.map(link => page.$(link).attr('href'))).toEqual([
      `${url}/checks`,
      `${url}/assessor`,
      `${url}/assessment`,
      `${url}/panel`,
      `${url}/explanation`,
    ])
    expect(page.$('main').text()).toContain('0 of 8')
    expect(page.$('main').text()).toContain("Next: Check with children's social care")
  })

  it('leads a police colleague nowhere that the role does not go', async () => {
    const { url } = await aReferredChild()
    const page = await app.get(url, 'police-colleague')
    expect(page.status).toBe(200)
    expect(page.$('.govuk-task-list__link').length).toBe(0)
  })
})

describe('checks', () => {
  it('begin with social care, and keep an earlier answer as history', async () => {
    const { url, childId } = await aReferredChild()
    const first = await app.get(`${url}/checks`, 'business-support')
    expect(first.h1).toBe('Checks')
    expect(first.$('.govuk-inset-text').text()).toContain("children's social care first")
    expect(first.$('input[name=kind]:checked').attr('value')).toBe('childrens-social-care')
    const check = { kind: 'childrens-social-care', ...today }
    const chased = { ...check, result: 'no-answer', note: 'Rang twice.' }
    await app.send(`${url}/checks`, chased, 'business-support')
    const answered = { ...check, result: 'done', note: 'Known since <b>May</b>.' }
    const sent = await app.send(`${url}/checks`, answered, 'business-support')
    expect(sent.status).toBe(303)
    const page = await app.get(`${url}/checks`, 'business-support')
    const rows = page.$('tbody tr').toArray()
    expect(rows.map(row => page.$(row).find('td').eq(1).text())).toEqual([
      'No answer after chasing (earlier answer)',
      'Done',
    ])
    expect(page.$('tbody').text()).toContain('Known since <b>May</b>.')
    expect(page.$('.govuk-inset-text').length).toBe(0)
    expect(await actionsAbout(childId)).toContain('referral.checked')
  })

  it('say what is missing and keep what was typed', async () => {
    const { url } = await aReferredChild()
    const page = await app.send(
      `${url}/checks`,
      { kind: 'education', ...today, 'checkedOn-year': '2027', note: 'Later' },
      'case-manager',
    )
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([
      'Select what came of it',
      'Day of the check must be today or in the past',
    ])
    expect(page.$('#note').text()).toBe('Later')
  })

  it('are not for a police colleague to record', async () => {
    const { url } = await aReferredChild()
    expect((await app.get(`${url}/checks`, 'police-colleague')).status).toBe(403)
  })

  it('of another child are not found', async () => {
    const { referralId } = await aReferredChild()
    const other = await aReferredChild()
    const wrong = `/children/${other.childId}/referrals/${referralId}`
    for (const page of ['checks', 'panel']) {
      expect((await app.get(`${wrong}/${page}`, 'case-manager')).status).toBe(404)
    }
    expect((await app.get(`${wrong}/assessor`, 'team-manager')).status).toBe(404)
  })
})

describe('the worker for the assessment', () => {
  it('is chosen by a manager, who sees how much each holds; a new worker follows the earlier one', async () => {
    const { url, childId, referralId } = await aReferredChild()
    const one = await aStaffMember(app.db, app.serviceId, { name: 'Ada Example' })
    const two = await aStaffMember(app.db, app.serviceId, { name: 'Bo Example' })
    await app.send(`${url}/assessor`, { staffId: one }, 'team-manager')
    const again = await app.get(`${url}/assessor`, 'team-manager')
    const ada = again.$(`input[value="${one}"]`)
    expect(ada.attr('checked')).toBeDefined()
    expect(ada.parent().text()).toContain('1 open case')
    const sent = await app.send(`${url}/assessor`, { staffId: two }, 'team-manager')
    expect(sent.location).toBe(url)
    const rows = await app.db
      .selectFrom('allocations')
      .select(['staffId', 'endedOn'])
      .where('referralId', '=', referralId)
      .orderBy('recordedAt')
      .execute()
    expect(rows.map(row => [row.staffId, row.endedOn?.toString() ?? null])).toEqual([
      [one, '2026-03-02'],
      [two, null],
    ])
    expect(await actionsAbout(childId)).toContain('referral.allocated')
    expect((await app.get(url, 'team-manager')).$('main').text()).toContain('Bo Example')
  })

  it('cannot be a person who is no case manager', async () => {
    const { url } = await aReferredChild()
    const staffId = app.staff['performance-officer']
    const page = await app.send(`${url}/assessor`, { staffId }, 'team-manager')
    expect(page.errors).toEqual(['Select who writes the assessment'])
  })

  it('is not for a case manager to choose', async () => {
    const { url } = await aReferredChild()
    expect((await app.get(`${url}/assessor`, 'case-manager')).status).toBe(403)
  })
})

describe('listing for a panel', () => {
  it('moves to a later panel and keeps the earlier listing as history', async () => {
    const { url, childId, referralId } = await aReferredChild()
    const [first, second] = await app.inService(async scope => [
      await aPanel(scope, { heldOn: plainDate('2026-03-10') }),
      await aPanel(scope, { heldOn: plainDate('2026-03-24') }),
    ])
    await app.send(`${url}/panel`, { panelId: first }, 'business-support')
    expect((await app.get('/referrals', 'business-support')).$('main').text()).toContain(
      'Listed for a panel',
    )
    const moved = await app.send(`${url}/panel`, { panelId: second }, 'business-support')
    expect(moved.location).toBe(url)
    const listings = await app.db
      .selectFrom('panelListings')
      .select(['panelId', 'withdrawnOn'])
      .where('referralId', '=', referralId)
      .orderBy('recordedAt')
      .execute()
    expect(listings.map(row => [row.panelId, row.withdrawnOn?.toString() ?? null])).toEqual([
      [first, '2026-03-02'],
      [second, null],
    ])
    const page = await app.get(`${url}/panel`, 'business-support')
    expect(page.$('main').text()).toContain('taken off on 2 March 2026')
    expect(page.$(`input[value="${second}"]`).length).toBe(0)
    expect(await actionsAbout(childId)).toContain('referral.listed')
  })

  it('refuses a panel in the past', async () => {
    const { url } = await aReferredChild()
    const past = await app.inService(async scope => {
      await aPanel(scope)
      return await aPanel(scope, { heldOn: plainDate('2026-03-01') })
    })
    const page = await app.send(`${url}/panel`, { panelId: past }, 'case-manager')
    expect(page.status).toBe(422)
    expect(page.errors).toEqual(['Select a panel that is still to come'])
  })

  it('waits for the decision from the day after the panel', async () => {
    const { url } = await app.inService(async scope => {
      const childId = await aChild(scope)
      const referralId = await aReferral(scope, { childId })
      const panelId = await aPanel(scope, { heldOn: plainDate('2026-03-01') })
      await aPanelListing(scope, { panelId, referralId })
      return { url: `/children/${childId}/referrals/${referralId}` }
    })
    expect((await app.get(url, 'case-manager')).$('main').text()).toContain(
      'Waiting for the decision to be recorded',
    )
  })
})

describe('a safeguarding referral', () => {
  it('closes once social care has it', async () => {
    const { url, referralId, childId } = await aReferredChild({ kind: 'safeguarding' })
    const closing = {
      closedBecause: 'A family support worker visits each week.',
      'closedOn-day': '2',
      'closedOn-month': '3',
      'closedOn-year': '2026',
    }
    const early = await app.send(`${url}/close`, closing, 'business-support')
    expect(early.errors).toEqual(["Record first that children's social care has the referral"])
    await app.inService(scope => aCheck(scope, { referralId }))
    const before = { ...closing, 'closedOn-month': '2' }
    const tooEarly = await app.send(`${url}/close`, before, 'business-support')
    expect(tooEarly.errors).toHaveLength(1)
    const sent = await app.send(`${url}/close`, closing, 'business-support')
    expect(sent.location).toBe('/referrals')
    expect(await actionsAbout(childId)).toContain('referral.closed')
    expect((await app.get(url, 'business-support')).$('.govuk-inset-text').text()).toContain(
      'A family support worker visits each week.',
    )
  })

  it('gets no worker of ours for an assessment', async () => {
    const { url } = await aReferredChild({ kind: 'safeguarding' })
    const staffId = app.staff['case-manager']
    const page = await app.send(`${url}/assessor`, { staffId }, 'team-manager')
    expect(page.errors).toEqual([
      "Children's social care assesses a child under 10: choose nobody here",
    ])
  })

  it('comes before no panel', async () => {
    const { url } = await aReferredChild({ kind: 'safeguarding' })
    const panelId = await app.inService(scope => aPanel(scope))
    const page = await app.send(`${url}/panel`, { panelId }, 'case-manager')
    expect(page.errors).toEqual(['A child under 10 does not come before a panel'])
  })

  it('is the only kind that closes here', async () => {
    const { url } = await aReferredChild()
    expect((await app.get(`${url}/close`, 'case-manager')).status).toBe(404)
  })
})
