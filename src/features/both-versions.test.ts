import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#domain/access/permissions.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { panelAgencies } from '#domain/vocabulary/work.ts'
import {
  aChild,
  aContact,
  anIntervention,
  anOffence,
  aPanel,
  aReferral,
  aStaffMember,
} from '#test/builders.ts'
import { startApp, type TestForm, type TestPage } from '#test/start-app.ts'
import { assessmentSectionUrl, assessmentStartUrl } from './assessments/urls.ts'
import { moveContactUrl, recordContactUrl } from './contacts/urls.ts'
import { allocationUrl } from './interventions/urls.ts'
import { panelAttendanceUrl } from './panels/urls.ts'
import { referralAssessorUrl, referralPanelUrl } from './referrals/urls.ts'
import { restrictionUrl } from './restricted/urls.ts'

const app = await startApp()
afterAll(app.close)

let childId = ''
beforeAll(async () => {
  childId = await app.inService(scope => aChild(scope))
})

function hiddenIn(page: TestPage): Record<string, string> {
  return Object.fromEntries(
    page
      .$('main form input[type=hidden]')
      .toArray()
      .map(field => [page.$(field).attr('name') ?? '', page.$(field).attr('value') ?? '']),
  )
}

async function aDraft(): Promise<{ id: string; url: string; other: string }> {
  const { childId, referralId } = await app.inService(async scope => {
    const child = await aChild(scope)
    const referral = await aReferral(scope, { childId: child })
    await anOffence(scope, { childId: child, referralId: referral })
    return { childId: child, referralId: referral }
  })
  const sent = await app.send(assessmentStartUrl(childId, referralId), {}, 'case-manager')
  const id = sent.location?.split('/').at(-2) ?? ''
  return {
    id,
    url: assessmentSectionUrl(childId, id, 'voices'),
    other: assessmentSectionUrl(childId, id, 'strengths'),
  }
}

