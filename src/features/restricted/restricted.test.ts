import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { insertRestriction, listNotices } from '#records/restrictions.ts'
import { aChild, anAllocation, anIntervention, anOutcome, aPanel } from '#test/builders.ts'
import { aPanelListing, aReferral, aStaffMember } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'

const app = await startApp()
afterAll(app.close)

const { staff, today } = app
const ids = { child: '', other: '', work: '', panel: '', restricted: '' }
const secrets = ['Zephyrine', 'Quillfeather', 'protected']

beforeAll(async () => {
  await app.inService(async scope => {
    ids.child = await aChild(scope, {
      givenName: 'Zephyrine',
      familyName: 'Quillfeather',
      bornOn: plainDate('2010-05-04'),
    })
    const childId = ids.child
    ids.other = await aChild(scope, { givenName: 'Open', familyName: 'Record' })
    ids.work = await anIntervention(scope, { childId })
    await anAllocation(scope, {
      childId,
      interventionId: ids.work,
      staffId: staff['case-manager'],
    })
    await anOutcome(scope, { childId, kind: 'youth-caution', decidedOn: plainDate('2026-01-15') })
    const referralId = await aReferral(scope, { childId })
    ids.panel = await aPanel(scope, { heldOn: today })
    await aPanelListing(scope, { panelId: ids.panel, referralId })
    await insertRestriction(scope, {
      childId,
      why: 'witness-or-protected',
      contactId: staff['team-manager'],
      names: [staff['team-manager'], staff['case-manager']],
      startedOn: today,
    })
  })
})

const childPage = () => `/children/${ids.child}`

const actionsAbout = async (childId: string) =>
  await app.inService(scope =>
    scope.db
      .selectFrom('auditEntries')
      .select(['action', 'staffId', 'detail'])
      .where('serviceId', '=', scope.serviceId)
      .where('childId', '=', childId)
      .orderBy('id')
      .execute(),
  )

describe('a restricted record', () => {
  it('opens for those named', async () => {
    expect((await app.get(childPage(), 'case-manager')).status).toBe(200)
    const managers = await app.get(childPage(), 'team-manager')
    expect(managers.status).toBe(200)
    expect(managers.$(`a[href="${childPage()}/restriction"]`).text()).toBe('Who may open it')
  })

  it('is left out of lists for others, and stays in them for those named', async () => {
    const names = async (as: 'case-manager' | 'head-of-service') =>
      (await app.get('/children', as)).$('main').text()
    expect(await names('case-manager')).toContain('Zephyrine')
    expect(await names('head-of-service')).not.toContain('Zephyrine')
    expect((await app.get('/referrals', 'business-support')).body).not.toContain('Zephyrine')
    expect((await app.get(`/panels/${ids.panel}`, 'panel-member')).body).not.toContain('Zephyrine')
  })

  it('answers every page of the child with 403, whom to ask and the urgent way in, and nothing of the child', async () => {
    for (const url of [childPage(), `${childPage()}/interventions/${ids.work}`]) {
      const page = await app.get(url, 'head-of-service')
      expect(page.status).toBe(403)
      expect(page.h1).toBe('A restricted record')
      expect(page.$('main').text()).toContain('Person of role team-manager')
      expect(page.$('main form').attr('action')).toBe(`${childPage()}/urgent-access`)
      for (const secret of secrets) expect(page.body).not.toContain(secret)
    }
    expect((await actionsAbout(ids.child)).at(-1)).toEqual({
      action: 'child.met-restricted',
      staffId: staff['head-of-service'],
      detail: '/children/:childId/interventions/:interventionId',
    })
  })

  it('takes no form from others either', async () => {
    const sent = await app.send(`${childPage()}/restriction`, {}, 'head-of-service')
    expect(sent.status).toBe(403)
    expect(sent.h1).toBe('A restricted record')
  })

  it('is not known at all to somebody whose role does not reach the child', async () => {
    expect((await app.get(childPage(), 'social-worker-read-only')).status).toBe(404)
    const urgent = await app.get(`${childPage()}/urgent-access`, 'social-worker-read-only')
    expect(urgent.status).toBe(404)
  })

  it('has no name behind a figure', async () => {
    const url = '/performance/out-of-court?from=2026-01-01&to=2026-01-31'
    const figure = (await app.get(url, 'performance-officer')).$('main').text()
    expect(figure).toContain('A restricted record')
    expect(figure).not.toContain('Zephyrine')
    expect((await app.get(url, 'team-manager')).$('main').text()).toContain('Zephyrine')
  })
})

