import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anAllocation, anIntervention, aPlan } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'

const app = await startApp({ today: '2026-03-18' })
afterAll(app.close)

const numberUrl = '/policy/rules/OM-4.1-signed/numbers/signWithin'
const switchUrl = '/policy/rules/OM-4.1-signed/switch'
const from = { 'from-day': '18', 'from-month': '3', 'from-year': '2026' }
const toSeven = { value: '7', ...from, reason: 'The inspection asked for sooner.' }

let restrictedId = ''

beforeAll(async () => {
  await app.inService(async scope => {
    const staffId = app.staff['case-manager']
    const unsigned = async (givenName: string, writtenOn: string) => {
      const childId = await aChild(scope, { givenName, familyName: 'Example' })
      const startedOn = plainDate('2026-03-02')
      const interventionId = await anIntervention(scope, { childId, startedOn })
      await anAllocation(scope, { childId, interventionId, staffId, startedOn })
      await aPlan(scope, {
        childId,
        interventionId,
        authorId: staffId,
        writtenOn: plainDate(writtenOn),
      })
      return childId
    }
    await unsigned('Robin', '2026-03-06')
    await unsigned('Ash', '2026-03-13')
    restrictedId = await unsigned('Hidden', '2026-03-06')
    await scope.db
      .insertInto('restrictions')
      .values({
        serviceId: scope.serviceId,
        childId: restrictedId,
        startedOn: plainDate('2026-03-02'),
        why: 'Somebody in the family works here.',
        contactId: app.staff['team-manager'],
      })
      .execute()
  })
})

async function changes() {
  return await app.inService(scope =>
    scope.db.selectFrom('policyChanges').selectAll().orderBy('recordedAt').execute(),
  )
}

describe('a number changed with what-if looked at first', () => {
  it('offers to look, and not yet to save', async () => {
    const page = await app.get(numberUrl, 'head-of-service')
    expect(page.$('main').text()).toContain('10 working days')
    expect(page.$('button[value=look]').text()).toContain('See what would change')
    expect(page.$('button[value=save]').length).toBe(0)
  })

  it('shows how many tasks become overdue and whose, and saves nothing', async () => {
    const page = await app.send(numberUrl, { ...toSeven, step: 'look' }, 'head-of-service')
    const text = page.$('main').text()
    expect(page.status).toBe(200)
    expect(page.h1).toBe('What would change')
    expect(text).toContain('Tasks that become overdue: 2')
    expect(text).toContain('Tasks that are no longer overdue: 0')
    expect(text).toContain('Person of role case-manager (2)')
    expect(text).toMatch(/Robin Example: Plan signed.*Due 17 March 2026 instead of 20 March 2026/s)
    expect(text).toContain('fall due on another day: 1')
    expect(page.$('#reason').text()).toContain('The inspection asked')
    expect(page.$('button[value=save]').length).toBe(1)
    expect(await changes()).toEqual([])
  })

  it('counts a child whose record is not open to the reader, and does not name them', async () => {
    const page = await app.send(numberUrl, { ...toSeven, step: 'look' }, 'head-of-service')
    expect(page.body).not.toContain('Hidden')
    expect(page.body).not.toContain(restrictedId)
    expect(page.$('main').text()).toContain('On records that are not open to you: 1')
  })

  it.each([
    ['without having looked', {}],
    ['with something made up', { seen: '0 30 2026-03-18' }],
  ])('does not save %s: it shows what would change', async (_name, seen) => {
    const page = await app.send(numberUrl, { ...toSeven, ...seen, step: 'save' }, 'head-of-service')
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([
      'This is not what you looked at. See what would change now, then save',
    ])
    expect(page.$('main').text()).toContain('Tasks that become overdue: 2')
    expect(await changes()).toEqual([])
  })

  it('does not save what was typed otherwise after looking', async () => {
    const looked = await app.send(numberUrl, { ...toSeven, step: 'look' }, 'head-of-service')
    const seen = looked.$('input[name=seen]').attr('value') ?? ''
    const page = await app.send(
      numberUrl,
      { ...toSeven, value: '3', seen, step: 'save' },
      'head-of-service',
    )
    expect(page.errors).toHaveLength(1)
    expect(page.$('#value').attr('value')).toBe('3')
    expect(await changes()).toEqual([])
  })

  it('saves what was looked at, once, with reason, author and a trace', async () => {
    const looked = await app.send(numberUrl, { ...toSeven, step: 'look' }, 'head-of-service')
    const seen = looked.$('input[name=seen]').attr('value') ?? ''
    const saved = await app.sendTwice(
      numberUrl,
      { ...toSeven, seen, step: 'save' },
      'head-of-service',
    )
    expect(saved.map(({ location }) => location)).toEqual([
      '/rules/OM-4.1-signed',
      '/rules/OM-4.1-signed',
    ])
    expect(await changes()).toMatchObject([
      {
        ruleId: 'OM-4.1-signed',
        parameter: 'signWithin',
        value: 7,
        changedBy: app.staff['head-of-service'],
      },
    ])
    const traces = await app.inService(scope =>
      scope.db
        .selectFrom('auditEntries')
        .select('detail')
        .where('action', '=', 'policy.changed')
        .execute(),
    )
    expect(traces).toEqual([{ detail: 'OM-4.1-signed' }])
    const work = await app.get('/my-work', 'case-manager')
    expect(work.$('main').text()).toMatch(
      /Robin Example[^]*Plan signed[^]*Overdue: was due 17 March 2026/,
    )
  })

  it('is in the history and on the policy page, from what to what and why', async () => {
    const history = await app.get('/policy/history', 'team-manager')
    const row = history.$('main tbody tr').first().text()
    expect(row).toContain('10 working days to 7 working days')
    expect(row).toContain('The inspection asked for sooner.')
    expect(row).toContain('Person of role head-of-service')
    const policy = await app.get('/policy', 'team-manager')
    expect(policy.$('main table').first().text()).toMatch(/7 working days\s*10 working days/)
    expect(policy.$('main').text()).toContain('The head of service changes it')
    expect(policy.$(`a[href="${numberUrl}"]`).length).toBe(0)
  })

  it('settles what no source gives in the same way', async () => {
    const url = '/policy/rules/ALONGSIDE-workload/numbers/high'
    const three = { ...toSeven, value: '3' }
    const looked = await app.send(url, { ...three, step: 'look' }, 'head-of-service')
    const seen = looked.$('input[name=seen]').attr('value') ?? ''
    const saved = await app.send(url, { ...three, seen, step: 'save' }, 'head-of-service')
    expect(saved.location).toBe('/rules/ALONGSIDE-workload')
    const page = await app.get('/rules/ALONGSIDE-workload', 'team-manager')
    expect(page.$('main').text()).toContain('3 points')
  })
})

