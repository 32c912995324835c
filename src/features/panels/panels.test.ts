import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, aPanel, aPanelListing, aReferral } from '#test/builders.ts'
import { startApp, type TestForm } from '#test/start-app.ts'

const app = await startApp()
afterAll(app.close)

const agencies = ['youth-justice-service', 'police', 'childrens-social-care', 'restorative-service']

/** Everybody came but the restorative service. */
function attendance(changes: TestForm = {}): TestForm {
  const rows = agencies.flatMap((agency, row) => [
    [`agencies-${row}-agency`, agency],
    [`agencies-${row}-came`, row === 3 ? 'no' : 'yes'],
    [`agencies-${row}-person`, row === 3 ? '' : `Person ${row}`],
    [`agencies-${row}-reason`, row === 3 ? 'Ill' : ''],
  ])
  return { ...(Object.fromEntries(rows) as TestForm), ...changes }
}

describe('panels', () => {
  it('are set with a day, a time and a place', async () => {
    const panel = {
      'heldOn-day': '9',
      'heldOn-month': '4',
      'heldOn-year': '2026',
      startsAt: '2pm',
      place: 'Room <3>',
    }
    const sent = await app.send('/panels/new', panel, 'business-support')
    const page = await app.get(sent.location ?? '', 'police-colleague')
    expect(page.h1).toBe('Youth justice panel on Thursday 9 April 2026')
    expect(page.$('main').text()).toContain('2pm, Room <3>')
    const list = await app.get('/panels', 'police-colleague')
    expect(list.$(`a[href="${sent.location ?? ''}"]`).length).toBe(1)
    const audit = await app.db
      .selectFrom('auditEntries')
      .select('subjectId')
      .where('action', '=', 'panel.arranged')
      .executeTakeFirstOrThrow()
    expect(sent.location).toContain(audit.subjectId ?? 'none')
  })

  it('are not set for a day that has passed', async () => {
    const page = await app.send(
      '/panels/new',
      {
        'heldOn-day': '1',
        'heldOn-month': '3',
        'heldOn-year': '2026',
        startsAt: '14:00',
        place: 'x',
      },
      'case-manager',
    )
    expect(page.errors).toEqual(['Day of the panel must be today or in the future'])
    expect(page.$('#place').attr('value')).toBe('x')
  })

  it('are not for a police colleague to set', async () => {
    expect((await app.get('/panels/new', 'police-colleague')).status).toBe(403)
  })

  it('that do not exist are not found', async () => {
    const nowhere = '/panels/11111111-1111-4111-8111-111111111111'
    expect((await app.get(nowhere, 'case-manager')).status).toBe(404)
  })
})

describe('the cases of a panel', () => {
  it('say what each still lacks, and name a child only to those who may know', async () => {
    const panelId = await app.inService(async scope => {
      const id = await aPanel(scope)
      const open = await aChild(scope, { givenName: 'Openly', familyName: 'Visible' })
      const closed = await aChild(scope, { givenName: 'Quietly', familyName: 'Hidden' })
      await aPanelListing(scope, {
        panelId: id,
        referralId: await aReferral(scope, { childId: open }),
      })
      const referralId = await aReferral(scope, {
        childId: closed,
        closedOn: plainDate('2026-03-01'),
      })
      await aPanelListing(scope, { panelId: id, referralId })
      return id
    })
    const police = await app.get(`/panels/${panelId}`, 'police-colleague')
    const text = police.$('main').text()
    expect(text).toContain('Openly Visible')
    expect(text).toContain('A child you do not work with')
    expect(police.body).not.toContain('Hidden')
    expect(text).toContain("Check: children's social care")
    expect(text).toContain('Assessment')
    const ours = await app.get(`/panels/${panelId}`, 'case-manager')
    expect(ours.$('main').text()).toContain('Quietly Hidden')
  })
})

describe('who came to a panel', () => {
  const held = () => app.inService(scope => aPanel(scope, { heldOn: plainDate('2026-03-02') }))

  it('is recorded on the day for the four agencies, and can be put right', async () => {
    const panelId = await held()
    const url = `/panels/${panelId}/attendance`
    const sent = await app.send(url, attendance(), 'business-support')
    expect(sent.location).toBe(`/panels/${panelId}`)
    const page = await app.get(`/panels/${panelId}`, 'business-support')
    expect(page.$('.govuk-summary-list').text()).toContain('Person 1')
    expect(page.$('.govuk-summary-list').text()).toContain('Could not come: Ill')
    const again = await app.get(url, 'business-support')
    expect(again.$('#agencies-1-person').attr('value')).toBe('Person 1')
    const change = attendance({ 'agencies-1-came': 'no', 'agencies-1-reason': 'On leave' })
    await app.send(url, change, 'business-support')
    const rows = await app.db
      .selectFrom('panelAttendances')
      .select(['agency', 'attended', 'person', 'reason'])
      .where('panelId', '=', panelId)
      .where('agency', '=', 'police')
      .execute()
    expect(rows).toEqual([{ agency: 'police', attended: false, person: null, reason: 'On leave' }])
  })

  it('asks who came and why somebody could not', async () => {
    const page = await app.send(
      `/panels/${await held()}/attendance`,
      attendance({ 'agencies-0-person': '', 'agencies-3-reason': ' ' }),
      'case-manager',
    )
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([
      'Youth justice service: enter who came',
      'Restorative service: say why they could not come',
    ])
  })

  it('takes each agency once', async () => {
    const page = await app.send(
      `/panels/${await held()}/attendance`,
      attendance({ 'agencies-1-agency': 'youth-justice-service' }),
      'case-manager',
    )
    expect(page.status).toBe(422)
  })

  it('is not recorded before the day', async () => {
    const panelId = await app.inService(scope => aPanel(scope))
    const url = `/panels/${panelId}/attendance`
    expect((await app.get(url, 'case-manager')).$('main form').length).toBe(0)
  })
})
