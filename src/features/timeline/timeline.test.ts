import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import {
  aChild,
  aContact,
  anAllocation,
  anAssessment,
  anEvent,
  anIntervention,
  anOffence,
  anOutcome,
  aPanel,
  aPanelListing,
  aPlan,
  aReferral,
  somebodyAround,
} from '#test/builders.ts'
import { startApp, type TestPage } from '#test/start-app.ts'
import { pageLength, timelineStatement } from './queries.ts'
import { sources } from './sources.ts'

const app = await startApp()
afterAll(app.close)

const ids = { child: '', long: '', work: '' }

beforeAll(async () => {
  await app.inService(async scope => {
    const { serviceId } = scope
    const worker = app.staff['case-manager']
    const childId = await aChild(scope, { givenName: 'Whole' })
    ids.child = childId
    const referralId = await aReferral(scope, { childId })
    await anOffence(scope, { childId, referralId, title: 'Theft of a bike' })
    const panelId = await aPanel(scope, { heldOn: plainDate('2026-02-24') })
    await aPanelListing(scope, { panelId, referralId })
    await anOutcome(scope, { childId, referralId })
    const interventionId = await anIntervention(scope, {
      childId,
      endedOn: plainDate('2026-02-28'),
      result: 'completed',
    })
    ids.work = interventionId
    await anAllocation(scope, { childId, interventionId, staffId: worker })
    await anAssessment(scope, { childId, referralId, authorId: worker })
    const planId = await aPlan(scope, {
      childId,
      interventionId,
      authorId: worker,
      reviewedOn: plainDate('2026-02-27'),
      reviewChildView: 'It went well.',
      reviewProgress: 'Two bikes.',
    })
    await anEvent(scope, { childId, interventionId })
    await aContact(scope, {
      childId,
      interventionId,
      staffId: worker,
      plannedOn: plainDate('2026-02-20'),
      attendance: 'attended',
      note: 'We mended a bike.',
    })
    await aContact(scope, { childId, interventionId, staffId: worker })
    const on = plainDate('2026-02-25')
    await scope.db
      .insertInto('circumstances')
      .values({
        serviceId,
        childId,
        kind: 'address',
        value: '1 Test Street',
        startedOn: on,
        source: 'mum',
      })
      .execute()
    await somebodyAround(scope, {
      childId,
      kind: 'mother',
      person: { givenName: 'Maud', familyName: 'Example' },
      relationship: { startedOn: on },
    })
    await scope.db
      .insertInto('explanations')
      .values({
        serviceId,
        referralId,
        explainedOn: on,
        explainedBy: worker,
        how: 'At home',
        childUnderstood: true,
        childWords: 'I understand.',
        parentName: 'Maud',
        parentUnderstood: true,
      })
      .execute()
    await scope.db
      .insertInto('signatures')
      .values({
        serviceId,
        childId,
        planId,
        signatory: 'child',
        signedName: 'Whole',
        signedOn: on,
        method: 'typed',
        contentHash: 'x',
      })
      .execute()
    await scope.db
      .insertInto('serviceAgreements')
      .values({ serviceId, childId, madeOn: on, whatWePromise: 'We listen.' })
      .execute()
    const rule = { serviceId, childId, ruleId: 'OM-6.3-ycc-length', subjectId: interventionId }
    await scope.db
      .insertInto('ruleAgreements')
      .values({
        ...rule,
        grantedBy: app.staff['team-manager'],
        grantedByRole: 'team-manager',
        grantedOn: on,
        reason: 'The course is longer.',
      })
      .execute()
    await scope.db
      .insertInto('agreementRequests')
      .values({ ...rule, askedBy: worker, askedOn: on, why: 'The course is longer.' })
      .execute()
    await scope.db
      .insertInto('feedback')
      .values({
        serviceId,
        childId,
        interventionId,
        voice: 'child',
        givenOn: on,
        whatHelped: 'The workshop.',
        whatToChange: 'Nothing.',
      })
      .execute()
    await scope.db
      .insertInto('chronologies')
      .values({
        serviceId,
        childId,
        title: 'For the conference',
        startedOn: on,
        authorId: worker,
        finishedOn: on,
        finishedBy: worker,
        contentHash: 'x',
      })
      .execute()
    ids.long = await aChild(scope, { givenName: 'Long' })
    for (let day = 0; day < 70; day += 1) {
      const plannedOn = addDays(plainDate('2026-03-01'), -day)
      const contact = { childId: ids.long, staffId: worker, plannedOn, attendance: 'attended' }
      await aContact(scope, { ...contact, interventionId })
      if (day === 10) await aContact(scope, { ...contact, interventionId })
    }
  })
})

const timeline = (query = '', as: Parameters<typeof app.get>[1] = 'case-manager') =>
  app.get(`/children/${ids.child}/timeline${query}`, as)

const labelsOf = (page: TestPage) =>
  page
    .$('.app-timeline__kind')
    .toArray()
    .map(label => page.$(label).text())

