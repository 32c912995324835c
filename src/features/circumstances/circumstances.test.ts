import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '#domain/access/permissions.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { listCircumstances } from '#records/circumstances.ts'
import { aChild, aCircumstance, anIntervention } from '#test/builders.ts'
import { startApp, type TestForm, type TestPage } from '#test/start-app.ts'

const app = await startApp()
afterAll(app.close)

let childId = ''
let school = ''
const all = () => `/children/${childId}/circumstances`

beforeEach(async () => {
  await app.inService(async scope => {
    childId = await aChild(scope)
    await anIntervention(scope, { childId, startedOn: plainDate('2026-02-01') })
    school = await aCircumstance(scope, {
      childId,
      kind: 'education',
      value: 'Fernhill School',
      facts: { provision: 'school-full-time', hoursOffered: 25, suitability: 'suitable' },
      startedOn: plainDate('2025-09-03'),
    })
  })
})

const spells = async () =>
  await app.inService(async scope => {
    const rows = await listCircumstances(scope, childId)
    return rows.toReversed()
  })

const inWords = async () =>
  (await spells()).map(
    ({ kind, value, startedOn, endedOn, source }) =>
      `${kind}: ${value}, ${startedOn.toString()} to ${endedOn?.toString() ?? 'now'} (${source})`,
  )

const actions = async () =>
  await app.inService(async scope => {
    const rows = await scope.db
      .selectFrom('auditEntries')
      .select('action')
      .where('serviceId', '=', scope.serviceId)
      .where('childId', '=', childId)
      .where('action', '!=', 'child.looked-at')
      .orderBy('id')
      .execute()
    return rows.map(({ action }) => action)
  })

/** The questions that a form asks of everybody: those that open under a choice are part of that choice. */
const questionsOn = (page: TestPage) =>
  page
    .$('main form .govuk-form-group')
    .toArray()
    .filter(group => page.$(group).parents('.govuk-form-group').length === 0).length

/** Everything that a page's form would send as it stands. */
const filledIn = (page: TestPage) =>
  Object.fromEntries(
    page
      .$('main form[method=post]')
      .serializeArray()
      .map(({ name, value }) => [name, value]),
  )

/** Opens a form, changes these answers and sends all of it, as a browser does. */
const sendWhole = async (url: string, form: TestForm, as: Role) =>
  await app.sendBare(url, { ...filledIn(await app.get(url, as)), ...form }, as)

const theBridge = {
  value: 'The Bridge Learning Centre',
  provision: 'alternative-provision-pru-part-time',
  hoursOffered: '12.5',
  'startedOn-day': '23',
  'startedOn-month': '2',
  'startedOn-year': '2026',
  source: 'school',
}

describe('a change of school', () => {
  it('takes two clicks from the child’s page, and five questions', async () => {
    const child = await app.get(`/children/${childId}`, 'case-manager')
    const link = child
      .$('a:contains("Change")')
      .filter((_, one) => child.$(one).text().includes('Fernhill'))
    expect(link.attr('href')).toBe(`${all()}/${school}/change`)
    const form = await app.get(link.attr('href') ?? '', 'case-manager')
    expect(form.$('main form button').length).toBe(1)
    expect(questionsOn(form)).toBe(5)
    expect(form.$('[name=provision] [selected]').attr('value')).toBe('school-full-time')
    expect(form.$('[name=value]').attr('value') ?? '').toBe('')
  })

  it('ends the old one by itself on the day on which the new one begins', async () => {
    const sent = await app.send(`${all()}/${school}/change`, theBridge, 'case-manager')
    expect(sent.location).toBe(all())
    expect(await inWords()).toEqual([
      'education: Fernhill School, 2025-09-03 to 2026-02-23 (The child)',
      'education: The Bridge Learning Centre, 2026-02-23 to now (School or college)',
    ])
    expect((await spells())[1]?.facts).toEqual({
      provision: 'alternative-provision-pru-part-time',
      hoursOffered: 12.5,
    })
    expect(await actions()).toEqual(['circumstance.ended', 'circumstance.recorded'])
    const page = await app.get(all(), 'case-manager')
    expect(page.$('main').text()).toContain('Pupil referral unit, part time, 12.5 hours offered')
    expect(page.$('svg g > title').text()).toContain('The Bridge Learning Centre: Pupil')
  })

  it('acts once when it is sent twice at once', async () => {
    await app.sendTwice(`${all()}/${school}/change`, theBridge, 'case-manager')
    expect(await inWords()).toHaveLength(2)
  })

  it('is refused when somebody else has ended the old one meanwhile', async () => {
    const url = `${all()}/${school}/change`
    const open = await app.get(url, 'team-manager')
    await app.send(url, theBridge, 'case-manager')
    const again = await app.sendBare(url, { ...filledIn(open), ...theBridge }, 'team-manager')
    expect(again.status).toBe(422)
    expect(again.errors).toEqual(['This ended on 23 February 2026. If that is wrong, correct it.'])
  })

  it('is refused before the old one began, with what was typed', async () => {
    const early = {
      ...theBridge,
      'startedOn-day': '2',
      'startedOn-month': '9',
      'startedOn-year': '2025',
    }
    const refused = await app.send(`${all()}/${school}/change`, early, 'case-manager')
    expect(refused.status).toBe(422)
    expect(refused.errors).toEqual(['The day must be 3 September 2025, when this began, or later'])
    expect(refused.$('[name=value]').attr('value')).toBe('The Bridge Learning Centre')
    expect(await inWords()).toHaveLength(1)
  })

  it('says what is missing, and who somebody else is', async () => {
    const page = await app.send(
      `${all()}/${school}/change`,
      { ...theBridge, value: '', provision: '', hoursOffered: 'many' },
      'case-manager',
    )
    expect(page.errors).toEqual([
      'Enter the school, college or work',
      'Choose the type',
      'Hours offered must be a number like 12 or 12.5',
    ])
    const other = { ...theBridge, source: 'other' }
    const unnamed = await app.send(`${all()}/${school}/change`, other, 'case-manager')
    expect(unnamed.errors).toEqual(['Enter who told us'])
  })
})

