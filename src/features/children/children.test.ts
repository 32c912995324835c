import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anIntervention, aReferral } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'

const app = await startApp()
afterAll(app.close)

const ids = { siobhan: '', mohammed: '', shared: '' }

beforeAll(async () => {
  await app.inService(async scope => {
    ids.siobhan = await aChild(scope, {
      givenName: 'Siobhán',
      familyName: "O'Neill-Ó Súilleabháin",
      whatMatters: '<script>alert("x")</script> my dog 🐕',
    })
    ids.mohammed = await aChild(scope, {
      givenName: 'Mohammed',
      familyName: 'Quill',
      bornOn: plainDate('2010-03-01'),
    })
    ids.shared = await aChild(scope, { givenName: 'Shared', familyName: 'Child' })
    await scope.db
      .insertInto('childShares')
      .values({
        serviceId: scope.serviceId,
        childId: ids.shared,
        staffId: app.staff['social-worker-read-only'],
        startedOn: plainDate('2026-01-05'),
        reason: 'Looked after',
      })
      .execute()
    await anIntervention(scope, { childId: ids.shared })
    await aReferral(scope, { childId: ids.mohammed })
  })
})

const namesFound = async (text: string, as: Parameters<typeof app.get>[1]) => {
  const page = await app.get(`/children?q=${encodeURIComponent(text)}`, as)
  return page
    .$('table a')
    .toArray()
    .map(link => page.$(link).text())
}

describe('finding a child', () => {
  it('finds a name with two wrong letters, in any order', async () => {
    expect(await namesFound('Quil Muhamad', 'case-manager')).toEqual(['Mohammed Quill'])
  })

  it('finds a name without its accents and apostrophes', async () => {
    expect(await namesFound('oneill siobhan', 'case-manager')).toEqual([
      "Siobhán O'Neill-Ó Súilleabháin",
    ])
  })

  it('finds by date of birth alone', async () => {
    expect(await namesFound('1/3/2010', 'business-support')).toEqual(['Mohammed Quill'])
  })

  it('shows a social worker only the children shared with them', async () => {
    expect(await namesFound('Mohammed', 'social-worker-read-only')).toEqual([])
    expect(await namesFound('', 'social-worker-read-only')).toEqual(['Shared Child'])
  })

  it('shows a police colleague only children with a referral in hand', async () => {
    expect(await namesFound('Shared', 'police-colleague')).toEqual([])
    expect(await namesFound('Mohammed', 'police-colleague')).toEqual(['Mohammed Quill'])
  })
})

describe("a child's page", () => {
  it('prints what was written as text, whatever it holds', async () => {
    const page = await app.get(`/children/${ids.siobhan}`, 'case-manager')
    expect(page.status).toBe(200)
    expect(page.$('main').text()).toContain('<script>alert("x")</script> my dog 🐕')
    expect(page.$('main script').length).toBe(0)
  })

  it('writes the look down', async () => {
    const looks = async () =>
      await app.inService(scope =>
        scope.db
          .selectFrom('auditEntries')
          .select(['action', 'detail', 'staffId'])
          .where('serviceId', '=', scope.serviceId)
          .where('childId', '=', ids.mohammed)
          .execute(),
      )
    const before = (await looks()).length
    await app.get(`/children/${ids.mohammed}`, 'team-manager')
    const after = await looks()
    expect(after.length).toBe(before + 1)
    expect(after.at(-1)).toMatchObject({
      action: 'child.looked-at',
      detail: '/children/:childId',
      staffId: app.staff['team-manager'],
    })
  })

  it('is not found by someone whose role does not reach the child, and the attempt is written down', async () => {
    const page = await app.get(`/children/${ids.mohammed}`, 'social-worker-read-only')
    expect(page.status).toBe(404)
    const refused = await app.inService(scope =>
      scope.db
        .selectFrom('auditEntries')
        .select('detail')
        .where('serviceId', '=', scope.serviceId)
        .where('action', '=', 'page.refused')
        .execute(),
    )
    expect(refused.at(-1)?.detail).toBe('/children/:childId')
  })

  it('is not found under an id that is none', async () => {
    expect((await app.get('/children/not-an-id', 'case-manager')).status).toBe(404)
    const unknown = '11111111-1111-4111-8111-111111111111'
    expect((await app.get(`/children/${unknown}`, 'case-manager')).status).toBe(404)
  })
})
