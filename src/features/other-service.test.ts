import { afterAll, expect, it } from 'vitest'
import { inService } from '#records/scope.ts'
import { aChild, aService } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { childUrl } from './children/urls.ts'

const app = await startApp()
afterAll(() => app.close())

it("answers a link to another service's child like one that leads nowhere, and writes it down", async () => {
  const other = { serviceId: await aService(app.db), staffId: null }
  const theirs = await inService(app.db, other, scope => aChild(scope))
  const ours = await app.inService(scope => aChild(scope))
  expect((await app.get(childUrl(ours), 'head-of-service')).status).toBe(200)

  const page = await app.get(childUrl(theirs), 'head-of-service')
  expect(page.status).toBe(404)
  expect(page.body).not.toContain('Example')

  const refusals = await app.db
    .selectFrom('auditEntries')
    .select(['serviceId', 'staffId', 'detail'])
    .where('action', '=', 'page.refused')
    .execute()
  expect(refusals).toEqual([
    {
      serviceId: app.serviceId,
      staffId: app.staff['head-of-service'],
      detail: '/children/:childId',
    },
  ])
})
