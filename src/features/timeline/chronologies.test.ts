import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { chronologyHash } from '#records/chronology-hash.ts'
import { aChild, aContact, anEvent, anIntervention, aSibling } from '#test/builders.ts'
import { startApp, type TestForm, type TestPage } from '#test/start-app.ts'
import {
  addEntriesUrl,
  chronologiesUrl,
  chronologyUrl,
  editChronologyUrl,
  finishChronologyUrl,
  newChronologyUrl,
  newEntryUrl,
} from './urls.ts'

const app = await startApp()
afterAll(app.close)

const ids = { child: '', sibling: '', contact: '', event: '', relationship: '' }

beforeAll(async () => {
  await app.inService(async scope => {
    const childId = await aChild(scope)
    ids.child = childId
    ids.sibling = await aChild(scope, { givenName: 'Sibling' })
    const interventionId = await anIntervention(scope, { childId })
    const of = { childId, interventionId }
    ids.contact = await aContact(scope, {
      ...of,
      staffId: app.staff['case-manager'],
      plannedOn: plainDate('2026-02-20'),
      attendance: 'attended',
      note: 'We mended a bike.',
    })
    ids.event = await anEvent(scope, of)
    ids.relationship = await aSibling(scope, { childId, siblingId: ids.sibling })
  })
})

const as = 'case-manager'
const send = (url: string, form: TestForm) => app.send(url, form, as)
const whyName = (id: string) => `why${id.replaceAll('-', '')}`

