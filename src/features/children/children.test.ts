import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aChild } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'

const app = await startApp()
afterAll(app.close)

const ids = { siobhan: '', mohammed: '' }

beforeAll(async () => {
  await app.inService(async scope => {
    ids.siobhan = await aChild(scope, {
      givenName: 'Siobhán',
      familyName: "O'Neill-Ó Súilleabháin",
      whatMatters: '<script>alert("x")</script> my dog 🐕',
    })
    ids.mohammed = await aChild(scope, { givenName: 'Mohammed', familyName: 'Quill' })
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
