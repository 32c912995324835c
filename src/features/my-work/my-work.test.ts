import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anAllocation, anIntervention } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

const ids = { child: '', intervention: '' }

beforeAll(async () => {
  await app.inService(async scope => {
    const { serviceId } = scope
    const staffId = app.staff['case-manager']
    ids.child = await aChild(scope, { givenName: 'Robin', familyName: 'Example' })
    ids.intervention = await anIntervention(scope, { childId: ids.child })
    await anIntervention(scope, { childId: await aChild(scope, { givenName: 'Nobody' }) })
    const subject = { childId: ids.child, interventionId: ids.intervention, staffId }
    await anAllocation(scope, subject)
    const contact = { serviceId, ...subject, kind: 'office' }
    await scope.db
      .insertInto('contacts')
      .values([
        {
          ...contact,
          plannedOn: plainDate('2026-03-02'),
          plannedTime: '14:30',
          place: 'Mill Lane',
        },
        { ...contact, plannedOn: plainDate('2026-02-25'), plannedTime: '10:00' },
        { ...contact, plannedOn: plainDate('2026-03-05'), plannedTime: '09:00' },
      ])
      .execute()
    await scope.db
      .insertInto('plans')
      .values({
        serviceId,
        childId: ids.child,
        interventionId: ids.intervention,
        writtenOn: plainDate('2026-02-09'),
        strengths: 'Football',
        easierForYou: 'Text first',
        keepingSafe: 'Bus home',
        contingency: 'Ring Mum',
        restorative: 'A letter',
        exitPlan: 'Coach',
        authorId: staffId,
      })
      .execute()
  })
})

describe('my work', () => {
  it("shows today's appointments, those nobody recorded, and the week", async () => {
    const page = await app.get('/my-work', 'case-manager')
    expect(page.status).toBe(200)
    expect(page.h1).toBe('Today, Monday 2 March 2026')
    const sections = page
      .$('main section')
      .toArray()
      .map(one => page.$(one).text())
    expect(sections.find(text => text.includes('Appointments'))).toContain('2:30pm')
    expect(sections.find(text => text.includes('Not recorded yet'))).toContain('25 February 2026')
    expect(sections.find(text => text.includes('This week'))).toContain('5 March 2026')
  })

  it('shows what is owed with its day, why, and the rule it comes from', async () => {
    const page = await app.get('/my-work', 'case-manager')
    const plan = page
      .$('.app-owed__item')
      .filter((_, item) => page.$(item).text().includes('Plan signed'))
    expect(plan.length).toBe(1)
    expect(plan.hasClass('app-owed__item--overdue')).toBe(true)
    expect(plan.text()).toContain('23 February 2026')
    expect(plan.find('a[href="/rules/OM-4.1-signed"]').length).toBe(1)
    expect(plan.text()).toContain('child, parent or carer, manager')
  })

  it("does not show a worker another worker's duties", async () => {
    const other = await app.get('/my-work', 'head-of-service')
    const own = other.$('section').filter((_, one) => /What is owed/.test(other.$(one).text()))
    expect(own.find('.app-owed__item').length).toBe(0)
  })

  it('is not for a role without work of its own', async () => {
    expect((await app.get('/my-work', 'performance-officer')).status).toBe(403)
  })

  it('leads to signing in when nobody is signed in', async () => {
    const page = await app.getSignedOut('/my-work')
    expect(page.status).toBe(303)
    expect(page.location).toBe('/sign-in')
  })
})
