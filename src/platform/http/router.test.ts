import { afterAll, describe, expect, it } from 'vitest'
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
  it('is refused without the token that its page carried', async () => {
    const page = await app.sendBare('/sign-out', { _csrf: 'forged' }, 'case-manager')
    expect(page.status).toBe(403)
    expect(page.h1).toBe('This page has been open too long')
  })
})