const newHome = {
  address: '7 Weir Street, Testford, QZ2 2BB',
  accommodation: 'foster-care-la',
  suitability: 'suitable',
  'startedOn-day': '27',
  'startedOn-month': '2',
  'startedOn-year': '2026',
  source: 'social-worker',
}

describe('a move of home', () => {
  it('asks six questions, and changes address and kind of home on one day', async () => {
    await app.inService(async scope => {
      await aCircumstance(scope, { childId })
      await aCircumstance(scope, { childId, kind: 'accommodation', value: 'at-home' })
    })
    const child = await app.get(`/children/${childId}`, 'case-manager')
    expect(child.$(`a[href="${all()}/move"]`).length).toBe(2)
    expect(questionsOn(await app.get(`${all()}/move`, 'case-manager'))).toBe(6)
    const sent = await app.send(`${all()}/move`, { ...newHome, changed: 'yes' }, 'case-manager')
    expect(sent.location).toBe(all())
    expect((await inWords()).slice(1).toSorted()).toEqual([
      'accommodation: at-home, 2026-01-05 to 2026-02-27 (The child)',
      'accommodation: foster-care-la, 2026-02-27 to now (Social worker)',
      'address: 1 Mill Lane, Testford, QZ1 1AA, 2026-01-05 to 2026-02-27 (The child)',
      'address: 7 Weir Street, Testford, QZ2 2BB, 2026-02-27 to now (Social worker)',
    ])
    const [event] = await app.inService(scope =>
      scope.db.selectFrom('caseEvents').selectAll().where('childId', '=', childId).execute(),
    )
    expect(event).toMatchObject({ kind: 'significant-change', topic: 'home-moved' })
    expect(event?.note).not.toContain('Weir Street')
  })

  it('leaves the tick out where there is no work that a change could belong to, or no right to record one', async () => {
    expect(questionsOn(await app.get(`${all()}/move`, 'business-support'))).toBe(5)
    const alone = await app.inService(scope => aChild(scope))
    const page = await app.get(`/children/${alone}/circumstances/move`, 'case-manager')
    expect(questionsOn(page)).toBe(5)
  })

  it('saves nothing when the change may not be recorded', async () => {
    const before = { ...newHome, changed: 'yes', 'startedOn-day': '12', 'startedOn-month': '1' }
    const refused = await app.send(`${all()}/move`, before, 'case-manager')
    expect(refused.status).toBe(422)
    expect(refused.errors[0]).toContain('Our work began on 1 February 2026')
    expect(await inWords()).toHaveLength(1)
  })
})

