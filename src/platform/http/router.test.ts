import { afterAll, describe, expect, it } from 'vitest'
import { aChild, anIntervention } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'

const app = await startApp()
afterAll(app.close)

describe('every answer', () => {
  it('carries strict headers and is not kept by the browser', async () => {
    const page = await app.get('/rules', 'case-manager')
    expect(page.headers['content-security-policy']).toContain("default-src 'self'")
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['x-content-type-options']).toBe('nosniff')
  })

  it('says plainly that there is no such page', async () => {
    const page = await app.get('/no-such-page', 'case-manager')
    expect(page.status).toBe(404)
    expect(page.h1).toBe('Page not found')
  })
})

describe('a form', () => {
  it('that is sent twice at the same moment acts once, and both answers lead to the same page', async () => {
    const childId = await app.inService(scope => aChild(scope))
    const interventionId = await app.inService(scope => anIntervention(scope, { childId }))
    const url = `/children/${childId}/contacts/new?intervention=${interventionId}`
    const form = {
      kind: 'office',
      'plannedOn-day': '9',
      'plannedOn-month': '3',
      'plannedOn-year': '2026',
      happened: 'planned',
    }
    const [first, second] = await app.sendTwice(url, form, 'case-manager')
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.location).toBe(first.location)
    const contacts = await app.inService(scope =>
      scope.db
        .selectFrom('contacts')
        .select('id')
        .where('serviceId', '=', scope.serviceId)
        .where('childId', '=', childId)
        .execute(),
    )
    expect(contacts).toHaveLength(1)
  })

  it('is refused without the token that its page carried', async () => {
    const page = await app.sendBare('/sign-out', { _csrf: 'forged' }, 'case-manager')
    expect(page.status).toBe(403)
    expect(page.h1).toBe('This page has been open too long')
  })
})
