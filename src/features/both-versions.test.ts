import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#domain/access/permissions.ts'
import { aChild, aContact, anIntervention, anOffence, aReferral } from '#test/builders.ts'
import { startApp, type TestForm, type TestPage } from '#test/start-app.ts'
import { assessmentEditUrl, assessmentStartUrl } from './assessments/urls.ts'
import { recordContactUrl } from './contacts/urls.ts'

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

/** Of a child of its own: a child has one assessment at a time. */
async function aDraft(): Promise<{ id: string; url: string }> {
  const referralId = await app.inService(async scope => {
    childId = await aChild(scope)
    const referral = await aReferral(scope, { childId })
    await anOffence(scope, { childId, referralId: referral })
    return referral
  })
  const sent = await app.send(assessmentStartUrl(childId, referralId), {}, 'case-manager')
  const id = sent.location?.split('/').at(-2) ?? ''
  return { id, url: assessmentEditUrl(childId, id) }
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
  first: { childWords: 'Theirs <b>1</b>', strengths: 'The same', then: 'save' },
  second: { childWords: 'Mine & 2', strengths: 'The same', needs: 'A lift home', then: 'save' },
}

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
    expect(text).not.toContain('The same')
    expect(await answersOf(id)).toMatchObject({ childWords: 'Theirs <b>1</b>', needs: '' })
  })

  it('save exactly what the second one chooses, and the other version stays in the history', async () => {
    const { id, url } = await aDraft()
    const both = await sendSecond(url, forms, two)
    const choice = { ...hiddenIn(both), '_keep-childWords': 'mine', '_keep-needs': 'theirs' }
    expect((await app.sendBare(url, choice, 'team-manager')).status).toBe(303)
    expect(await answersOf(id)).toMatchObject({
      childWords: 'Mine & 2',
      strengths: 'The same',
      needs: '',
    })
    expect(await historyOf(id)).toContain('Theirs <b>1</b>')
  })

  it('keep what is there when the second one takes it', async () => {
    const { id, url } = await aDraft()
    const both = await sendSecond(url, forms, two)
    const choice = { ...hiddenIn(both), '_keep-childWords': 'theirs', '_keep-needs': 'mine' }
    expect((await app.sendBare(url, choice, 'team-manager')).status).toBe(303)
    expect(await answersOf(id)).toMatchObject({
      childWords: 'Theirs <b>1</b>',
      needs: 'A lift home',
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
    const late = { ...hiddenIn(both), '_keep-childWords': 'mine', '_keep-needs': 'mine' }
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
