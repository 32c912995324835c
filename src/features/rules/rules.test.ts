import { afterAll, describe, expect, it } from 'vitest'
import { startApp } from '#test/start-app.ts'

const app = await startApp()
afterAll(app.close)

describe('the rule book', () => {
  it('lists every rule with a way to its explanation', async () => {
    const page = await app.get('/rules', 'police-colleague')
    expect(page.status).toBe(200)
    expect(page.$('a[href="/rules/OM-4.1-signed"]').length).toBe(1)
  })

  it('explains a rule with its source and its number', async () => {
    const page = await app.get('/rules/OM-4.1-signed', 'case-manager')
    expect(page.h1).toContain('signed')
    expect(page.$('main').text()).toContain('10 working days')
    expect(page.$('main').text()).toContain('section 4.1')
  })

  it('says plainly that a rule does not exist', async () => {
    const page = await app.get('/rules/OM-99', 'case-manager')
    expect(page.status).toBe(404)
    expect(page.h1).toBe('Not found')
  })
})
