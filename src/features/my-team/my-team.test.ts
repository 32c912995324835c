import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anAllocation, anIntervention, aStaffMember } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { caseField } from './case-field.ts'
import { leavingUrl, myTeamUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-16' })
afterAll(app.close)

const worker = app.staff['case-manager']
let [other, first, second] = ['', '', '']

beforeAll(async () => {
  other = await aStaffMember(app.db, app.serviceId, { name: 'Other Worker' })
  await app.inService(async scope => {
    const childId = await aChild(scope, { givenName: 'Robin', familyName: 'Example' })
    first = await anIntervention(scope, { childId })
    await anAllocation(scope, { childId, interventionId: first, staffId: worker })
    const sisterId = await aChild(scope, { givenName: 'Wren', familyName: 'Example' })
    second = await anIntervention(scope, { childId: sisterId })
    await anAllocation(scope, { childId: sisterId, interventionId: second, staffId: worker })
    await anIntervention(scope, { childId: await aChild(scope, { givenName: 'Nobody' }) })
    const assessed = { serviceId: scope.serviceId, childId, interventionId: first, form: 'short' }
    await scope.db
      .insertInto('assessments')
      .values({
        ...assessed,
        formVersion: 1,
        answers: '{}',
        startedOn: plainDate('2026-02-03'),
        completedOn: plainDate('2026-02-10'),
        authorId: worker,
      })
      .execute()
  })
})

async function holderOf(interventionId: string) {
  return await app.db
    .selectFrom('allocations')
    .select(['staffId', 'startedOn', 'endedOn'])
    .where('interventionId', '=', interventionId)
    .orderBy('recordedAt')
    .execute()
}

describe('my team', () => {
  it('shows a manager what is overdue and whose, what waits, and how work is shared', async () => {
    const page = await app.get(myTeamUrl, 'team-manager')
    const text = page.$('main').text()
    expect(text).toMatch(/Person of role case-manager \(\d+\)/)
    expect(page.$('a[href$="/allocation"]').length).toBe(1)
    const row = page.$('tr').filter((_, one) => page.$(one).text().includes('role case-manager'))
    expect(row.text()).toMatch(/37 hours233\.0/)
  })

  it('is for managers', async () => {
    expect((await app.get(myTeamUrl, 'case-manager')).status).toBe(403)
    expect((await app.get(leavingUrl(worker), 'case-manager')).status).toBe(403)
  })

  it('is where signing in leads a manager', async () => {
    expect((await app.get('/', 'team-manager')).location).toBe(myTeamUrl)
  })
})

describe('giving the work of somebody who leaves to others', () => {
  it('asks for at least one child, and for a look at the shares first', async () => {
    const page = await app.get(leavingUrl(worker), 'team-manager')
    expect(page.h1).toBe('Give the work of Person of role case-manager to others')
    expect(page.$('select').length).toBe(2)
    expect(page.$('button[value=give]').length).toBe(0)
    const empty = await app.send(leavingUrl(worker), { step: 'give' }, 'team-manager')
    expect(empty.errors).toEqual(['Choose a worker for at least one child'])
  })

  it('shows what a choice makes of the shares, and saves nothing yet', async () => {
    const choice = { [caseField({ caseId: first })]: other, step: 'look' }
    const page = await app.send(leavingUrl(worker), choice, 'team-manager')
    expect(page.errors).toEqual([])
    const row = page.$('tr').filter((_, one) => page.$(one).text().includes('Other Worker'))
    expect(row.text()).toMatch(/0\.01\.0/)
    expect(page.$(`select[name="${caseField({ caseId: first })}"]`).val()).toBe(other)
    expect(page.$('button[value=give]').length).toBe(1)
    expect(await holderOf(first)).toHaveLength(1)
  })

  it('gives what was chosen from today on and leaves the rest', async () => {
    const choice = { [caseField({ caseId: first })]: other, step: 'give' }
    const given = await app.send(leavingUrl(worker), choice, 'team-manager')
    expect(given.location).toBe(myTeamUrl)
    const today = plainDate('2026-03-16')
    expect(await holderOf(first)).toMatchObject([
      { staffId: worker, endedOn: today },
      { staffId: other, startedOn: today, endedOn: null },
    ])
    expect(await holderOf(second)).toHaveLength(1)
  })

  it('offers nobody who is not there', async () => {
    const choice = {
      [caseField({ caseId: second })]: '00000000-0000-4000-8000-000000000000',
      step: 'give',
    }
    const page = await app.send(leavingUrl(worker), choice, 'team-manager')
    expect(page.status).toBe(422)
    expect(await holderOf(second)).toHaveLength(1)
  })
})