describe('a spell', () => {
  it('is confirmed with who said it, by one tick', async () => {
    const form = await app.get(`${all()}/still-true?of=${school}`, 'case-manager')
    expect(form.$('input[type=checkbox][checked]').attr('value')).toBe(school)
    await sendWhole(
      `${all()}/still-true`,
      { spells: school, source: 'parent-or-carer' },
      'case-manager',
    )
    const [spell] = await spells()
    expect(spell?.confirmed).toEqual({ on: app.today, source: 'A parent or carer' })
    expect(await actions()).toEqual(['circumstance.confirmed'])
  })

  it('is not confirmed for a day before it began, nor a spell of another child', async () => {
    const early = { 'confirmedOn-day': '1', 'confirmedOn-month': '9', 'confirmedOn-year': '2025' }
    const form = { spells: school, source: 'child' }
    const page = await sendWhole(`${all()}/still-true`, { ...form, ...early }, 'case-manager')
    expect(page.errors[0]).toContain('began on 3 September 2025')
    const other = await app.inService(async scope => {
      return await aCircumstance(scope, { childId: await aChild(scope) })
    })
    const strange = await sendWhole(
      `${all()}/still-true`,
      { ...form, spells: other },
      'case-manager',
    )
    expect(strange.status).toBe(422)
    expect((await app.get(`${all()}/${other}`, 'case-manager')).status).toBe(404)
  })

  it('is corrected, and shows what it said before, who changed it and when', async () => {
    const url = `${all()}/${school}/correct`
    const form = { value: 'Fernhill Academy', hoursAttended: '20', suitability: 'unknown' }
    const sent = await sendWhole(url, form, 'team-manager')
    expect(sent.location).toBe(`${all()}/${school}`)
    expect((await spells())[0]).toMatchObject({
      value: 'Fernhill Academy',
      facts: { provision: 'school-full-time', hoursOffered: 25, hoursAttended: 20 },
    })
    const page = await app.get(`${all()}/${school}`, 'case-manager')
    const before = page.$('h2:contains("What it said before")').nextAll().text()
    expect(before).toContain('changed by Person of role team-manager')
    expect(before).toContain('Fernhill School')
    expect(before).not.toContain('Hours offered')
  })

  it('shows both versions to whoever corrects what somebody else has corrected meanwhile', async () => {
    const url = `${all()}/${school}/correct`
    const open = await app.get(url, 'case-manager')
    await sendWhole(url, { value: 'Fernhill Academy' }, 'team-manager')
    const mine = { ...filledIn(open), value: 'Fernhill High' }
    const late = await app.sendBare(url, mine, 'case-manager')
    expect(late.status).toBe(409)
    expect(late.body).toContain('Fernhill Academy')
    expect((await spells())[0]?.value).toBe('Fernhill Academy')
  })

  it('ends, and nothing follows', async () => {
    await sendWhole(`${all()}/${school}/end`, {}, 'case-manager')
    expect(await inWords()).toEqual([
      'education: Fernhill School, 2025-09-03 to 2026-03-02 (The child)',
    ])
  })

  it('is withdrawn with a reason, stays to be read and counts no more', async () => {
    const url = `${all()}/${school}/withdraw`
    const form = await app.get(url, 'case-manager')
    const empty = await sendWhole(url, {}, 'case-manager')
    expect(empty.errors).toEqual(['Write why it is withdrawn'])
    await sendWhole(url, { because: 'It was the brother’s school.' }, 'case-manager')
    const page = await app.get(all(), 'case-manager')
    expect(page.$('table').last().text()).toContain('It was the brother’s school.')
    expect(page.$('svg').length).toBe(0)
    const child = await app.get(`/children/${childId}`, 'case-manager')
    expect(child.$('main').text()).not.toContain('Fernhill')
    const again = await app.sendBare(url, { ...filledIn(form), because: 'Again' }, 'case-manager')
    expect(again.status).toBe(422)
    expect((await app.get(url, 'case-manager')).$('main form').length).toBe(0)
  })

  it('is added, over already, with a kind’s own facts', async () => {
    const sent = await sendWhole(
      `${all()}/new/mental-health`,
      {
        value: 'getting-help',
        ...{ 'screenedOn-day': '4', 'screenedOn-month': 'Nov', 'screenedOn-year': '2025' },
        ...{ 'startedOn-day': '4', 'startedOn-month': '11', 'startedOn-year': '2025' },
        ...{ 'endedOn-day': '1', 'endedOn-month': '2', 'endedOn-year': '2026' },
        source: 'other',
        otherSource: 'The nurse in our team',
      },
      'business-support',
    )
    expect(sent.location).toBe(all())
    expect((await spells()).at(-1)).toMatchObject({
      kind: 'mental-health',
      facts: { screenedOn: '2025-11-04' },
      source: 'The nurse in our team',
      endedOn: plainDate('2026-02-01'),
    })
    expect((await app.get(`${all()}/new/shoe-size`, 'case-manager')).status).toBe(404)
  })
})

describe('what the record asks about itself', () => {
  const questions = async () => {
    const page = await app.get(all(), 'case-manager')
    return page.$('h2:contains("To ask or to put right")').next().text()
  }

  it('names gaps and contradictions with a way to mend them, and refuses nothing', async () => {
    const care = await app.inService(async scope => {
      await aCircumstance(scope, { childId, kind: 'accommodation', value: 'at-home' })
      return await aCircumstance(scope, { childId, kind: 'care-status', value: 'care-order' })
    })
    expect(await questions()).toContain(
      'looked after (Looked after: care order) and lives with their',
    )
    expect(await questions()).toContain('Home: nothing is recorded from 1 February 2026')
    const page = await app.get(all(), 'case-manager')
    expect(page.$(`a[href="${all()}/${care}/correct"]`).length).toBe(1)
    expect(page.$(`a[href="${all()}/new/address"]`).length).toBe(2)
    await sendWhole(
      `${all()}/${care}/correct`,
      { legalBasis: 'placed-with-parents' },
      'case-manager',
    )
    expect(await questions()).not.toContain('lives with their parents')
  })

  it('offers nothing to mend to those who only read', async () => {
    await app.inService(scope =>
      scope.db
        .insertInto('childShares')
        .values({
          serviceId: scope.serviceId,
          childId,
          staffId: app.staff['social-worker-read-only'],
          startedOn: plainDate('2026-01-05'),
          reason: 'Looked after',
        })
        .execute(),
    )
    const page = await app.get(all(), 'social-worker-read-only')
    expect(page.status).toBe(200)
    expect(page.$('main a[href$="/change"], main a[href*="/new/"]').length).toBe(0)
  })
})
