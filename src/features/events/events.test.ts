import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import {
  aChild,
  aContact,
  anAllocation,
  anEvent,
  anIntervention,
  aReferral,
} from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { eventsUrl, eventUrl, newEventUrl, withdrawEventUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

const staffId = app.staff['case-manager']
const { childId, otherChildId, interventionId, referralId } = await app.inService(async scope => {
  const childId = await aChild(scope)
  const referralId = await aReferral(scope, { childId })
  const interventionId = await anIntervention(scope, {
    childId,
    referralId,
    startedOn: plainDate('2026-02-23'),
  })
  await anAllocation(scope, { childId, interventionId, staffId })
  return {
    childId,
    otherChildId: await aChild(scope, { givenName: 'Kit' }),
    interventionId,
    referralId,
  }
})

const day = (name: string, date: number, month = 3) => ({
  [`${name}-day`]: String(date),
  [`${name}-month`]: String(month),
  [`${name}-year`]: '2026',
})

const rows = (kind: string) =>
  app.db
    .selectFrom('caseEvents')
    .selectAll()
    .where('childId', '=', childId)
    .where('kind', '=', kind)
    .orderBy('recordedAt')
    .execute()

describe('recording what happened or was done', () => {
  it('begins with the kind, in two groups', async () => {
    const page = await app.get(newEventUrl(childId), 'case-manager')
    const groups = page
      .$('main h2')
      .toArray()
      .map(heading => page.$(heading).text())
    expect(groups).toEqual(['What happened', 'What was done'])
    const href = page.$('main a:contains("Concern about exploitation")').attr('href') ?? ''
    expect((await app.get(href, 'case-manager')).h1).toBe('Concern about exploitation')
  })

  it('offers the kinds too for one that does not exist', async () => {
    const page = await app.get(`${eventsUrl(childId)}/new?kind=nothing`, 'case-manager')
    expect(page.h1).toBe('Record what happened or was done')
  })

  it('is saved as it was written, with who wrote it, and written down', async () => {
    const url = newEventUrl(childId, { kind: 'exploitation-concern', referralId })
    const note = 'You told me: <b>“they wait for me”</b> 😀'
    const answers = { topic: 'criminal', people: 'Mo', note, ...day('reviewOn', 9) }
    const sent = await app.send(url, { ...answers, ...day('happenedOn', 2) }, 'case-manager')
    expect(sent.status).toBe(303)
    const [row] = await rows('exploitation-concern')
    expect(row).toMatchObject({
      topic: 'criminal',
      people: 'Mo',
      note,
      aboutId: null,
      interventionId,
      referralId: null,
      recordedBy: staffId,
    })
    expect(row?.reviewOn?.toString()).toBe('2026-03-09')
    const page = await app.get(sent.location ?? '', 'case-manager')
    expect(page.h1).toBe('Concern about exploitation: criminal exploitation')
    expect(page.$('.app-card').text()).toContain('<b>“they wait for me”</b> 😀')
    expect(page.$('.app-owed__what').text()).toContain('Act on a concern about exploitation')
    const entries = await app.db
      .selectFrom('auditEntries')
      .select(['action', 'detail'])
      .where('subjectId', '=', row?.id ?? '')
      .execute()
    expect(entries).toEqual([{ action: 'event.recorded', detail: null }])
  })

  it('says all that is missing at once, and keeps what was typed', async () => {
    const url = newEventUrl(childId, { kind: 'risk-strategy-meeting' })
    const empty = { ...day('happenedOn', 0), 'happenedOn-day': '', people: 'Wayne led it' }
    const sent = await app.send(
      url,
      { ...empty, 'happenedOn-month': '', 'happenedOn-year': '' },
      'case-manager',
    )
    expect(sent.errors).toEqual([
      'Choose one from the list',
      'Enter the day',
      'Enter the day on which it is looked at again',
      'Write what happened or what was done',
    ])
    expect(sent.$('#people').val()).toBe('Wayne led it')
    expect(await rows('risk-strategy-meeting')).toEqual([])
  })

  it.each([
    ['a day to come', day('happenedOn', 3), 'The day must be today or in the past'],
    [
      'a day before we knew the child',
      day('happenedOn', 1, 2),
      'Our work began on 16 February 2026',
    ],
  ])('is refused for %s', async (_name, when, message) => {
    const url = newEventUrl(childId, { kind: 'safety-grid' })
    const sent = await app.send(url, { note: 'We drew it.', ...when }, 'case-manager')
    expect(sent.status).toBe(422)
    expect(sent.errors[0]).toContain(message)
    expect(sent.$('#note').val()).toBe('We drew it.')
  })

  it('acts once when the same form is sent twice', async () => {
    const url = newEventUrl(childId, { kind: 'genogram', topic: 'drawn' })
    const form = { topic: 'drawn', note: 'You drew your gran first.', ...day('happenedOn', 2) }
    await app.sendTwice(url, form, 'case-manager')
    expect(await rows('genogram')).toHaveLength(1)
  })

  it('takes the stages of a disagreement one at a time', async () => {
    const dispute = await app.inService(scope =>
      anEvent(scope, { childId, interventionId, kind: 'answer-disputed' }),
    )
    const url = newEventUrl(childId, { kind: 'escalation', aboutId: dispute })
    const stage = (topic: string) => ({ topic, note: 'We asked again.', ...day('happenedOn', 2) })
    const skipped = await app.send(url, stage('worker-to-team-manager'), 'case-manager')
    expect(skipped.errors[0]).toContain('Record first: Worker to worker')
    await app.send(url, stage('worker-to-worker'), 'case-manager')
    await app.send(url, stage('worker-to-team-manager'), 'case-manager')
    expect((await rows('escalation')).map(({ topic }) => topic)).toEqual([
      'worker-to-worker',
      'worker-to-team-manager',
    ])
  })

  it('asks for a case where the child has none', async () => {
    const page = await app.get(newEventUrl(otherChildId, { kind: 'safety-grid' }), 'case-manager')
    expect(page.$('main form').length).toBe(0)
    expect(page.$('main').text()).toContain('There is no work with this child yet')
  })
})

describe('guards in front of an event', () => {
  it('lower an exploitation concern only after a full review', async () => {
    const url = newEventUrl(childId, { kind: 'exploitation-lowered' })
    const form = { topic: 'criminal', note: 'You are safe now.', ...day('happenedOn', 2) }
    const stopped = await app.send(url, form, 'case-manager')
    expect(stopped.status).toBe(422)
    expect(stopped.errors).toEqual([
      'OM-9.2-reduce: Do a full review with the exploitation toolkit first, and record it.',
    ])
    expect(stopped.$('#guard-OM-9\\.2-reduce a[href="/rules/OM-9.2-reduce"]').length).toBe(1)
    expect(stopped.$('#note').val()).toBe('You are safe now.')
    const way = stopped.$('#guard-OM-9\\.2-reduce li a').attr('href') ?? ''
    const review = { topic: 'review', note: 'We looked at it all again.', ...day('happenedOn', 2) }
    await app.send(way, review, 'case-manager')
    expect((await app.send(url, form, 'case-manager')).status).toBe(303)
  })

  it('refer to youth MAPPA category 3 only after a meeting and the head of service', async () => {
    const url = newEventUrl(childId, { kind: 'mappa-referral' })
    const form = { topic: 'category-3', note: 'We worry together.', ...day('happenedOn', 2) }
    const noMeeting = await app.send(url, form, 'case-manager')
    expect(noMeeting.errors[0]).toContain('Hold a risk strategy meeting first')
    const meeting = await app.inService(scope =>
      anEvent(scope, { childId, interventionId, kind: 'risk-strategy-meeting', topic: 'held' }),
    )
    const notAgreed = await app.send(url, form, 'case-manager')
    expect(notAgreed.errors[0]).toContain('Ask the head of service')
    const ask = `/children/${childId}/agreements/OM-5.5-mappa-3/${meeting}`
    expect(notAgreed.$('#guard-OM-5\\.5-mappa-3 p a').attr('href')).toBe(`${ask}/ask`)
    const head = await app.get(url, 'head-of-service')
    expect(head.$('#guard-OM-5\\.5-mappa-3 p a').attr('href')).toBe(ask)
    await app.inService(async scope => {
      await scope.db
        .insertInto('ruleAgreements')
        .values({
          serviceId: scope.serviceId,
          childId,
          ruleId: 'OM-5.5-mappa-3',
          subjectId: meeting,
          grantedBy: app.staff['head-of-service'],
          grantedByRole: 'head-of-service',
          grantedOn: app.today,
          reason: 'The meeting was clear.',
        })
        .execute()
    })
    expect((await app.send(url, form, 'case-manager')).status).toBe(303)
  })
})

describe('a significant change', () => {
  it('leads to the review, and to the manager’s word that the assessment covers it', async () => {
    const eventId = await app.inService(async scope => {
      await scope.db
        .insertInto('assessments')
        .values({
          serviceId: scope.serviceId,
          childId,
          interventionId,
          form: 'short',
          formVersion: 1,
          answers: '{}',
          startedOn: plainDate('2026-02-16'),
          completedOn: plainDate('2026-02-18'),
          authorId: staffId,
        })
        .execute()
      return await anEvent(scope, { childId, interventionId })
    })
    const links = async (role: 'case-manager' | 'team-manager') => {
      const page = await app.get(eventUrl(childId, eventId), role)
      const section = page.$('main section a').toArray()
      return section.map(link => [page.$(link).text().trim(), page.$(link).attr('href')])
    }
    const covers = `/children/${childId}/agreements/OM-4.4-change/${eventId}`
    expect((await links('case-manager'))[0]).toEqual([
      'Review the assessment',
      expect.stringMatching(/assessments\/[\w-]+\/review$/u),
    ])
    expect((await links('case-manager')).at(-1)?.[1]).toBe(`${covers}/ask`)
    expect((await links('team-manager')).at(-1)?.[1]).toBe(covers)
    const mine = await app.get('/my-work', 'case-manager')
    const task = mine.$('.app-owed a:contains("after a significant change")')
    expect(task.attr('href')).toBe(eventUrl(childId, eventId))
  })
})

describe('withdrawing', () => {
  const grid = () =>
    app.inService(scope =>
      anEvent(scope, { childId, interventionId, kind: 'safety-grid', recordedBy: staffId }),
    )

  it('keeps the event in sight, with why, and it counts no more', async () => {
    const eventId = await app.inService(scope =>
      anEvent(scope, { childId, interventionId, kind: 'serious-incident', recordedBy: staffId }),
    )
    const url = withdrawEventUrl(childId, eventId)
    const empty = await app.send(url, { because: ' ' }, 'team-manager')
    expect(empty.errors).toEqual(['Write why it is withdrawn'])
    await app.send(url, { because: 'It was another child.' }, 'team-manager')
    const page = await app.get(eventUrl(childId, eventId), 'case-manager')
    expect(page.$('.govuk-inset-text').text()).toContain('It was another child.')
    expect(page.$('.app-owed').length).toBe(0)
    const list = await app.get(eventsUrl(childId), 'case-manager')
    expect(list.$('.govuk-tag').text()).toContain('Withdrawn')
    const again = await app.get(url, 'team-manager')
    expect(again.$('main').text()).toContain('This is withdrawn already')
  })

  it('is for who wrote it on the day, and for a manager after it', async () => {
    const eventId = await grid()
    await app.db
      .updateTable('caseEvents')
      .set({ recordedAt: plainDate('2026-03-01').toZonedDateTime('Europe/London').toInstant() })
      .where('id', '=', eventId)
      .execute()
    const url = withdrawEventUrl(childId, eventId)
    const late = await app.get(url, 'case-manager')
    expect(late.$('main form').length).toBe(0)
    expect(late.$('main').text()).toContain('Ask a manager')
    expect((await app.get(url, 'team-manager')).$('main form').length).toBe(1)
  })
})

describe('who may see and record events', () => {
  it('is the permission table’s to say', async () => {
    const eventId = await app.inService(scope => anEvent(scope, { childId, interventionId }))
    for (const role of ['business-support', 'performance-officer', 'panel-member'] as const) {
      expect((await app.get(eventUrl(childId, eventId), role)).status).toBe(403)
      expect((await app.get(newEventUrl(childId), role)).status).toBe(403)
    }
  })

  it('finds no event, and nothing to be about, of another child', async () => {
    const eventId = await app.inService(scope => anEvent(scope, { childId, interventionId }))
    const contactId = await app.inService(scope =>
      aContact(scope, { childId, staffId, interventionId }),
    )
    const kind = 'amends-offered'
    for (const url of [
      eventUrl(otherChildId, eventId),
      withdrawEventUrl(otherChildId, eventId),
      newEventUrl(otherChildId, { kind, aboutId: contactId }),
      newEventUrl(otherChildId, { kind, interventionId }),
      newEventUrl(otherChildId, { kind, referralId }),
    ]) {
      expect((await app.get(url, 'case-manager')).status, url).toBe(404)
    }
    const right = await app.get(newEventUrl(childId, { kind, aboutId: contactId }), 'case-manager')
    expect(right.$('main').text()).toContain('About: Home visit, 9 March 2026')
  })
})
