import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { matchKeysOf } from '#records/new-child.ts'
import { aChild, anIdentifier, anOffence } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { identityHistoryUrl, identityPartUrl, identityUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

const newChild = (values: Parameters<typeof aChild>[1] = {}) =>
  app.inService(scope => aChild(scope, values))

const row = (id: string) =>
  app.db.selectFrom('children').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const actionsOn = async (childId: string) => {
  const entries = await app.db
    .selectFrom('auditEntries')
    .select('action')
    .where('childId', '=', childId)
    .where('action', '<>', 'child.looked-at')
    .execute()
  return entries.map(({ action }) => action)
}

const names = {
  givenName: 'Robyn',
  middleNames: 'Ó',
  familyName: 'Example',
  knownAs: 'Bobby 🦊',
  'bornOn-day': '16',
  'bornOn-month': '6',
  'bornOn-year': '2011',
  sex: 'female',
}

const nothingAsked = {
  gender: 'not-asked',
  genderAsRegistered: 'not-asked',
  ethnicity: 'not-asked',
  religion: 'not-asked',
  nationality: 'not-asked',
}

describe('who a child is', () => {
  it('shows what nobody has asked yet, apart from what the child would rather not say', async () => {
    const childId = await newChild({ religion: 'prefers-not-to-say', whatMatters: '<b>Dogs</b>' })
    const page = await app.get(identityUrl(childId), 'case-manager')
    expect(page.h1).toBe('Who I am')
    const rowOf = (title: string) =>
      page.$('.govuk-summary-list__row').filter((_, one) => page.$(one).text().includes(title))
    expect(rowOf('Religion or belief').text()).toContain('Prefers not to say')
    expect(rowOf('Nationality').find('.govuk-tag').text()).toBe('Not asked yet')
    expect(rowOf('What matters to me').text()).toContain('<b>Dogs</b>')
    const stillToAsk = page
      .$('main section li')
      .toArray()
      .map(one => page.$(one).text())
    expect(stillToAsk).toContain('Nationality')
    expect(stillToAsk).not.toContain('Religion or belief')
  })

  it('is not for somebody who sits on a panel', async () => {
    const childId = await newChild()
    expect((await app.get(identityUrl(childId), 'panel-member')).status).toBe(403)
  })

  it('may be read and not changed by a social worker with whom it is shared', async () => {
    const childId = await newChild()
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
    const page = await app.get(identityUrl(childId), 'social-worker-read-only')
    expect(page.status).toBe(200)
    expect(page.$('.govuk-summary-card__actions').length).toBe(0)
    const url = identityPartUrl(childId, 'names')
    expect((await app.get(url, 'social-worker-read-only')).status).toBe(403)
  })
})

describe('names and birth', () => {
  it('are changed with the keys that find the child, written down, and read in the history', async () => {
    const childId = await newChild()
    const sent = await app.send(identityPartUrl(childId, 'names'), names, 'case-manager')
    expect(sent.location).toBe(identityUrl(childId))
    const child = await row(childId)
    expect(child).toMatchObject({ givenName: 'Robyn', middleNames: 'Ó', knownAs: 'Bobby 🦊' })
    expect(child.bornOn.toString()).toBe('2011-06-16')
    const { givenName, familyName, knownAs } = child
    expect(child.matchKeys).toEqual(matchKeysOf({ givenName, familyName, knownAs }))
    expect(await actionsOn(childId)).toEqual(['child.names-changed'])
    const found = await app.searchFor('bobby', 'case-manager')
    expect(found.$('table').text()).toContain('Bobby')
    const history = await app.get(identityHistoryUrl(childId), 'case-manager')
    const lines = history
      .$('tbody tr')
      .toArray()
      .map(one => history.$(one).text())
    const ofBirth = lines.find(line => line.includes('Date of birth'))
    expect(ofBirth).toContain('15 June 2011')
    expect(ofBirth).toContain('16 June 2011')
    expect(ofBirth).toContain('Person of role case-manager')
    expect(lines.join()).not.toContain('matchKeys')
  })

  it('are refused where an offence would be one of a child under 10, and stay typed', async () => {
    const childId = await newChild()
    await app.inService(scope => anOffence(scope, { childId }))
    const young = { ...names, 'bornOn-year': '2017' }
    const sent = await app.send(identityPartUrl(childId, 'names'), young, 'case-manager')
    expect(sent.status).toBe(422)
    expect(sent.errors[0]).toContain('under 10 at the offence of 10 February 2026')
    expect(sent.$('#givenName').val()).toBe('Robyn')
    expect((await row(childId)).givenName).toBe('Robin')
    expect(await actionsOn(childId)).toEqual([])
  })

  it('are not overwritten by somebody who has not seen the latest', async () => {
    const childId = await newChild()
    const url = identityPartUrl(childId, 'names')
    const opened = await app.get(url, 'team-manager')
    const hidden = Object.fromEntries(
      opened
        .$('main form input[type=hidden]')
        .toArray()
        .map(one => [opened.$(one).attr('name') ?? '', opened.$(one).attr('value') ?? '']),
    )
    await app.send(url, names, 'case-manager')
    const second = { ...hidden, ...names, givenName: 'Robina' }
    const sent = await app.sendBare(url, second, 'team-manager')
    expect(sent.status).toBe(409)
    expect(sent.$('main').text()).toContain('Robina')
    expect((await row(childId)).givenName).toBe('Robyn')
  })
})

describe('how a child describes themselves', () => {
  it('is written down in few questions, ethnicity with the day of asking', async () => {
    const childId = await newChild()
    const url = identityPartUrl(childId, 'myself')
    const form = await app.get(url, 'case-manager')
    expect(form.$('#ethnicityAskedOn-day').val()).toBe('2')
    const answers = {
      ...nothingAsked,
      gender: 'own-words',
      genderWords: 'Just me',
      ethnicity: 'white-roma',
      'ethnicityAskedOn-day': '20',
      'ethnicityAskedOn-month': '2',
      'ethnicityAskedOn-year': '2026',
    }
    await app.send(url, answers, 'case-manager')
    const child = await row(childId)
    expect(child).toMatchObject({
      gender: 'own-words',
      genderWords: 'Just me',
      religion: 'not-asked',
    })
    expect(child.ethnicityAskedOn?.toString()).toBe('2026-02-20')
    const page = await app.get(identityUrl(childId), 'case-manager')
    expect(page.$('main').text()).toContain('Asked on 20 February 2026')
    expect(page.$('main').text()).toContain('Just me')
  })

  it('stays not asked, without a day, when nobody asked', async () => {
    const childId = await newChild()
    await app.send(identityPartUrl(childId, 'myself'), nothingAsked, 'case-manager')
    expect(await row(childId)).toMatchObject({ ethnicity: 'not-asked', ethnicityAskedOn: null })
  })

  it('asks for the words where an answer needs them', async () => {
    const childId = await newChild()
    const answers = { ...nothingAsked, religion: 'another' }
    const sent = await app.send(identityPartUrl(childId, 'myself'), answers, 'case-manager')
    expect(sent.errors).toEqual(['Write which religion or belief'])
  })
})

describe('languages, needs and wishes', () => {
  it('are written down, the interpreter for the first language unless another is named', async () => {
    const childId = await newChild()
    const answers = {
      firstLanguage: 'Romanian',
      needsInterpreter: 'yes',
      communication: 'Pictures help.',
      speechLanguageNeeds: 'noticed',
      speechLanguageWords: 'Long sentences get lost.',
      disability: 'yes',
      disabilityWords: 'I do not hear well on the left.',
    }
    const url = identityPartUrl(childId, 'communication')
    const odd = await app.send(
      url,
      { ...answers, speechLanguageNeeds: 'not-asked' },
      'case-manager',
    )
    expect(odd.errors).toEqual([
      'Select what is known, or clear the words below: they do not fit together',
    ])
    await app.send(url, answers, 'case-manager')
    expect(await row(childId)).toMatchObject({
      needsInterpreter: true,
      interpreterLanguage: 'Romanian',
      disabilityWords: 'I do not hear well on the left.',
    })
    const wishes = { whatMatters: 'My nan.\n\nBoxing.', bestWayToReach: 'Text first.' }
    await app.send(identityPartUrl(childId, 'wishes'), wishes, 'business-support')
    const page = await app.get(identityUrl(childId), 'case-manager')
    const text = page.$('main').text()
    for (const words of ['Needed: Romanian', 'Long sentences get lost', 'Boxing.', 'Text first.']) {
      expect(text).toContain(words)
    }
    expect(await actionsOn(childId)).toEqual([
      'child.communication-changed',
      'child.wishes-changed',
    ])
  })
})

describe('numbers by which others know a child', () => {
  const numbersOf = (childId: string) =>
    app.db.selectFrom('childIdentifiers').selectAll().where('childId', '=', childId).execute()

  it('are added as they are written down, once, with who added them', async () => {
    const childId = await newChild()
    const url = `${identityUrl(childId)}/identifiers/new`
    const wrong = await app.send(url, { kind: 'nhs', value: '943 476 5918' }, 'business-support')
    expect(wrong.errors).toEqual([
      'The last digit does not fit the others: check for a wrong digit',
    ])
    expect(wrong.$('#value').val()).toBe('943 476 5918')
    const number = { kind: 'nhs', value: '9434765919' }
    expect((await app.send(url, number, 'business-support')).status).toBe(303)
    const again = await app.send(url, number, 'business-support')
    expect(again.errors).toEqual(['This number is in the record already'])
    expect(await numbersOf(childId)).toMatchObject([
      {
        value: '943 476 5919',
        valueKey: 'nhs:9434765919',
        recordedBy: app.staff['business-support'],
      },
    ])
    expect(await actionsOn(childId)).toEqual(['identifier.recorded'])
  })

  it('are corrected and taken back, and both stay to be read', async () => {
    const childId = await newChild()
    const id = await app.inService(scope => anIdentifier(scope, { childId, value: '999 000 0530' }))
    const url = `${identityUrl(childId)}/identifiers/${id}`
    await app.send(url, { kind: 'pnc', value: '03/62845e' }, 'case-manager')
    expect(await numbersOf(childId)).toMatchObject([
      { kind: 'pnc', value: '2003/0062845E', valueKey: 'pnc:20030062845E' },
    ])
    await app.send(`${url}/withdraw`, { because: 'It is his brother’s' }, 'case-manager')
    const page = await app.get(identityUrl(childId), 'case-manager')
    expect(page.$('main').text()).toContain('Recorded in error')
    expect(page.$('main').text()).toContain('It is his brother’s')
    const history = await app.get(identityHistoryUrl(childId), 'case-manager')
    expect(history.$('main').text()).toContain('999 000 0530')
    const found = await app.get('/children?q=2003/0062845E', 'case-manager')
    expect(found.$('table').length).toBe(0)
    const again = await app.send(`${url}/withdraw`, { because: 'Again' }, 'case-manager')
    expect(again.errors).toEqual(['This number was taken back already'])
    expect(await actionsOn(childId)).toEqual(['identifier.corrected', 'identifier.withdrawn'])
  })

  it('that another record has too are hinted at, naming nobody whom the reader may not open', async () => {
    const ids = await app.inService(async scope => {
      const [own, other] = [await aChild(scope), await aChild(scope, { givenName: 'Twin' })]
      for (const childId of [own, other])
        await anIdentifier(scope, { childId, value: '1000102504', kind: 'uln' })
      return { own, other }
    })
    const open = await app.get(identityUrl(ids.own), 'case-manager')
    expect(open.$('main').text()).toContain('Another record has this number')
    expect(open.$(`main a[href="/children/${ids.other}"]`).text()).toBe('Twin Example')
    await app.inService(scope =>
      scope.db
        .insertInto('restrictions')
        .values({
          serviceId: scope.serviceId,
          childId: ids.other,
          startedOn: plainDate('2026-02-01'),
          why: 'family-wish',
          contactId: app.staff['team-manager'],
        })
        .execute(),
    )
    const hidden = await app.get(identityUrl(ids.own), 'case-manager')
    expect(hidden.$('main').text()).toContain('Another record has this number')
    expect(hidden.$('main').text()).toContain('ask a manager')
    expect(hidden.$('main').text()).not.toContain('Twin')
    expect(hidden.body).not.toContain(ids.other)
  })
})
