import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, aContact, anIntervention, aReferral, aSibling } from '#test/builders.ts'
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

  const titlesOf = async (childId: string, as: Parameters<typeof app.get>[1]) => {
    const page = await app.get(`/children/${childId}`, as)
    return page
      .$('.app-card__title')
      .toArray()
      .map(title => page.$(title).text())
  }

  it('answers who, safe, owed, next, around and what is going on, to those who may know', async () => {
    expect(await titlesOf(ids.shared, 'case-manager')).toEqual([
      'Who I am',
      'Safe and well?',
      'What is owed',
      'What is next',
      'Who is around me',
      'My life now',
      'Our work together',
    ])
    const police = await titlesOf(ids.mohammed, 'police-colleague')
    expect(police).not.toContain('What is owed')
    expect(police).not.toContain('What is next')
  })

  it('names another child of the service, with a link only for those who may open that child', async () => {
    await app.inService(scope => aSibling(scope, { childId: ids.shared, siblingId: ids.mohammed }))
    const link = `main a[href="/children/${ids.mohammed}"]`
    const own = await app.get(`/children/${ids.shared}`, 'case-manager')
    expect(own.$(link).length).toBe(1)
    const others = await app.get(`/children/${ids.shared}`, 'social-worker-read-only')
    expect(others.$('main').text()).toContain('Mohammed')
    expect(others.$(link).length).toBe(0)
  })

  it('says that a contact of an earlier day waits to be written down, before the days to come', async () => {
    await app.inService(async scope => {
      const staffId = app.staff['case-manager']
      const interventionId = await anIntervention(scope, { childId: ids.siobhan })
      const contact = { childId: ids.siobhan, interventionId, staffId }
      await aContact(scope, { ...contact, plannedOn: plainDate('2026-02-27') })
      await aContact(scope, { ...contact, plannedOn: plainDate('2026-03-04') })
    })
    const page = await app.get(`/children/${ids.siobhan}`, 'case-manager')
    const next = page.$('section').filter((_, one) => page.$(one).text().includes('What is next'))
    const items = next
      .find('li')
      .toArray()
      .map(item => page.$(item).text().replaceAll(/\s+/g, ' ').trim())
    expect(items[0]).toContain('Write down: Home visit')
    expect(items[1]).toContain('4 March 2026 (in 2 days)')
  })

  it('leads to the pages that the reader may open, and to all that is owed', async () => {
    const linksFor = async (as: Parameters<typeof app.get>[1]) => {
      const page = await app.get(`/children/${ids.siobhan}`, as)
      return page
        .$('.moj-sub-navigation a')
        .toArray()
        .map(link => page.$(link).text())
    }
    expect(await linksFor('case-manager')).toEqual([
      'Overview',
      'Who I am',
      'My life',
      'People',
      'Family drawing',
      'Timeline',
      'Work',
      'Tools',
      'Chronologies',
    ])
    expect(await linksFor('business-support')).toEqual([
      'Overview',
      'Who I am',
      'My life',
      'People',
      'Family drawing',
      'Timeline',
      'Work',
    ])
    const work = await app.get(`/children/${ids.siobhan}/work`, 'case-manager')
    expect(work.$('main').text()).toContain('Our work together')
    expect(work.$('main').text()).toContain('What is owed')
  })
})
