import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { identifierKey } from '#domain/matching/identifiers.ts'
import { aChild, aReferral } from '#test/builders.ts'
import { startApp, type TestForm, type TestPage } from '#test/start-app.ts'

const app = await startApp()
afterAll(app.close)

const url = '/referrals/new'

/** Sends a right answer to every question, changed as the case needs. */
function answers(changes: TestForm = {}): TestForm {
  return {
    givenName: 'Quill',
    familyName: 'Sandringberg',
    sex: 'male',
    ...date('bornOn', '2011-09-14'),
    referredBy: 'Testshire Police',
    ...date('receivedOn', '2026-03-01'),
    whatHappened: 'A window was broken.',
    policeContact: 'voluntary-interview',
    admission: 'admitted',
    victimKnown: 'not-known',
    'offences-0-title': 'Criminal damage to a window',
    'offences-0-group': 'CRIMINAL_DAMAGE',
    ...date('offences-0-occurredOn', '2026-02-20'),
    ...changes,
  }
}

function date(name: string, iso: string): TestForm {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

function idsIn(location: string | null) {
  const found = /^\/children\/([^/]+)\/referrals\/([^/]+)$/u.exec(location ?? '')
  return { childId: found?.[1] ?? '', referralId: found?.[2] ?? '' }
}

async function readReferral(referralId: string) {
  return await app.db
    .selectFrom('referrals')
    .selectAll()
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
}

async function countReferrals(): Promise<number> {
  const rows = await app.db.selectFrom('referrals').select('id').execute()
  return rows.length
}

describe('recording a referral', () => {
  it('makes the child, the referral and the offence, and writes it down', async () => {
    const sent = await app.send(
      url,
      answers({
        familyName: 'O’Neill-Ó Súilleabháin',
        knownAs: 'Quilly 🦊',
        whatHappened: 'He said <script>alert(1)</script> & ran.',
        pnc: '20/77A',
        addressLine: '1 Fern Row, Testford',
        postcode: 'aa31ab',
        carerName: 'Ash Example',
        carerKind: 'mother',
        carerPhone: '01632 960 001',
        'offences-0-cjsCode': 'cd71039',
      }),
      'business-support',
    )
    expect(sent.errors).toEqual([])
    expect(sent.status).toBe(303)
    const { childId, referralId } = idsIn(sent.location)
    expect(await readReferral(referralId)).toMatchObject({
      kind: 'out-of-court',
      victimKnown: null,
    })
    const address = await app.db
      .selectFrom('circumstances')
      .select(['value', 'source'])
      .where('childId', '=', childId)
      .executeTakeFirstOrThrow()
    expect(address).toEqual({
      value: '1 Fern Row, Testford, AA3 1AB',
      source: 'Referral from Testshire Police',
    })
    const audit = await app.db
      .selectFrom('auditEntries')
      .select('action')
      .where('childId', '=', childId)
      .execute()
    expect(audit.map(entry => entry.action)).toEqual(
      expect.arrayContaining(['child.recorded', 'referral.recorded']),
    )
    const page = await app.get(sent.location ?? '', 'business-support')
    expect(page.$('main').text()).toContain('He said <script>alert(1)</script> & ran.')
    expect(page.body).toContain('O’Neill-Ó Súilleabháin')
    expect(page.$('main').text()).toContain('CD71039')
  })

  it('asks for what is missing and keeps what was typed', async () => {
    const before = await countReferrals()
    const page = await app.send(url, answers({ familyName: ' ', whatHappened: '' }), 'case-manager')
    expect(page.status).toBe(422)
    expect(page.title).toMatch(/^Error: /u)
    expect(page.errors).toEqual(['Enter the family name', 'Say what happened'])
    expect(page.$('#givenName').attr('value')).toBe('Quill')
    expect(page.$('#offences-0-title').attr('value')).toBe('Criminal damage to a window')
    expect(await countReferrals()).toBe(before)
  })

  it('adds and removes an offence without JavaScript, and saves nothing', async () => {
    const more = await app.send(url, answers({ 'add-offences': 'yes' }), 'case-manager')
    expect(more.status).toBe(200)
    expect(more.$('input[id^=offences-][id$=-title]').length).toBe(2)
    expect(more.$('#offences-0-title').attr('value')).toBe('Criminal damage to a window')
    const two = answers({
      'offences-1-title': 'Theft',
      'offences-1-group': 'THEFT_AND_HANDLING_STOLEN_GOODS',
      'remove-offences': '0',
    })
    const fewer = await app.send(url, two, 'case-manager')
    expect(fewer.$('input[id^=offences-][id$=-title]').length).toBe(1)
    expect(fewer.$('#offences-0-title').attr('value')).toBe('Theft')
  })

  it('presses the save button when Enter is pressed in an input', async () => {
    const page = await app.get(url, 'case-manager')
    const first = page.$('main form button').first()
    expect(first.attr('name')).toBeUndefined()
    expect(first.text().trim()).toBe('Record the referral')
  })

  it('is not open to a performance officer', async () => {
    expect((await app.get(url, 'performance-officer')).status).toBe(403)
  })
})

describe('dates that cannot be', () => {
  it.each<[string, TestForm, string]>([
    [
      'somebody of 18 on the day',
      date('bornOn', '2008-02-20'),
      'Quill was 18 on that day: this is for the adult system. Check the date of birth and this date',
    ],
    [
      'an offence to come',
      date('offences-0-occurredOn', '2026-03-03'),
      'Date of the offence must be today or in the past',
    ],
    [
      'an offence before birth',
      date('offences-0-occurredOn', '2011-09-13'),
      'This is before the date of birth. Check both dates',
    ],
    ['a year of two digits', date('bornOn', '11-09-14'), 'Year must include 4 numbers'],
    [
      'a code of another shape',
      { 'offences-0-cjsCode': '12345' },
      'CJS code must be letters and then numbers, like TH68010',
    ],
  ])('says what is wrong with %s', async (_name, changes, message) => {
    const page = await app.send(url, answers(changes), 'case-manager')
    expect(page.status).toBe(422)
    expect(page.errors).toContain(message)
  })
})

describe('a stay at a police station', () => {
  const arrest = (arrived: string, left: string) => ({
    policeContact: 'arrest',
    station: 'Testford',
    ...date('arrivedOn', arrived.slice(0, 10)),
    arrivedTime: arrived.slice(11),
    ...date('releasedOn', left.slice(0, 10)),
    releasedTime: left.slice(11),
  })

  it('is asked for when the child was arrested', async () => {
    const page = await app.send(url, answers({ policeContact: 'arrest' }), 'case-manager')
    expect(page.errors).toEqual([
      'Enter the police station',
      'Enter the day on which the child arrived',
      'Enter the time at which the child arrived',
    ])
  })

  it('cannot end before it began', async () => {
    const stay = arrest('2026-02-20 18:00', '2026-02-20 17:00')
    const page = await app.send(url, answers(stay), 'case-manager')
    expect(page.errors).toEqual(['The release must be after the arrival'])
  })

  it('asks to look again when longer than 36 hours, and believes a tick', async () => {
    const stay = {
      ...arrest('2026-02-20 18:00', '2026-02-22 06:30'),
      givenName: 'Wilder',
      ...date('bornOn', '2010-10-10'),
    }
    const asked = await app.send(url, answers({ ...stay, familyName: 'Longstay' }), 'case-manager')
    expect(asked.errors[0]).toContain('more than 36 hours')
    expect(asked.$('input[name=longStay]').length).toBe(1)
    const ticked = { ...stay, familyName: 'Longstay', longStay: 'checked' }
    const saved = await app.send(url, answers(ticked), 'case-manager')
    expect(saved.status).toBe(303)
    const page = await app.get(saved.location ?? '', 'case-manager')
    expect(page.$('main').text()).toContain('36 hours 30 minutes, overnight')
  })

  it('is not kept for a voluntary interview, whatever was typed before', async () => {
    const typed = {
      ...arrest('2026-02-20 18:00', '2026-02-20 17:00'),
      givenName: 'Umber',
      familyName: 'Voluntary',
      ...date('bornOn', '2009-11-12'),
    }
    const saved = await app.send(
      url,
      answers({ ...typed, policeContact: 'voluntary-interview' }),
      'case-manager',
    )
    const { referralId } = idsIn(saved.location)
    const stays = await app.db
      .selectFrom('detentions')
      .select('id')
      .where('referralId', '=', referralId)
      .execute()
    expect(stays).toEqual([])
  })
})

describe('a child under 10', () => {
  const under = { familyName: 'Younger', ...date('bornOn', '2016-02-21') }

  it('is referred to be kept safe after one tick, with no offence recorded', async () => {
    const asked = await app.send(url, answers(under), 'case-manager')
    expect(asked.status).toBe(422)
    expect(asked.$('main').text()).toContain('cannot be recorded as an offence')
    const saved = await app.send(url, answers({ ...under, underTen: 'confirmed' }), 'case-manager')
    const { referralId } = idsIn(saved.location)
    const referral = await readReferral(referralId)
    expect(referral).toMatchObject({ kind: 'safeguarding', admission: null })
    expect(referral.whatHappened).toBe('A window was broken.\n\nThis happened on 20 February 2026.')
    const offences = await app.db
      .selectFrom('offences')
      .select('id')
      .where('referralId', '=', referralId)
      .execute()
    expect(offences).toEqual([])
  })

  it('is 10 on the birthday itself', async () => {
    const tenth = { familyName: 'Birthday', ...date('bornOn', '2016-02-20') }
    const saved = await app.send(url, answers(tenth), 'case-manager')
    expect(await readReferral(idsIn(saved.location).referralId)).toMatchObject({
      kind: 'out-of-court',
    })
  })

  it('names the rows that have to go when others may stay', async () => {
    const page = await app.send(
      url,
      answers({
        ...under,
        'offences-1-title': 'Theft',
        'offences-1-group': 'THEFT_AND_HANDLING_STOLEN_GOODS',
        ...date('offences-1-occurredOn', '2026-02-21'),
      }),
      'case-manager',
    )
    expect(page.errors).toHaveLength(1)
    expect(page.errors[0]).toContain('Quill was under 10 on that day')
    expect(page.$('.govuk-error-summary a').attr('href')).toBe('#offences-0-occurredOn-day')
  })
})

describe('a child whom we may know', () => {
  let known = ''
  beforeAll(async () => {
    known = await app.inService(async scope => {
      const childId = await aChild(scope, {
        givenName: 'Marlowe',
        familyName: 'Brackenshire',
        bornOn: plainDate('2012-03-04'),
      })
      const number = { kind: 'pnc', value: '2021/0004567B' }
      await scope.db
        .insertInto('childIdentifiers')
        .values({ serviceId: scope.serviceId, childId, ...number, valueKey: identifierKey(number) })
        .execute()
      return childId
    })
  })

  const marlowe = {
    givenName: 'Marlowe',
    familyName: 'Brackenshire',
    ...date('bornOn', '2012-03-04'),
  }

  it.each<[string, TestForm, string]>([
    ['the same name and birthday', marlowe, 'same name'],
    [
      'names that sound alike',
      { ...marlowe, givenName: 'Marlow', familyName: 'Brakenshire' },
      'Why:',
    ],
    [
      'names swapped',
      { ...marlowe, givenName: 'Brackenshire', familyName: 'Marlowe' },
      'names swapped',
    ],
    [
      'day and month swapped',
      { ...marlowe, ...date('bornOn', '2012-04-03') },
      'day and month swapped',
    ],
    [
      'the same PNC number under another name',
      { givenName: 'Someone', familyName: 'Else', pnc: '21/4567b' },
      'same PNC identifier',
    ],
  ])('is shown before anything is saved: %s', async (_name, changes, why) => {
    const before = await countReferrals()
    const page = await app.send(url, answers(changes), 'case-manager')
    expect(page.status).toBe(422)
    expect(page.errors).toEqual(['Say whether this is one of the children we know'])
    const offered = page.$(`input[name=sameChild][value="${known}"]`)
    expect(offered.length).toBe(1)
    expect(offered.parent().text()).toContain(why)
    expect(await countReferrals()).toBe(before)
  })

  it('is joined when chosen: the record stays, what differs is kept with the referral', async () => {
    const typed = { ...marlowe, givenName: 'Marlow', ...date('bornOn', '2012-04-03') }
    const saved = await app.send(url, answers({ ...typed, sameChild: known }), 'case-manager')
    const { childId, referralId } = idsIn(saved.location)
    expect(childId).toBe(known)
    const child = await app.db
      .selectFrom('children')
      .select(['givenName', 'bornOn'])
      .where('id', '=', known)
      .executeTakeFirstOrThrow()
    expect(child.givenName).toBe('Marlowe')
    expect(child.bornOn.toString()).toBe('2012-03-04')
    const { whatHappened } = await readReferral(referralId)
    expect(whatHappened).toContain('Name: Marlow Brackenshire')
    expect(whatHappened).toContain('Date of birth: 3 April 2012')
  })

  it('gains what its record lacks, and keeps a number that differs in words', async () => {
    const more = {
      ...marlowe,
      pnc: '2022/0000001Z',
      otherIdentifierKind: 'upn',
      otherIdentifier: 'A123 456',
      carerName: 'Ash Brackenshire',
      carerKind: 'father',
      sameChild: known,
    }
    const saved = await app.send(url, answers(more), 'case-manager')
    const numbers = await app.db
      .selectFrom('childIdentifiers')
      .select(['kind', 'value'])
      .where('childId', '=', known)
      .orderBy('kind')
      .execute()
    expect(numbers).toEqual([
      { kind: 'pnc', value: '2021/0004567B' },
      { kind: 'upn', value: 'A123 456' },
    ])
    const { whatHappened } = await readReferral(idsIn(saved.location).referralId)
    expect(whatHappened).toContain('PNC identifier: 2022/0000001Z')
    await app.send(url, answers(more), 'case-manager')
    const people = await app.db
      .selectFrom('relationships')
      .innerJoin('people', 'people.id', 'relationships.personId')
      .select(['people.givenName', 'people.familyName'])
      .where('childId', '=', known)
      .execute()
    expect(people).toEqual([{ givenName: 'Ash', familyName: 'Brackenshire' }])
  })

  it('is not made twice by two people at the same moment', async () => {
    const twin = {
      givenName: 'Peregrine',
      familyName: 'Oxbow',
      ...date('bornOn', '2013-01-30'),
    }
    const sent = await Promise.all([
      app.send(url, answers(twin), 'case-manager'),
      app.send(url, answers(twin), 'business-support'),
    ])
    expect(sent.map(page => page.status).toSorted()).toEqual([303, 422])
  })

  it('makes a new child when none of them is the one', async () => {
    const asked = await app.send(url, answers(marlowe), 'case-manager')
    const none = asked.$('input[name=sameChild]').last().attr('value') ?? ''
    const saved = await app.send(url, answers({ ...marlowe, sameChild: none }), 'case-manager')
    expect(saved.status).toBe(303)
    expect(idsIn(saved.location).childId).not.toBe(known)
  })

  it.each([
    ['an answer made up', 'none'],
    ['the answer to another question', 'none-00000000000000000000000000000000'],
    ['a child who is no match', '11111111-1111-4111-8111-111111111111'],
  ])('is asked about however the question is skipped: %s', async (_name, sameChild) => {
    const before = await countReferrals()
    const page = await app.send(url, answers({ ...marlowe, sameChild }), 'case-manager')
    expect(page.status).toBe(422)
    expect(page.errors).toHaveLength(1)
    expect(await countReferrals()).toBe(before)
  })

  it('does not take a known child who is no match of this child', async () => {
    const page = await app.send(
      url,
      answers({ familyName: 'Quitedifferent', sameChild: known }),
      'case-manager',
    )
    expect(page.status).toBe(422)
  })

  it('is shown to a police colleague out of reach by name and birthday alone', async () => {
    const hidden = await app.inService(async scope => {
      const childId = await aChild(scope, {
        givenName: 'Tansy',
        familyName: 'Underhollow',
        knownAs: 'Tuppence',
        bornOn: plainDate('2012-05-06'),
      })
      await scope.db
        .insertInto('circumstances')
        .values({
          serviceId: scope.serviceId,
          childId,
          kind: 'address',
          value: '9 Secret Lane, AA9 9ZZ',
          startedOn: plainDate('2025-01-01'),
          source: 'Family',
        })
        .execute()
      return childId
    })
    const tansy = {
      givenName: 'Tansy',
      familyName: 'Underhollow',
      ...date('bornOn', '2012-05-06'),
    }
    const police = await app.send(url, answers(tansy), 'police-colleague')
    expect(police.$('main').text()).toContain('Tansy Underhollow, born 6 May 2012')
    expect(police.body).not.toContain('Secret Lane')
    expect(police.body).not.toContain('Tuppence')
    const ours = await app.send(url, answers(tansy), 'business-support')
    expect(ours.body).toContain('9 Secret Lane')
    expect(ours.body).not.toContain('AA9 9ZZ')
    const looks = await app.db
      .selectFrom('auditEntries')
      .select('staffId')
      .where('childId', '=', hidden)
      .where('action', '=', 'child.shown-as-match')
      .execute()
    expect(looks.map(look => look.staffId)).toEqual([
      app.staff['police-colleague'],
      app.staff['business-support'],
    ])
  })
})

describe('the list of referrals', () => {
  it('shows referrals in hand by where they stand, each leading on', async () => {
    const { childId, referralId } = await app.inService(async scope => {
      const id = await aChild(scope, { givenName: 'Listed', familyName: 'Child' })
      return { childId: id, referralId: await aReferral(scope, { childId: id }) }
    })
    const page = await app.get('/referrals', 'police-colleague')
    expect(page.h1).toBe('Referrals')
    const link = page.$(`a[href="/children/${childId}/referrals/${referralId}"]`)
    expect(link.closest('table').find('caption').text()).toContain('Being checked')
    expect(link.closest('tr').text()).toContain('14')
    expect(page.$('a[href="/referrals/new"]').length).toBe(1)
  })

  it('shows fifty at a time, oldest first, and leads to the others', async () => {
    await app.inService(async scope => {
      for (let count = 0; count < 51; count += 1) {
        await aReferral(scope, { childId: await aChild(scope), receivedOn: app.today })
      }
    })
    const [first, second] = [
      await app.get('/referrals', 'team-manager'),
      await app.get('/referrals?page=2', 'team-manager'),
    ]
    expect(first.$('table tbody tr').length).toBe(50)
    expect(first.$('main').text()).toContain('This is page 1 of 2.')
    expect(first.$('.govuk-pagination__next a').attr('href')).toBe('/referrals?page=2')
    expect(second.$('table tbody tr').length).toBeGreaterThan(0)
    expect(second.$('.govuk-pagination__next a').length).toBe(0)
    const rows = (page: TestPage) =>
      page
        .$('table tbody a')
        .toArray()
        .map(link => page.$(link).attr('href'))
    expect(rows(first).filter(link => rows(second).includes(link))).toEqual([])
    expect((await app.get('/referrals?page=3', 'team-manager')).status).toBe(404)
  })

  it('does not find the referral of another child', async () => {
    const [one, other, referralId] = await app.inService(async scope => {
      const first = await aChild(scope, { familyName: 'First' })
      const second = await aChild(scope, { familyName: 'Second' })
      return [first, second, await aReferral(scope, { childId: first })]
    })
    expect((await app.get(`/children/${one}/referrals/${referralId}`, 'case-manager')).status).toBe(
      200,
    )
    expect(
      (await app.get(`/children/${other}/referrals/${referralId}`, 'case-manager')).status,
    ).toBe(404)
  })
})