async function answersOf(id: string): Promise<unknown> {
  const row = await app.inService(scope =>
    scope.db
      .selectFrom('assessments')
      .select('answers')
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return row.answers
}

async function historyOf(id: string): Promise<string> {
  const rows = await app.inService(scope =>
    scope.db.selectFrom('rowHistory').select('was').where('rowId', '=', id).execute(),
  )
  return JSON.stringify(rows)
}

/** Opens the page, lets the other one save meanwhile, then sends. */
async function sendSecond(
  url: string,
  forms: { readonly first: TestForm; readonly second: TestForm },
  roles: { readonly first: Role; readonly second: Role },
): Promise<TestPage> {
  const opened = hiddenIn(await app.get(url, roles.second))
  expect((await app.send(url, forms.first, roles.first)).status).toBe(303)
  return await app.sendBare(url, { ...opened, ...forms.second }, roles.second)
}

const two = { first: 'case-manager', second: 'team-manager' } as const
const forms = {
  first: { childWords: 'Theirs <b>1</b>', familyWords: '', then: 'list' },
  second: { childWords: 'Mine & 2', familyWords: 'A lift home', then: 'list' },
}
const strengths = { strengths: 'Mends bikes', then: 'list' }

describe('two people who write in one draft', () => {
  it('lose nothing: the second one sees both versions of what differs, and nothing is saved yet', async () => {
    const { id, url } = await aDraft()
    const page = await sendSecond(url, forms, two)
    expect(page.status).toBe(409)
    const text = page.$('main').text().replaceAll(/\s+/g, ' ')
    expect(text).toContain('What you wrote Mine & 2')
    expect(text).toMatch(
      /What is there now, saved by .+ at \d\d:\d\d on \d+ \w+ \d{4} Theirs <b>1<\/b>/,
    )
    expect(page.$('input[type=radio]').toArray()).toHaveLength(4)
    expect(await answersOf(id)).toMatchObject({
      childWords: 'Theirs <b>1</b>',
      familyWords: '',
    })
  })

  it('save exactly what the second one chooses, and the other version stays in the history', async () => {
    const { id, url } = await aDraft()
    const both = await sendSecond(url, forms, two)
    const choice = { ...hiddenIn(both), '_keep-childWords': 'mine', '_keep-familyWords': 'theirs' }
    expect((await app.sendBare(url, choice, 'team-manager')).status).toBe(303)
    expect(await answersOf(id)).toMatchObject({
      childWords: 'Mine & 2',
      familyWords: '',
    })
    expect(await historyOf(id)).toContain('Theirs <b>1</b>')
  })

  it('keep what is there when the second one takes it', async () => {
    const { id, url } = await aDraft()
    const both = await sendSecond(url, forms, two)
    const choice = { ...hiddenIn(both), '_keep-childWords': 'theirs', '_keep-familyWords': 'mine' }
    expect((await app.sendBare(url, choice, 'team-manager')).status).toBe(303)
    expect(await answersOf(id)).toMatchObject({
      childWords: 'Theirs <b>1</b>',
      familyWords: 'A lift home',
    })
  })

  it('are asked again when a choice is missing, or the record changed once more', async () => {
    const { id, url } = await aDraft()
    const both = await sendSecond(url, forms, two)
    const half = { ...hiddenIn(both), '_keep-childWords': 'mine' }
    const missing = await app.sendBare(url, half, 'team-manager')
    expect(missing.status).toBe(422)
    expect(missing.errors).toHaveLength(1)
    await app.send(url, { ...forms.first, childWords: 'A third' }, 'case-manager')
    const late = { ...hiddenIn(both), '_keep-childWords': 'mine', '_keep-familyWords': 'mine' }
    const again = await app.sendBare(url, late, 'team-manager')
    expect(again.status).toBe(409)
    expect(again.$('main').text()).toContain('A third')
    expect(await answersOf(id)).toMatchObject({ childWords: 'A third' })
  })

  it('do not overwrite each other when they send at the same moment', async () => {
    const { url } = await aDraft()
    const [first, second] = await Promise.all([
      app.get(url, 'case-manager'),
      app.get(url, 'team-manager'),
    ])
    const answers = await Promise.all([
      app.sendBare(url, { ...hiddenIn(first), ...forms.first }, 'case-manager'),
      app.sendBare(url, { ...hiddenIn(second), ...forms.second }, 'team-manager'),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })

  it('do not disturb each other in two sections', async () => {
    const { id, url, other } = await aDraft()
    const opened = hiddenIn(await app.get(url, 'team-manager'))
    expect((await app.send(other, strengths, 'case-manager')).status).toBe(303)
    const sent = await app.sendBare(url, { ...opened, ...forms.second }, 'team-manager')
    expect(sent.status).toBe(303)
    expect(await answersOf(id)).toMatchObject({
      strengths: 'Mends bikes',
      familyWords: 'A lift home',
    })
  })

  it('see nothing of this when they wrote the same', async () => {
    const { url } = await aDraft()
    const same = { first: forms.first, second: forms.first }
    expect((await sendSecond(url, same, two)).status).toBe(303)
  })
})

describe('a contact recorded in two windows', () => {
  async function aPlannedContact() {
    return await app.inService(async scope =>
      aContact(scope, {
        childId,
        staffId: app.staff['case-manager'],
        interventionId: await anIntervention(scope, { childId }),
        plannedOn: app.today,
      }),
    )
  }
  const came = { attendance: 'attended', present: 'child' }
  const notes = {
    first: { ...came, note: 'You told me about school' },
    second: { ...came, note: 'You told me about home' },
  }

  it('shows both versions to its author, who chooses', async () => {
    const id = await aPlannedContact()
    const url = recordContactUrl(childId, id)
    const one = { first: 'case-manager', second: 'case-manager' } as const
    const both = await sendSecond(url, notes, one)
    expect(both.status).toBe(409)
    expect(both.$('main').text()).toContain('You told me about school')
    const choice = { ...hiddenIn(both), '_keep-note': 'mine' }
    expect((await app.sendBare(url, choice, 'case-manager')).status).toBe(303)
    expect(await historyOf(id)).toContain('You told me about school')
  })

  it('shows somebody who came too late what they wrote beside what is there', async () => {
    const id = await aPlannedContact()
    const late = await sendSecond(recordContactUrl(childId, id), notes, two)
    expect(late.status).toBe(422)
    expect(late.$('main').text()).toContain('You told me about home')
    expect(late.$('main').text()).toContain('You told me about school')
  })
})

describe('every other form over what is already there', () => {
  const day = (from: PlainDate) => ({
    'plannedOn-day': String(from.day),
    'plannedOn-month': String(from.month),
    'plannedOn-year': String(from.year),
  })
  const firstDay = {
    'startedOn-day': String(app.today.day),
    'startedOn-month': String(app.today.month),
    'startedOn-year': String(app.today.year),
  }
  const attendance = (person: string) =>
    Object.fromEntries(
      Object.keys(panelAgencies).flatMap((_agency, row) => [
        [`agencies-${row}-came`, 'yes'],
        [`agencies-${row}-person`, `${person} ${row}`],
        [`agencies-${row}-reason`, ''],
      ]),
    )
  const colleague = () => app.inService(scope => aStaffMember(app.db, scope.serviceId))

  const cases: Record<string, () => Promise<{ url: string; one: TestForm; other: TestForm }>> = {
    'moving a contact': async () => {
      const contactId = await app.inService(async scope =>
        aContact(scope, {
          childId,
          staffId: app.staff['case-manager'],
          interventionId: await anIntervention(scope, { childId }),
          plannedOn: addDays(app.today, 3),
        }),
      )
      return {
        url: moveContactUrl(childId, contactId),
        one: { ...day(addDays(app.today, 5)), plannedTime: '', place: 'School' },
        other: { ...day(addDays(app.today, 9)), plannedTime: '', place: 'Library' },
      }
    },
    'who came to a panel': async () => {
      const id = await app.inService(scope => aPanel(scope, { heldOn: app.today }))
      return { url: panelAttendanceUrl(id), one: attendance('Alex'), other: attendance('Sam') }
    },
    'who may open a record': async () => {
      const id = await app.inService(scope => aChild(scope))
      const managers = [app.staff['team-manager'], app.staff['head-of-service']]
      const form = { contactId: app.staff['team-manager'], names: managers }
      return {
        url: restrictionUrl(id),
        one: { ...form, why: 'staff-family' },
        other: { ...form, why: 'serious-case' },
      }
    },
    'listing for a panel': async () => {
      const referralId = await app.inService(scope => aReferral(scope, { childId }))
      const [one, other] = await app.inService(async scope => [
        await aPanel(scope, { heldOn: addDays(app.today, 7) }),
        await aPanel(scope, { heldOn: addDays(app.today, 14) }),
      ])
      return {
        url: referralPanelUrl(childId, referralId),
        one: { panelId: one },
        other: { panelId: other },
      }
    },
    'who writes an assessment': async () => {
      const referralId = await app.inService(scope => aReferral(scope, { childId }))
      const [one, other] = [await colleague(), await colleague()]
      return {
        url: referralAssessorUrl(childId, referralId),
        one: { staffId: one },
        other: { staffId: other },
      }
    },
    'who works with a child': async () => {
      const id = await app.inService(scope =>
        anIntervention(scope, { childId, startedOn: app.today }),
      )
      const [one, other] = [await colleague(), await colleague()]
      return {
        url: allocationUrl(childId, id),
        one: { staffId: one, ...firstDay },
        other: { staffId: other, ...firstDay },
      }
    },
  }

  it.each(Object.keys(cases))('%s: shows both versions and saves what is chosen', async name => {
    const about = await cases[name]?.()
    if (about === undefined) throw new Error(name)
    const { url, one, other } = about
    const managers = { first: 'team-manager', second: 'head-of-service' } as const
    const both = await sendSecond(url, { first: one, second: other }, managers)
    expect([both.status, both.h1]).toEqual([409, 'This changed while you were writing'])
    expect(both.$('main').text()).toContain('saved by Person of role team-manager')
    const asked = both.$('input[type=radio]').toArray()
    const mine = asked.map(radio => [both.$(radio).attr('name') ?? '', 'mine'] as const)
    const sent = { ...hiddenIn(both), ...severalIn(both), ...Object.fromEntries(mine) }
    expect((await app.sendBare(url, sent, 'head-of-service')).status).toBe(303)
  })

  /** Hidden inputs that are sent more than once under one name. */
  function severalIn(page: TestPage): Record<string, string[]> {
    const fields = page.$('main form input[type=hidden][name=names]').toArray()
    const names = fields.map(field => page.$(field).attr('value') ?? '')
    return names.length > 0 ? { names } : {}
  }
})