async function started(form: TestForm = {}): Promise<string> {
  const sent = await send(newChronologyUrl(ids.child), { title: 'For the conference', ...form })
  expect(sent.status).toBe(303)
  const row = await app.db
    .selectFrom('chronologies')
    .select('id')
    .orderBy('recordedAt', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}

function addUrl(...keys: readonly string[]): string {
  return `${addEntriesUrl(ids.child)}?${keys.map(key => `entry=${key}`).join('&')}`
}

async function entriesOf(chronologyId: string) {
  return await app.db
    .selectFrom('chronologyEntries')
    .selectAll()
    .where('chronologyId', '=', chronologyId)
    .orderBy('happenedOn')
    .execute()
}

const rowOf = (id: string) =>
  app.db.selectFrom('chronologies').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const actionsOn = async (subjectId: string) => {
  const rows = await app.db
    .selectFrom('auditEntries')
    .select('action')
    .where('subjectId', '=', subjectId)
    .orderBy('id')
    .execute()
  return rows.map(({ action }) => action)
}

async function whole(): Promise<string> {
  const id = await started()
  const added = await send(
    addUrl(`contact.held~${ids.contact}`, `person.started~${ids.relationship}`),
    {
      chronology: id,
      why0: 'They live together.',
      why1: 'The first time you came.',
    },
  )
  expect(added.location).toBe(editChronologyUrl(ids.child, id))
  const wrote = await send(editChronologyUrl(ids.child, id), {
    ...(await whyOf(id)),
    title: 'For the conference',
    purpose: 'child-protection-conference',
    audience: 'The chair',
    pattern: 'You come when we meet at the workshop.',
    childView: 'I like the workshop.',
  })
  expect(wrote.status).toBe(303)
  return id
}

async function whyOf(id: string): Promise<TestForm> {
  const entries = await entriesOf(id)
  return Object.fromEntries(
    entries.map(entry => [whyName(entry.id), entry.whyItMatters ?? 'It matters.']),
  )
}

function hiddenIn(page: TestPage): TestForm {
  const fields = page.$('main form input[type=hidden]').toArray()
  return Object.fromEntries(
    fields.map(field => [page.$(field).attr('name') ?? '', page.$(field).attr('value') ?? '']),
  )
}

const wordsOf = (page: TestPage) => page.$('main').text().replaceAll(/\s+/g, ' ')

describe('a draft', () => {
  it('takes what was ticked on the timeline, each with why it matters, and only once', async () => {
    const id = await started()
    const url = addUrl(`contact.held~${ids.contact}`, `event.happened~${ids.event}`)
    const page = await app.get(url, as)
    expect(wordsOf(page)).toContain('Contact: Home visit: came. We mended a bike.')
    await send(url, { chronology: id, why0: 'The first time you came.', why1: '' })
    await send(url, { chronology: id, why0: 'Again.', why1: '' })
    const entries = await entriesOf(id)
    expect(entries.map(({ sourceKind }) => sourceKind)).toEqual(['contact.held', 'event.happened'])
    expect(entries.map(({ whyItMatters }) => whyItMatters)).toEqual([
      'The first time you came.',
      null,
    ])
    expect(await actionsOn(id)).toContain('chronology.added-to')
  })

  it('can be begun with what was ticked', async () => {
    const sent = await send(addUrl(`event.happened~${ids.event}`), { chronology: 'new', why0: '' })
    expect(sent.status).toBe(303)
    expect(sent.location).toMatch(/\/edit$/)
  })

  it('takes nothing of another child', async () => {
    const id = await started()
    const url = `${addEntriesUrl(ids.sibling)}?entry=contact.held~${ids.contact}`
    expect(wordsOf(await app.get(url, as))).toContain('Nothing is ticked')
    expect(await entriesOf(id)).toEqual([])
  })

  it('shows what the record says now, and that something has gone', async () => {
    const id = await started()
    const gone = '11111111-1111-4111-8111-111111111111'
    await send(addUrl(`event.happened~${ids.event}`), { chronology: id, why0: '' })
    await app.inService(scope =>
      scope.db
        .insertInto('chronologyEntries')
        .values({
          serviceId: scope.serviceId,
          chronologyId: id,
          happenedOn: plainDate('2026-02-01'),
          sourceKind: 'plan.written',
          sourceId: gone,
        })
        .execute(),
    )
    const page = wordsOf(await app.get(chronologyUrl(ids.child, id), as))
    expect(page).toContain('Event: Significant change: moved home or placement')
    expect(page).toContain('No longer in the record')
    const finish = wordsOf(await app.get(finishChronologyUrl(ids.child, id), as))
    expect(finish).toContain('Take out the entry that is no longer in the record')
  })

  it('takes what happened elsewhere, with its source', async () => {
    const id = await started()
    const url = newEntryUrl(ids.child, id)
    const empty = await send(url, {})
    expect(empty.errors).toEqual([
      'Enter the day',
      'Write what happened',
      'Say where you know it from',
    ])
    const form = {
      'happenedOn-day': '3',
      'happenedOn-month': '1',
      'happenedOn-year': '2024',
      what: 'Moved school.',
      toldBy: 'Mum, by phone',
      why: 'The second school.',
    }
    await app.sendTwice(url, form, as)
    const entries = await entriesOf(id)
    expect(entries.length).toBe(1)
    expect(entries[0]).toMatchObject({ what: 'Moved school.', toldBy: 'Mum, by phone' })
  })

  it('loses an entry that is taken out, and keeps the row', async () => {
    const id = await started()
    await send(addUrl(`event.happened~${ids.event}`), { chronology: id, why0: '' })
    const [entry] = await entriesOf(id)
    await send(editChronologyUrl(ids.child, id), { title: 'T', out: entry?.id ?? '' })
    expect(wordsOf(await app.get(chronologyUrl(ids.child, id), as))).toContain(
      'Nothing is in it yet',
    )
    expect((await entriesOf(id))[0]?.removedOn?.toString()).toBe('2026-03-02')
  })

  it('is not overwritten by somebody who has not seen the last change', async () => {
    const id = await started()
    const url = editChronologyUrl(ids.child, id)
    const hidden = hiddenIn(await app.get(url, as))
    await app.send(url, { title: 'T', pattern: 'Theirs' }, 'team-manager')
    const second = await app.sendBare(url, { ...hidden, title: 'T', pattern: 'Mine' }, as)
    expect(second.status).toBe(409)
    expect(wordsOf(second)).toContain('Theirs')
    expect((await rowOf(id)).pattern).toBe('Theirs')
  })
})

describe('finishing', () => {
  it('says what is lacking', async () => {
    const id = await started()
    const page = await app.get(finishChronologyUrl(ids.child, id), as)
    expect(wordsOf(page)).toContain('Add an entry')
    expect(page.$('main form').length).toBe(0)
  })

  it('keeps the words, with a fingerprint that they give again, and names no other child', async () => {
    const id = await whole()
    expect(wordsOf(await app.get(chronologyUrl(ids.child, id), as))).toContain('Sibling Example')
    await send(finishChronologyUrl(ids.child, id), { read: 'yes' })
    await app.inService(scope =>
      scope.db
        .updateTable('contacts')
        .set({ note: 'Corrected.' })
        .where('id', '=', ids.contact)
        .execute(),
    )
    const page = wordsOf(await app.get(chronologyUrl(ids.child, id), as))
    expect(page).toContain('We mended a bike.')
    expect(page).not.toContain('Corrected.')
    expect(page).not.toContain('Sibling Example')
    expect(page).toContain('Brother or sister is around')
    const { finishedOn, finishedBy, contentHash, ...row } = await rowOf(id)
    if (finishedOn === null || finishedBy === null) throw new Error('It is not finished')
    const { title, purpose, audience, pattern, childView, authorId } = row
    const entries = (await entriesOf(id)).map(({ happenedOn, what, toldBy, whyItMatters }) => ({
      on: happenedOn,
      what,
      toldBy,
      whyItMatters,
    }))
    const content = {
      title,
      purpose,
      audience,
      pattern,
      childView,
      authorId,
      finishedOn,
      finishedBy,
    }
    expect(contentHash).toBe(chronologyHash({ ...content, entries }))
    expect(await actionsOn(id)).toEqual([
      'chronology.started',
      'chronology.added-to',
      'chronology.changed',
      'chronology.finished',
    ])
  })

  it('leaves nothing to change, on no page and not in the database', async () => {
    const id = await whole()
    const url = editChronologyUrl(ids.child, id)
    const hidden = hiddenIn(await app.get(url, as))
    await send(finishChronologyUrl(ids.child, id), { read: 'yes' })
    const changed = await app.sendBare(url, { ...hidden, title: 'Another' }, as)
    expect(changed.status).toBe(422)
    const [entry] = await entriesOf(id)
    const change = (table: 'chronologies' | 'chronologyEntries', rowId: string) =>
      app.inService(scope =>
        table === 'chronologies'
          ? scope.db.updateTable(table).set({ title: 'X' }).where('id', '=', rowId).execute()
          : scope.db.updateTable(table).set({ what: 'X' }).where('id', '=', rowId).execute(),
      )
    await expect(change('chronologies', id)).rejects.toThrow('never changed')
    await expect(change('chronologyEntries', entry?.id ?? '')).rejects.toThrow('never changed')
    const add = { chronology: id, why0: '' }
    const added = await send(addUrl(`event.happened~${ids.event}`), add)
    expect(added.status).toBe(422)
  })

  it('lets the next one start as a copy that reads the record again', async () => {
    const id = await whole()
    await send(finishChronologyUrl(ids.child, id), { read: 'yes' })
    const url = newChronologyUrl(ids.child, id)
    expect((await app.get(url, as)).$('#title').attr('value')).toBe('For the conference')
    const sent = await send(url, { title: 'The next one' })
    const copy = sent.location?.split('/').at(-1) ?? ''
    expect((await rowOf(copy)).pattern).toBe('You come when we meet at the workshop.')
    const entries = await entriesOf(copy)
    expect(entries.map(({ what }) => what)).toEqual([null, null])
    expect(entries.map(({ whyItMatters }) => whyItMatters)).toEqual([
      'They live together.',
      'The first time you came.',
    ])
  })
})

describe('who may', () => {
  it('reads and writes: practitioners, and nobody else', async () => {
    const id = await started()
    for (const url of [chronologiesUrl(ids.child), chronologyUrl(ids.child, id)]) {
      expect((await app.get(url, 'head-of-service')).status).toBe(200)
      expect((await app.get(url, 'business-support')).status).toBe(403)
    }
  })
})