describe('searching for a restricted record', () => {
  const sentence = 'A restricted record fits. Ask Person of role team-manager.'

  it('tells whom to ask when date of birth and name are exactly the child’s', async () => {
    const page = await app.searchFor('Quillfeather Zephyrine 4/5/2010', 'business-support')
    expect(page.$('main').text()).toContain(sentence)
    expect(page.$('main a').length).toBe(0)
    expect((await actionsAbout(ids.child)).at(-1)?.action).toBe('child.met-restricted')
  })

  it('tells nothing with less, or with a name that only sounds alike', async () => {
    for (const text of [
      'Zephyrine Quillfeather',
      '4/5/2010',
      'Zephyrine 4/5/2010',
      'Zefirine Quilfeather 4/5/2010',
      'Zephyrine Quillfeather 5/5/2010',
    ]) {
      const page = await app.searchFor(text, 'business-support')
      expect(page.$('main').text()).toContain('No child that you may open fits')
      expect(page.$('main').text()).not.toContain('restricted')
    }
  })

  it('shows no name as a possible match of a new referral', async () => {
    const referral = {
      ...{ givenName: 'Zefirine', familyName: 'Quilfeather', sex: 'female' },
      ...{ 'bornOn-day': '4', 'bornOn-month': '5', 'bornOn-year': '2010' },
    }
    const asked = await app.send('/referrals/new', referral, 'business-support')
    const question = asked.$('main').text()
    expect(question).toContain('A restricted record fits')
    expect(question).toContain('Ask Person of role team-manager whether it is this child.')
    expect(asked.body).not.toContain('Zephyrine')
    const named = await app.send('/referrals/new', referral, 'case-manager')
    expect(named.$('main').text()).toContain('Zephyrine Quillfeather')
  })

  it('finds the child for those named', async () => {
    const page = await app.searchFor('Zephyrine Quillfeather 4/5/2010', 'case-manager')
    expect(page.$('main table').text()).toContain('Zephyrine Quillfeather')
    expect(page.$('main').text()).not.toContain(sentence)
  })
})

describe('urgent access', () => {
  const urgent = () => `${childPage()}/urgent-access`

  it('needs a reason', async () => {
    const page = await app.send(urgent(), { reason: ' ' }, 'head-of-service')
    expect(page.status).toBe(422)
    expect(page.errors).toEqual(['Write why it cannot wait'])
    expect((await app.get(childPage(), 'head-of-service')).status).toBe(403)
  })

  it('opens the record to that person alone, is written down, and is told to those who keep it', async () => {
    const reason = '<script>alert("x")</script> O’Neill-Ó Súilleabháin is at risk tonight 🚨'
    const sent = await app.send(urgent(), { reason }, 'head-of-service')
    expect(sent.location).toBe(childPage())
    expect((await app.get(childPage(), 'head-of-service')).status).toBe(200)
    expect((await app.get(childPage(), 'business-support')).status).toBe(403)
    const written = await actionsAbout(ids.child)
    expect(written.filter(({ action }) => action === 'child.urgent-access')).toHaveLength(1)
    const told = await app.inService(scope =>
      scope.db
        .selectFrom('notices')
        .select(['staffId', 'kind', 'childId'])
        .where('serviceId', '=', scope.serviceId)
        .execute(),
    )
    expect(told).toEqual([
      { staffId: staff['team-manager'], kind: 'urgent-access', childId: ids.child },
    ])
    const now = Temporal.Instant.from('2026-03-03T09:00:00Z')
    const manager = { id: staff['team-manager'], teamId: null, reach: 'whole-service' } as const
    const first = await app.get('/my-work', 'team-manager')
    expect(first.$('main').text()).toContain('Restricted records opened urgently (1)')
    expect((await app.get('/my-work', 'case-manager')).$('main').text()).not.toContain('urgently')
    const notices = (at: Temporal.Instant, viewer = manager) =>
      app.inService(scope => listNotices(scope, { ...viewer, today, now: at }))
    expect(await notices(now)).toMatchObject([
      { childName: 'Zephyrine Quillfeather', takenBy: 'Person of role head-of-service', reason },
    ])
    expect(await notices(now.add({ hours: 24 * 30 }))).toEqual([])
    expect(await notices(now, { ...manager, id: staff['case-manager'] })).toEqual([])
  })

  it('is not for those who may open the record anyway, nor for a record that is open', async () => {
    expect((await app.get(urgent(), 'team-manager')).status).toBe(404)
    const other = `/children/${ids.other}/urgent-access`
    expect((await app.get(other, 'head-of-service')).status).toBe(404)
  })

  it('ends after 24 hours', async () => {
    await app.inService(scope =>
      sql`insert into urgent_accesses (service_id, restriction_id, child_id, staff_id, reason, granted_at, ends_at)
        select service_id, id, child_id, ${staff['business-support']}, 'Yesterday',
          ${Temporal.Instant.from('2026-02-28T09:00:00Z')}, ${Temporal.Instant.from('2026-03-01T09:00:00Z')}
        from restrictions where service_id = ${scope.serviceId} and child_id = ${ids.child}`.execute(
        scope.db,
      ),
    )
    expect((await app.get(childPage(), 'business-support')).status).toBe(403)
  })
})

