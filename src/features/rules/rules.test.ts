import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { ruleBook } from '#domain/rules/rule-book.ts'
import { aChild, anAllocation, anIntervention, aPlan } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'

const app = await startApp({ today: '2026-03-18' })
afterAll(app.close)

beforeAll(async () => {
  await app.inService(async scope => {
    const staffId = app.staff['case-manager']
    const childId = await aChild(scope, { givenName: 'Robin', familyName: 'Example' })
    const startedOn = plainDate('2026-03-02')
    const interventionId = await anIntervention(scope, { childId, startedOn })
    await anAllocation(scope, { childId, interventionId, staffId, startedOn })
    await aPlan(scope, { childId, interventionId, authorId: staffId, writtenOn: startedOn })
    const change = { serviceId: scope.serviceId, changedBy: app.staff['head-of-service'] }
    await scope.db
      .insertInto('policyChanges')
      .values([
        {
          ...change,
          ruleId: 'OM-4.1-signed',
          parameter: 'signWithin',
          value: 7,
          holdsFrom: plainDate('2026-06-01'),
          reason: 'The inspection asked for sooner.',
        },
        {
          ...change,
          ruleId: 'OM-2.1-agreement',
          isOn: false,
          holdsFrom: plainDate('2026-03-02'),
          reason: 'The form is being rewritten.',
        },
      ])
      .execute()
  })
})

async function listed(query: string): Promise<string[]> {
  const page = await app.get(`/rules${query}`, 'case-manager')
  expect(page.status).toBe(200)
  return page
    .$('.app-rules__item h3 a')
    .toArray()
    .map(link => (page.$(link).attr('href') ?? '').replace('/rules/', ''))
}

describe('the rule book', () => {
  it('lists every rule once with a way to its explanation', async () => {
    expect((await listed('')).toSorted()).toEqual(ruleBook.map(({ id }) => id).toSorted())
  })

  it('shows source, number with what is settled for later, and how many children it touches', async () => {
    const page = await app.get('/rules', 'police-colleague')
    const item = page.$('.app-rules__item:has(a[href="/rules/OM-4.1-signed"])').text()
    expect(item).toContain('section 4.1')
    expect(item).toContain('10 working days; 7 working days from 1 June 2026')
    expect(item).toContain('Touches 1 child today')
    expect(page.body).not.toContain('Robin')
  })

  it('says of a guard how it acts, and of a rule that is off that it is', async () => {
    const page = await app.get('/rules', 'case-manager')
    const section = page.$('section:has(a[href="/rules/OM-4.1-strengths"])').text()
    expect(section).toContain('It stops a step on the screen')
    const off = page.$('.app-rules__item:has(a[href="/rules/OM-2.1-agreement"])').text()
    expect(off).toContain('Off')
    expect(off).toContain('Touches no child today')
  })

  it.each([
    ['kind', '?kind=prompt', 'DP-knife', 'OM-4.1-signed'],
    ['source', '?source=HMIP', 'HMIP-2.2-contingency', 'OM-4.1-signed'],
    ['being off', '?standing=off', 'OM-2.1-agreement', 'OM-4.1-signed'],
    ['a number of its own', '?standing=settled', 'OM-4.1-signed', 'OM-2.1-agreement'],
    ['being in use', '?kind=&source=&standing=live', 'OM-4.1-signed', 'OM-2.1-agreement'],
  ])('shows only the rules of %s', async (_name, query, shown, hidden) => {
    const ids = await listed(query)
    expect(ids).toContain(shown)
    expect(ids).not.toContain(hidden)
  })

  it('shows everything where the address asks for what there is not', async () => {
    expect(await listed('?kind=toString&source=&standing=x')).toHaveLength(ruleBook.length)
  })
})

describe('a rule', () => {
  it('has its reason, source, numbers with their history, exception and children', async () => {
    const page = await app.get('/rules/OM-4.1-signed', 'case-manager')
    const text = page.$('main').text()
    expect(page.h1).toContain('signed')
    expect(text).toContain('a plan about the child')
    expect(text).toContain('section 4.1')
    expect(text).toContain('A manager may agree, until a day that is named.')
    expect(text).toContain('Touches 1 child today')
    const rows = page.$('main tbody tr')
    expect(rows.eq(0).text()).toMatch(/1 January 2017\s*10 working days\s*The source/)
    expect(rows.eq(1).text()).toMatch(/1 June 2026\s*7 working days\s*This service: The inspection/)
    expect(page.$('a[href^="/policy"]').length).toBe(0)
  })

  it('tells when it was switched, and why', async () => {
    const page = await app.get('/rules/OM-2.1-agreement', 'case-manager')
    expect(page.$('main').text()).toContain('The form is being rewritten.')
  })

  it('has the ways to change it for the head of service alone', async () => {
    const ways = 'main a[href^="/policy/rules/OM-4.1-signed/"]'
    expect((await app.get('/rules/OM-4.1-signed', 'head-of-service')).$(ways).length).toBe(2)
    expect((await app.get('/rules/OM-4.1-signed', 'team-manager')).$(ways).length).toBe(0)
  })

  it('that does not exist is said so plainly', async () => {
    const page = await app.get('/rules/OM-99', 'case-manager')
    expect(page.status).toBe(404)
    expect(page.h1).toBe('Not found')
  })
})
