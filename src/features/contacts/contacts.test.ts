import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { insertAgreement } from '#records/agreements.ts'
import { aChild, aContact, aReferral, anIntervention, anOutcome } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { askAgreementUrl } from '../agreements/urls.ts'
import { contactUrl, moveContactUrl, newContactUrl, recordContactUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

const staffId = app.staff['case-manager']
const { childId, otherChildId, interventionId, referralId } = await app.inService(async scope => {
  const childId = await aChild(scope)
  return {
    childId,
    otherChildId: await aChild(scope, { givenName: 'Kit' }),
    interventionId: await anIntervention(scope, { childId }),
    referralId: await aReferral(scope, { childId }),
  }
})

const planned = (on: string) =>
  app.inService(scope =>
    aContact(scope, { childId, staffId, interventionId, plannedOn: plainDate(on) }),
  )

const row = (id: string) =>
  app.db.selectFrom('contacts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const day = (name: string, date: number) => ({
  [`${name}-day`]: String(date),
  [`${name}-month`]: '3',
  [`${name}-year`]: '2026',
})

describe('a contact with a child', () => {
  it('is recorded in few questions, with the note kept as it was written', async () => {
    const contactId = await planned('2026-03-02')
    const note = 'You told me: <script>“no”</script> 😀\n\nSee you on Friday.'
    const answers = { attendance: 'attended', present: 'child', note }
    const sent = await app.send(recordContactUrl(childId, contactId), answers, 'case-manager')
    expect(sent.status).toBe(303)
    expect(await row(contactId)).toMatchObject({
      attendance: 'attended',
      sawChild: true,
      sawParent: false,
      note,
      notedBy: staffId,
    })
    const page = await app.get(contactUrl(childId, contactId), 'case-manager')
    expect(page.title).toContain('Home visit, 2 March 2026')
    expect(page.$('.app-card').text()).toContain('<script>“no”</script> 😀')
    const form = await app.get(recordContactUrl(childId, contactId), 'case-manager')
    expect(form.$('main form').find('fieldset, textarea').length).toBeLessThanOrEqual(8)
  })

  it('is not recorded before its day, and what was typed stays', async () => {
    const contactId = await planned('2026-03-09')
    const answers = { attendance: 'attended', present: 'child', note: 'Too early' }
    const sent = await app.send(recordContactUrl(childId, contactId), answers, 'case-manager')
    expect(sent.status).toBe(422)
    expect(sent.errors[0]).toContain('This day is still to come')
    expect(sent.$('#note').val()).toBe('Too early')
    expect((await row(contactId)).attendance).toBeNull()
  })

  it('is changed by its author on the same day, and by nobody else', async () => {
    const contactId = await planned('2026-03-02')
    const url = recordContactUrl(childId, contactId)
    const answers = { attendance: 'attended', present: 'child', note: 'First' }
    await app.send(url, answers, 'case-manager')
    await app.send(url, { ...answers, note: 'Second' }, 'case-manager')
    expect((await row(contactId)).note).toBe('Second')
    const page = await app.get(url, 'team-manager')
    expect(page.$('#note').length).toBe(0)
    expect(page.$('main').text()).toContain('Only the person who wrote this may change it')
  })

  it('stands as it was written from the next day on', async () => {
    const contactId = await planned('2026-03-02')
    const noted = plainDate('2026-03-01').toZonedDateTime('Europe/London').toInstant()
    await app.db
      .updateTable('contacts')
      .set({ attendance: 'attended', note: 'As it was', notedAt: noted, notedBy: staffId })
      .where('id', '=', contactId)
      .execute()
    const page = await app.get(recordContactUrl(childId, contactId), 'case-manager')
    expect(page.$('#note').length).toBe(0)
    expect(page.$('main').text()).toContain('only on the day on which it was written')
    const contact = await app.get(contactUrl(childId, contactId), 'case-manager')
    expect(contact.$('main').text()).toContain('As it was')
    expect(contact.$('main .govuk-button').length).toBe(0)
  })

  it('is moved while nothing is recorded of it', async () => {
    const contactId = await planned('2026-03-09')
    const url = moveContactUrl(childId, contactId)
    expect((await app.get(url, 'case-manager')).h1).toBe('Move the contact')
    const past = await app.send(url, day('plannedOn', 1), 'case-manager')
    expect(past.errors[0]).toContain('today or a later day')
    const when = { ...day('plannedOn', 11), plannedTime: '4pm', place: 'O’Neill-Ó Café' }
    await app.send(url, when, 'case-manager')
    const moved = await row(contactId)
    expect(moved.plannedOn.toString()).toBe('2026-03-11')
    expect([moved.plannedTime, moved.place]).toEqual(['16:00', 'O’Neill-Ó Café'])
    const entries = await app.db
      .selectFrom('auditEntries')
      .select('action')
      .where('subjectId', '=', contactId)
      .execute()
    expect(entries.map(({ action }) => action)).toEqual(['contact.moved'])
  })

  it('may belong to a referral that is still in hand', async () => {
    const url = newContactUrl(childId, { referralId })
    const visit = { kind: 'home-visit', ...day('plannedOn', 3), happened: 'planned' }
    const sent = await app.send(url, visit, 'case-manager')
    expect(sent.location).toBe(`/children/${childId}/referrals/${referralId}`)
    const saved = await app.db
      .selectFrom('contacts')
      .select(['referralId', 'interventionId', 'attendance'])
      .where('referralId', '=', referralId)
      .execute()
    expect(saved).toEqual([{ referralId, interventionId: null, attendance: null }])
  })

  it('asks what it needs, all at once', async () => {
    const url = newContactUrl(childId, { interventionId })
    const empty = { 'plannedOn-day': '', 'plannedOn-month': '', 'plannedOn-year': '' }
    const sent = await app.send(url, empty, 'case-manager')
    expect(sent.title).toMatch(/^Error: /)
    expect(sent.errors).toEqual([
      'Choose what kind of contact it is',
      'Enter the day',
      'Say whether it is planned or has happened',
    ])
  })
})