describe('keeping a record for named people', () => {
  const url = () => `/children/${ids.other}/restriction`

  it('is for managers', async () => {
    expect((await app.get(url(), 'case-manager')).status).toBe(403)
    const page = await app.get(url(), 'team-manager')
    expect(page.h1).toBe('Who may open this record')
  })

  it('asks why, for whom, and for a manager and a contact among them', async () => {
    const nothing = await app.send(url(), {}, 'team-manager')
    expect(nothing.status).toBe(422)
    expect(nothing.errors).toContain('Select why the record is restricted')
    const worker = await app.send(
      url(),
      {
        why: 'family-wish',
        names: [staff['case-manager']],
        contactId: staff['case-manager'],
      },
      'team-manager',
    )
    expect(worker.errors[0]).toMatch(/at least one manager/u)
    const stranger = await aStaffMember(app.db, app.serviceId)
    const contact = await app.send(
      url(),
      { why: 'family-wish', names: [staff['team-manager']], contactId: stranger },
      'team-manager',
    )
    expect(contact.errors[0]).toMatch(/among those/u)
    expect((await app.get(`/children/${ids.other}`, 'case-manager')).status).toBe(200)
  })

  it('closes the record to others, can name others later, which ends urgent access, and can be lifted', async () => {
    const form = {
      why: 'staff-family',
      names: [staff['team-manager']],
      contactId: staff['team-manager'],
    }
    const open = async () => (await app.get(`/children/${ids.other}`, 'head-of-service')).status
    expect((await app.send(url(), form, 'team-manager')).location).toBe(url())
    expect(await open()).toBe(403)
    const reason = { reason: 'A child is missing' }
    await app.send(`/children/${ids.other}/urgent-access`, reason, 'head-of-service')
    expect(await open()).toBe(200)
    const names = [staff['team-manager'], staff['case-manager']]
    await app.send(url(), { ...form, names }, 'team-manager')
    expect(await open()).toBe(403)
    expect((await app.get(`/children/${ids.other}`, 'case-manager')).status).toBe(200)
    await app.send(`${url()}/lift`, {}, 'team-manager')
    expect(await open()).toBe(200)
    const written = (await actionsAbout(ids.other)).map(({ action }) => action)
    expect(written).toContain('child.restricted')
    expect(written).toContain('child.restriction-lifted')
    expect((await app.get(`${url()}/lift`, 'team-manager')).status).toBe(404)
  })

  it('is not found for another service’s child', async () => {
    const unknown = '/children/11111111-1111-4111-8111-111111111111/restriction'
    expect((await app.get(unknown, 'team-manager')).status).toBe(404)
  })
})