describe('a change that may not be made', () => {
  it.each([
    [{ ...toSeven, value: '31' }, /must be from 1 to 30 working days/],
    [{ ...toSeven, value: '7.5' }, /must be a whole number/],
    [{ ...toSeven, value: '' }, /Enter the new number/],
    [{ ...toSeven, reason: '' }, /Write why/],
    [{ ...toSeven, 'from-year': '2025' }, /today or a later day/],
    [{ ...toSeven }, /already 7 working days/],
  ])('says plainly what to do: %j', async (form, message) => {
    const page = await app.send(numberUrl, { ...form, step: 'look' }, 'head-of-service')
    expect(page.status).toBe(422)
    expect(page.errors.join()).toMatch(message)
    expect(page.$('#value').attr('value')).toBe(form.value)
    expect(page.$('button[value=save]').length).toBe(0)
  })

  it('leads nowhere for a number or a rule that does not exist', async () => {
    const role = 'head-of-service'
    expect((await app.get('/policy/rules/OM-99/switch', role)).status).toBe(404)
    expect((await app.get('/policy/rules/OM-4.1-signed/numbers/toString', role)).status).toBe(404)
  })

  it('is not for a team manager', async () => {
    expect((await app.get(numberUrl, 'team-manager')).status).toBe(403)
    expect((await app.get('/policy', 'case-manager')).status).toBe(403)
  })
})

describe('a rule switched off for later', () => {
  it('shows which tasks go, keeps what fell due, and holds from its day', async () => {
    const form = { isOn: 'off', ...from, 'from-day': '20', reason: 'We try another way.' }
    const looked = await app.send(switchUrl, { ...form, step: 'look' }, 'head-of-service')
    expect(looked.$('main').text()).toContain('tasks that go from a list: 1')
    expect(looked.$('main').text()).toContain('Tasks that are no longer overdue: 0')
    const seen = looked.$('input[name=seen]').attr('value') ?? ''
    const saved = await app.send(switchUrl, { ...form, seen, step: 'save' }, 'head-of-service')
    expect(saved.location).toBe('/rules/OM-4.1-signed')
    const policy = await app.get('/policy', 'head-of-service')
    expect(policy.$('main').text()).toContain('On; off from 20 March 2026')
    const again = await app.send(switchUrl, { ...form, step: 'look' }, 'head-of-service')
    expect(again.errors).toEqual(['This rule is off already on 20 March 2026'])
  })
})

describe('a closed day', () => {
  const url = '/policy/closed-days/new'
  const day = (text: string) => ({
    'closedOn-day': text,
    'closedOn-month': '3',
    'closedOn-year': '2026',
    reason: 'Everybody is at the training day.',
  })

  it('is added after looking at what it moves', async () => {
    const looked = await app.send(url, { ...day('23'), step: 'look' }, 'head-of-service')
    expect(looked.$('main').text()).toContain('23 March 2026 is not a working day')
    const seen = looked.$('input[name=seen]').attr('value') ?? ''
    const saved = await app.send(url, { ...day('23'), seen, step: 'save' }, 'head-of-service')
    expect(saved.location).toBe('/policy')
    const policy = await app.get('/policy', 'head-of-service')
    expect(policy.$('main').text()).toContain('23 March 2026: Everybody is at the training day.')
  })

  it.each([
    ['17', /today or a later day/],
    ['21', /not a working day as it is/],
    ['23', /not a working day as it is/],
  ])('is refused on the %sth', async (text, message) => {
    const page = await app.send(url, { ...day(text), step: 'look' }, 'head-of-service')
    expect(page.errors.join()).toMatch(message)
  })
})
