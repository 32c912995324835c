import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anAlert, aReferral, anIntervention } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import {
  alertsUrl,
  alertUrl,
  changeAlertUrl,
  endAlertUrl,
  newAlertUrl,
  reviewAlertUrl,
} from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

const ownerId = app.staff['case-manager']

const day = (name: string, text: string) => {
  const { day, month, year } = plainDate(text)
  return { [`${name}-day`]: `${day}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` }
}

const typed = {
  kind: 'contact-restriction',
  what: 'A court order: <b>no contact</b> with his stepfather.',
  whatToDo: 'Do not speak to him about the child.',
  ownerId,
  ...day('startedOn', '2026-02-20'),
  ...day('reviewOn', '2026-04-01'),
}

const aChildWith = (values: Partial<Parameters<typeof anAlert>[1]> = {}) =>
  app.inService(async scope => {
    const childId = await aChild(scope)
    await aReferral(scope, { childId })
    return { childId, alertId: await anAlert(scope, { childId, ownerId, ...values }) }
  })

const row = (id: string) =>
  app.db.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('an alert', () => {
  it('is recorded once, written down, and stands at the head of every page about the child', async () => {
    const childId = await app.inService(scope => aChild(scope))
    await app.sendTwice(newAlertUrl(childId), typed, 'case-manager')
    const rows = await app.db
      .selectFrom('alerts')
      .select(['id', 'recordedBy'])
      .where('childId', '=', childId)
      .execute()
    expect(rows).toMatchObject([{ recordedBy: ownerId }])
    const entries = await app.db
      .selectFrom('auditEntries')
      .select('action')
      .where('subjectId', '=', rows[0]?.id ?? '')
      .execute()
    expect(entries).toEqual([{ action: 'alert.recorded' }])
    const page = await app.get(`/children/${childId}`, 'case-manager')
    expect(page.$('.app-alert').text()).toContain('<b>no contact</b>')
    const other = await app.get(`/children/${childId}/events`, 'case-manager')
    expect(other.$('.app-child-banner__alerts').text()).toContain('Who may not contact whom')
    expect(other.$('.app-child-banner__alerts').attr('href')).toBe(alertsUrl(childId))
  })

  it('needs a day on which it is looked at again, and what was typed stays', async () => {
    const childId = await app.inService(scope => aChild(scope))
    const late = { ...typed, ...day('reviewOn', '2026-03-02') }
    const sent = await app.send(newAlertUrl(childId), late, 'case-manager')
    expect(sent.errors).toEqual(['The day for looking at it again must be after today'])
    expect(sent.$('#what').val()).toBe(typed.what)
  })

  it.each([
    ['contact-restriction', 'panel-member', false],
    ['contact-restriction', 'police-colleague', true],
    ['medical', 'panel-member', true],
    ['worker-safety', 'panel-member', true],
  ] as const)('%s: what it says is shown to a %s: %s', async (kind, role, whole) => {
    const { childId } = await app.inService(async scope => {
      const id = await aChild(scope)
      const referralId = await aReferral(scope, { childId: id })
      const panel = await scope.db
        .insertInto('panels')
        .values({
          serviceId: scope.serviceId,
          heldOn: app.today,
          startsAt: '14:00',
          place: 'Testford office',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await scope.db
        .insertInto('panelListings')
        .values({ serviceId: scope.serviceId, panelId: panel.id, referralId })
        .execute()
      await anAlert(scope, { childId: id, ownerId, kind, what: 'The very fact.' })
      return { childId: id }
    })
    for (const url of [`/children/${childId}`, alertsUrl(childId)]) {
      const page = await app.get(url, role)
      expect(page.status).toBe(200)
      expect(page.$('.app-alert').length).toBe(1)
      expect(page.body.includes('The very fact.')).toBe(whole)
    }
  })

  it('is changed by a worker, and what it said stays readable', async () => {
    const { childId, alertId } = await aChildWith()
    await app.send(changeAlertUrl(childId, alertId), typed, 'case-manager')
    expect(await row(alertId)).toMatchObject({ kind: 'contact-restriction', what: typed.what })
    const page = await app.get(alertUrl(childId, alertId), 'business-support')
    expect(page.$('table').text()).toContain('A dog that is loose in the yard.')
    expect(page.$('table').text()).toContain('Safety of workers')
    expect(page.$('main .govuk-button').length).toBe(0)
  })

  it('past its day is in its owner’s list, until it is reviewed', async () => {
    const { childId, alertId } = await aChildWith({ reviewOn: plainDate('2026-02-28') })
    const listed = async () => {
      const page = await app.get('/my-work', 'case-manager')
      return page.$(`a[href="${reviewAlertUrl(childId, alertId)}"]`).length
    }
    expect(await listed()).toBe(1)
    const others = await app.get('/my-work', 'team-manager')
    expect(others.$(`a[href="${reviewAlertUrl(childId, alertId)}"]`).length).toBe(0)
    const url = reviewAlertUrl(childId, alertId)
    await app.send(url, day('reviewOn', '2026-05-01'), 'case-manager')
    expect((await row(alertId)).reviewOn.toString()).toBe('2026-05-01')
    expect(await listed()).toBe(0)
  })

  it('whose owner has left is in the list of managers', async () => {
    const gone = await app.inService(async scope => {
      const { id } = await scope.db
        .insertInto('staff')
        .values({
          serviceId: scope.serviceId,
          name: 'Who Left',
          role: 'case-manager',
          agency: 'youth-justice-service',
          jobTitle: 'Worker',
          isActive: false,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    })
    await aChildWith({ ownerId: gone, reviewOn: plainDate('2026-02-28') })
    const page = await app.get('/my-work', 'team-manager')
    expect(page.$('main').text()).toContain('Who Left, who looked after it, has left')
    expect((await app.get('/my-work', 'case-manager')).$('main').text()).not.toContain('Who Left')
  })

  it('ends with a reason, leaves the head of the pages, and stays to be read', async () => {
    const { childId, alertId } = await aChildWith()
    const url = endAlertUrl(childId, alertId)
    const bare = await app.send(url, day('endedOn', '2026-03-02'), 'case-manager')
    expect(bare.errors).toEqual(['Write why it is needed no more'])
    const end = { endedBecause: 'The dog is gone.', ...day('endedOn', '2026-03-01') }
    await app.send(url, end, 'case-manager')
    const page = await app.get(alertsUrl(childId), 'case-manager')
    expect(page.$('.app-child-banner__alerts').length).toBe(0)
    expect(page.$('.app-alert--ended').text()).toContain('The dog is gone.')
    const again = await app.send(url, end, 'case-manager')
    expect(again.errors[0]).toContain('This alert ended on 1 March 2026')
    const changed = await app.send(changeAlertUrl(childId, alertId), typed, 'case-manager')
    expect(changed.errors[0]).toContain('This alert ended on 1 March 2026')
    expect((await row(alertId)).what).toBe('A dog that is loose in the yard.')
  })

  it('of another child is not found under this one', async () => {
    const { alertId } = await aChildWith()
    const childId = await app.inService(async scope => {
      const id = await aChild(scope)
      await anIntervention(scope, { childId: id })
      return id
    })
    expect((await app.get(alertUrl(childId, alertId), 'case-manager')).status).toBe(404)
  })
})