describe('a contact beyond the end of a conditional caution', () => {
  const cautioned = () =>
    app.inService(async scope => {
      const { serviceId } = scope
      const interventionId = await anIntervention(scope, { childId, kind: 'conditional-caution' })
      const outcomeId = await anOutcome(scope, {
        childId,
        kind: 'youth-conditional-caution',
        conditionsEndOn: plainDate('2026-03-06'),
      })
      await scope.db
        .insertInto('interventionOutcomes')
        .values({ serviceId, interventionId, outcomeId })
        .execute()
      return interventionId
    })
  const plan = (interventionId: string, on: number) =>
    app.send(
      newContactUrl(childId, { interventionId }),
      { kind: 'phone', ...day('plannedOn', on), place: 'Café Ó', happened: 'planned' },
      'case-manager',
    )

  it('is planned only with an agreement; what was typed stays, and the way to ask is there', async () => {
    const work = await cautioned()
    expect((await plan(work, 6)).status).toBe(303)
    const page = await plan(work, 7)
    expect(page.status).toBe(422)
    expect(page.errors[0]).toContain('The outcome ended on 6 March 2026')
    expect(page.$('#place').val()).toBe('Café Ó')
    const stop = page.$('[id="guard-OM-6.5-longer"]')
    expect(stop.find('a[href="/rules/OM-6.5-longer"]').length).toBe(1)
    const ask = askAgreementUrl(childId, 'OM-6.5-longer', work)
    expect(stop.find(`a[href="${ask}"]`).text()).toContain('Ask a manager to agree')

    await app.inService(scope =>
      insertAgreement(scope, {
        childId,
        ruleId: 'OM-6.5-longer',
        subjectId: work,
        grantedBy: app.staff['team-manager'],
        grantedByRole: 'team-manager',
        grantedOn: app.today,
        untilOn: plainDate('2026-03-20'),
        reason: 'Until the end of term',
        childAgrees: true,
      }),
    )
    expect((await plan(work, 20)).status).toBe(303)
    expect((await plan(work, 21)).status).toBe(422)
    const [last] = await app.db
      .selectFrom('contacts')
      .select('id')
      .where('interventionId', '=', work)
      .where('plannedOn', '=', plainDate('2026-03-20'))
      .execute()
    const move = moveContactUrl(childId, last?.id ?? '')
    const moved = await app.send(move, day('plannedOn', 23), 'case-manager')
    expect(moved.$('[id="guard-OM-6.5-longer"]').length).toBe(1)
  })
})

