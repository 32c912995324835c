import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anAllocation, anIntervention } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { serviceTodayUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-16' })
afterAll(app.close)

/** Work with a plan that nobody has signed. */
async function plannedOn(day: string, givenName: string): Promise<void> {
  await app.inService(async scope => {
    const childId = await aChild(scope, { givenName })
    const interventionId = await anIntervention(scope, { childId })
    const subject = { serviceId: scope.serviceId, childId, interventionId }
    await anAllocation(scope, { childId, interventionId, staffId: app.staff['case-manager'] })
    await scope.db
      .insertInto('plans')
      .values({
        ...subject,
        writtenOn: plainDate(day),
        strengths: 'Football',
        easierForYou: 'Text first',
        keepingSafe: 'Bus home',
        contingency: 'Ring Mum',
        restorative: 'A letter',
        exitPlan: 'Coach',
        authorId: app.staff['case-manager'],
      })
      .execute()
  })
}

beforeAll(async () => {
  // Due on 16 February and overdue for twenty working days on 16 March; due on 2 March: for exactly ten.
  await plannedOn('2026-02-02', 'Longest')
  await plannedOn('2026-02-16', 'Edge')
})

describe('the service today', () => {
  it('shows the head of service what has been overdue beyond the set time, and whose', async () => {
    const page = await app.get(serviceTodayUrl, 'head-of-service')
    const text = page.$('main').text()
    expect(text).toContain('Overdue for more than 10 working days (1)')
    expect(text).toContain('Person of role case-manager (1)')
    expect(text).toContain('Longest')
    expect(text).not.toContain('Edge')
  })

  it('is for the head of service', async () => {
    expect((await app.get(serviceTodayUrl, 'team-manager')).status).toBe(403)
  })
})