const daysOf = (page: TestPage) =>
  page
    .$('.app-timeline__day')
    .toArray()
    .map(day => page.$(day).attr('datetime') ?? '')

describe('the timeline', () => {
  it('has every kind in one line, newest first, and nothing that is to come', async () => {
    const page = await timeline()
    expect(new Set(labelsOf(page))).toEqual(new Set(sources.map(({ label }) => label)))
    const days = daysOf(page)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(days).not.toContain('2026-03-09')
  })

  it('says each in one line, with who and a link', async () => {
    const page = await timeline('?kind=contact')
    expect(page.$('.app-timeline__what').text()).toContain('Home visit: came')
    expect(page.$('.app-timeline__what').text()).toContain('Person of role case-manager')
    expect(page.$('.app-timeline__what').text()).toContain('We mended a bike.')
    expect(page.$('.app-timeline__what a').attr('href')).toContain(
      `/children/${ids.child}/contacts/`,
    )
  })

  it('shows of each kind only what the role may open', async () => {
    const labels = labelsOf(await timeline('', 'police-colleague'))
    expect(labels).toContain('Referral')
    for (const hidden of ['Life', 'Contact', 'Event', 'Plan', 'Work', 'Chronology', 'Feedback']) {
      expect(labels).not.toContain(hidden)
    }
  })

  it('does not give a role what it asks for by code', async () => {
    const page = await timeline('?kind=contact', 'business-support')
    expect(labelsOf(page)).not.toContain('Contact')
    expect(page.errors.length).toBe(1)
  })

  it('is narrowed down by kind, days, work and significance', async () => {
    expect(new Set(labelsOf(await timeline('?kind=offence&kind=plan')))).toEqual(
      new Set(['Offence', 'Plan']),
    )
    const days = '?from-day=24&from-month=2&from-year=2026&to-day=25&to-month=2&to-year=2026'
    expect(new Set(daysOf(await timeline(days)))).toEqual(new Set(['2026-02-24', '2026-02-25']))
    const ofWork = labelsOf(await timeline(`?work=${ids.work}`))
    expect(ofWork).toContain('Contact')
    expect(ofWork).not.toContain('Referral')
    const significant = labelsOf(await timeline('?only=significant'))
    expect(significant).toContain('Offence')
    expect(significant).not.toContain('Signature')
  })

  it('says what is wrong with the days, and shows everything', async () => {
    const page = await timeline('?from-day=31&from-month=2&from-year=2026')
    expect(page.errors.length).toBe(1)
    expect(labelsOf(page).length).toBeGreaterThan(10)
    const turned = '?from-day=2&from-month=2&from-year=2026&to-day=1&to-month=2&to-year=2026'
    expect((await timeline(turned)).errors).toEqual(['The last day must be the first day or later'])
  })

  it('goes on from a day, and every entry is on exactly one page', async () => {
    const seen: string[] = []
    let address: string | undefined = `/children/${ids.long}/timeline?kind=contact`
    const lengths = []
    while (address !== undefined) {
      const page: TestPage = await app.get(address, 'case-manager')
      const keys = page.$('input[name=entry]').toArray()
      lengths.push(keys.length)
      seen.push(...keys.map(key => page.$(key).attr('value') ?? ''))
      address = page.$('a[rel=next]').attr('href')
    }
    expect(Math.max(...lengths)).toBeLessThanOrEqual(pageLength)
    expect(seen.length).toBe(71)
    expect(new Set(seen).size).toBe(71)
  })

  it('is not found for whom the child is not', async () => {
    expect((await timeline('', 'social-worker-read-only')).status).toBe(404)
  })
})

describe('the first page of a long history', () => {
  it('reads contacts from the newest by the index, and stops when the page is full', async () => {
    const plan = await app.inService(async scope => {
      const { serviceId, db } = scope
      const childId = await aChild(scope)
      await sql`insert into contacts (service_id, child_id, intervention_id, staff_id, kind, planned_on, attendance)
        select ${serviceId}, ${childId}, ${ids.work}, ${app.staff['case-manager']}, 'office',
          date '2026-03-01' - day * 7, 'attended' from generate_series(1, 2000) day`.execute(db)
      await sql`set local enable_seqscan = off`.execute(db)
      await sql`set local enable_bitmapscan = off`.execute(db)
      const none = { since: null, until: null, before: null, significant: false, work: null }
      const statement = timelineStatement(scope, {
        ...none,
        childId,
        from: sources,
        today: app.today,
      })
      const { rows } = await sql<Record<string, string>>`explain (analyze) ${statement}`.execute(db)
      return rows.map(row => Object.values(row).join(' '))
    })
    const scan = plan.find(line => line.includes('contacts_by_child'))
    expect(scan, plan.join('\n')).toContain('Index Scan Backward')
    expect(Number(/actual time.*rows=(\d+)/.exec(scan ?? '')?.[1])).toBeLessThanOrEqual(
      pageLength + 2,
    )
  })
})