describe('who may see and change contacts', () => {
  it('leaves recording to those who work with children', async () => {
    const contactId = await planned('2026-03-02')
    const open = contactUrl(childId, contactId)
    expect((await app.get(open, 'business-support')).status).toBe(403)
    expect((await app.get(open, 'performance-officer')).status).toBe(403)
    const record = recordContactUrl(childId, contactId)
    expect((await app.get(record, 'business-support')).status).toBe(403)
    const form = await app.get(newContactUrl(childId, { interventionId }), 'business-support')
    expect(form.$('input[name=happened]').length).toBe(1)
    const sneaked = await app.send(
      newContactUrl(childId, { interventionId }),
      { kind: 'phone', ...day('plannedOn', 2), happened: 'happened', attendance: 'attended' },
      'business-support',
    )
    expect(sneaked.status).toBe(422)
  })

  it('does not find a contact, work or referral of another child', async () => {
    const contactId = await planned('2026-03-02')
    for (const url of [
      contactUrl(otherChildId, contactId),
      recordContactUrl(otherChildId, contactId),
      moveContactUrl(otherChildId, contactId),
      newContactUrl(otherChildId, { interventionId }),
      newContactUrl(otherChildId, { referralId }),
      newContactUrl(childId, {}),
    ]) {
      expect((await app.get(url, 'case-manager')).status, url).toBe(404)
    }
  })
})

describe('a significant change that comes up at a contact', () => {
  const answers = { attendance: 'attended', present: 'child', note: 'You moved to your aunt.' }
  const changesOf = (aboutId: string) =>
    app.db.selectFrom('caseEvents').selectAll().where('aboutId', '=', aboutId).execute()

  it('is recorded with one tick, about that contact', async () => {
    const contactId = await planned('2026-03-02')
    const url = recordContactUrl(childId, contactId)
    const form = await app.get(url, 'case-manager')
    expect(form.$('.govuk-checkboxes__conditional input[name=change]').length).toBe(8)
    const ticked = { ...answers, changed: 'yes', change: 'home-moved' }
    expect((await app.send(url, ticked, 'case-manager')).status).toBe(303)
    expect(await changesOf(contactId)).toMatchObject([
      { kind: 'significant-change', topic: 'home-moved', interventionId, recordedBy: staffId },
    ])
    const again = await app.get(url, 'case-manager')
    expect(again.$('input[name=changed]').length).toBe(0)
    expect(again.$('main').text()).toContain('A significant change is recorded')
    await app.send(url, { ...ticked, note: 'You moved to your aunt on Sunday.' }, 'case-manager')
    expect(await changesOf(contactId)).toHaveLength(1)
  })

  it('says which change it was, or nothing is saved', async () => {
    const contactId = await planned('2026-03-02')
    const url = recordContactUrl(childId, contactId)
    const sent = await app.send(url, { ...answers, changed: 'yes' }, 'case-manager')
    expect(sent.errors).toEqual(['Choose what changed'])
    expect(sent.$('input[name=changed]').is(':checked')).toBe(true)
    expect(sent.$('#note').val()).toBe(answers.note)
    expect((await row(contactId)).attendance).toBeNull()
  })

  it('is none without the tick, though something is chosen', async () => {
    const contactId = await planned('2026-03-02')
    const left = { ...answers, change: 'self-harm' }
    await app.send(recordContactUrl(childId, contactId), left, 'case-manager')
    expect(await changesOf(contactId)).toEqual([])
  })

  it('is recorded with a contact that was not planned', async () => {
    const sent = await app.send(
      newContactUrl(childId, { referralId }),
      {
        ...answers,
        kind: 'phone',
        ...day('plannedOn', 2),
        happened: 'happened',
        changed: 'yes',
        change: 'bereavement',
      },
      'case-manager',
    )
    expect(sent.status).toBe(303)
    const events = await app.db
      .selectFrom('caseEvents as e')
      .innerJoin('contacts as c', 'c.id', 'e.aboutId')
      .select(['e.topic', 'e.referralId', 'c.kind'])
      .where('c.kind', '=', 'phone')
      .execute()
    expect(events).toEqual([{ topic: 'bereavement', referralId, kind: 'phone' }])
  })

  it('is not recorded by halves: with a contact that is refused it is refused', async () => {
    const contactId = await planned('2026-03-09')
    const ticked = { ...answers, changed: 'yes', change: 'home-moved' }
    const sent = await app.send(recordContactUrl(childId, contactId), ticked, 'case-manager')
    expect(sent.status).toBe(422)
    expect(await changesOf(contactId)).toEqual([])
  })
})
