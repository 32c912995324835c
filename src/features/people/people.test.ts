import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { readFamily } from '#records/families.ts'
import { insertRestriction } from '#records/restrictions.ts'
import type { Reach } from '#domain/access/reach.ts'
import { aChild, anAllocation, anIntervention, somebodyAround } from '#test/builders.ts'
import { startApp, type TestForm, type TestPage } from '#test/start-app.ts'
import {
  changePersonUrl,
  endRelationshipUrl,
  familyUrl,
  knownChildUrl,
  newParentUrl,
  newPersonUrl,
  peopleUrl,
  professionalsUrl,
} from './urls.ts'

const app = await startApp()
afterAll(app.close)
const { staff, today } = app
const now = Temporal.Instant.from('2026-03-03T09:00:00Z')

const date = (name: string, day: string): TestForm => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
const somebody = (more: TestForm): TestForm => ({
  kind: 'mother',
  givenName: 'Mo',
  familyName: 'Ferncliffe',
  sex: 'not-known',
  mayBeContacted: 'yes',
  ...more,
})
const main = (page: TestPage) => page.$('main').text().replaceAll(/\s+/gu, ' ')

async function newChild(values: Parameters<typeof aChild>[1] = {}): Promise<string> {
  return await app.inService(scope => aChild(scope, values))
}

const around = (childId: string) =>
  app.inService(scope =>
    scope.db
      .selectFrom('relationships as r')
      .innerJoin('people as p', 'p.id', 'r.personId')
      .select(['r.id', 'r.kind', 'r.personId', 'p.givenName', 'r.endedOn'])
      .where('r.serviceId', '=', scope.serviceId)
      .where('r.childId', '=', childId)
      .orderBy('p.givenName')
      .execute(),
  )

describe('recording somebody', () => {
  it('asks for what is needed, and why somebody may not be contacted', async () => {
    const child = await newChild()
    const sent = await app.send(newPersonUrl(child), {}, 'case-manager')
    expect(sent.status).toBe(422)
    expect(sent.errors).toContain('Choose who they are to the child')
    const secret = await app.send(
      newPersonUrl(child),
      somebody({ mayBeContacted: 'no' }),
      'case-manager',
    )
    expect(secret.errors).toEqual(['Say why they may not be contacted'])
    expect(await around(child)).toEqual([])
  })

  it('shows the warning before the telephone number of somebody who may not be contacted', async () => {
    const child = await newChild()
    const form = somebody({
      mayBeContacted: 'no',
      note: 'The court said so',
      phone: '01632 960 123',
    })
    const sent = await app.send(newPersonUrl(child), form, 'case-manager')
    expect(sent.location).toBe(peopleUrl(child))
    const text = main(
      await app
        .get(peopleUrl(child), 'panel-member')
        .then(async page =>
          page.status === 200 ? page : await app.get(peopleUrl(child), 'case-manager'),
        ),
    )
    expect(text.indexOf('Do not contact')).toBeGreaterThan(0)
    expect(text.indexOf('Do not contact')).toBeLessThan(text.indexOf('01632 960 123'))
  })

  it('offers somebody recorded already, and makes one record of them', async () => {
    const [one, two] = [await newChild({ givenName: 'Ash' }), await newChild({ givenName: 'Elm' })]
    const form = somebody({ givenName: 'Ottilie', phone: '01632 960 777' })
    await app.send(newPersonUrl(one), form, 'case-manager')
    const asked = await app.send(newPersonUrl(two), form, 'case-manager')
    expect(asked.errors).toEqual(['Say whether this is one of the people recorded already'])
    expect(main(asked)).toContain('Mother of Ash Example')
    const [known] = await around(one)
    const answer = { ...form, samePerson: known?.personId ?? '' }
    expect((await app.send(newPersonUrl(two), answer, 'case-manager')).status).toBe(303)
    expect((await around(two))[0]?.personId).toBe(known?.personId)
    const again = await app.send(newPersonUrl(two), answer, 'case-manager')
    expect(again.errors).toEqual([
      'They are recorded around the child already: change what is there',
    ])
    const change = await app.get(
      changePersonUrl(two, (await around(two))[0]?.id ?? ''),
      'case-manager',
    )
    expect(main(change)).toContain('The files of Ash Example show the change too')
  })

  it('changes a shared person in both files, and the second of two writers sees both versions', async () => {
    const [one, two] = [await newChild(), await newChild()]
    const form = somebody({ givenName: 'Perpetua' })
    await app.send(newPersonUrl(one), form, 'case-manager')
    const [known] = await around(one)
    await app.send(
      newPersonUrl(two),
      { ...form, samePerson: known?.personId ?? '' },
      'case-manager',
    )
    const [other] = await around(two)
    const url = changePersonUrl(two, other?.id ?? '')
    const stale = await app.get(url, 'team-manager')
    const version = stale.$('input[name=_version]').attr('value') ?? ''
    const changed = somebody({ givenName: 'Perpetua', phone: '01632 960 555' })
    expect(
      (await app.send(changePersonUrl(one, known?.id ?? ''), changed, 'case-manager')).status,
    ).toBe(303)
    expect(main(await app.get(peopleUrl(two), 'case-manager'))).toContain('01632 960 555')
    const late = await app.send(
      url,
      { ...form, phone: '01632 960 111', _version: version },
      'team-manager',
    )
    expect(late.status).toBe(409)
    expect(main(late)).toContain('01632 960 555')
  })

  it('ends what is over, not before it began', async () => {
    const child = await newChild()
    const { relationshipId } = await app.inService(scope =>
      somebodyAround(scope, {
        childId: child,
        kind: 'social-worker',
        relationship: { startedOn: plainDate('2026-01-10') },
      }),
    )
    const url = endRelationshipUrl(child, relationshipId)
    const early = await app.send(url, date('endedOn', '2026-01-09'), 'case-manager')
    expect(early.errors[0]).toContain('10 January 2026 or later')
    expect((await app.send(url, date('endedOn', '2026-02-01'), 'case-manager')).status).toBe(303)
    expect(main(await app.get(peopleUrl(child), 'case-manager'))).toContain('Who was around before')
    expect((await app.get(url, 'case-manager')).status).toBe(404)
  })
})

describe('the family', () => {
  it('follows from who people are, and can be said by hand', async () => {
    const child = await newChild({ givenName: 'Sorrel' })
    await app.send(newPersonUrl(child), somebody({ givenName: 'Marigold' }), 'case-manager')
    await app.send(
      newPersonUrl(child),
      somebody({ givenName: 'Gertrude', kind: 'grandparent' }),
      'case-manager',
    )
    const page = await app.get(familyUrl(child), 'case-manager')
    expect(main(page)).toContain('Marigold FerncliffeSorrel ExampleBirth parent')
    expect(main(page)).toContain('Say where Gertrude Ferncliffe belongs')
    const people = await around(child)
    const [nan, mother] = people.map(({ personId }) => personId)
    const link = { childPersonId: mother ?? '', parentId: nan ?? '', nature: 'birth' }
    expect((await app.send(newParentUrl(child), link, 'case-manager')).status).toBe(303)
    const twice = await app.send(newParentUrl(child), link, 'case-manager')
    expect(twice.errors).toEqual(['They are recorded as parent and child already'])
    const family = await app.get(familyUrl(child), 'case-manager')
    const back = family.$('a[href$="/withdraw"]').last().attr('href') ?? ''
    expect((await app.send(back, {}, 'case-manager')).status).toBe(303)
    expect(main(await app.get(familyUrl(child), 'case-manager'))).not.toContain(
      'Gertrude FerncliffeMarigold',
    )
  })
})

describe('brothers and sisters in two files', () => {
  const secrets = ['2013', 'Thistlewood', '01632 960 999', 'Fay Fosterlane']
  const ids = { one: '', two: '', sibling: '' }

  beforeAll(async () => {
    ids.one = await newChild({ givenName: 'Juniper', familyName: 'Hollis' })
    ids.two = await newChild({
      givenName: 'Rowan',
      familyName: 'Hollis',
      knownAs: 'Thistlewood',
      bornOn: plainDate('2013-08-09'),
    })
    await app.send(
      newPersonUrl(ids.one),
      somebody({ givenName: 'Moira', familyName: 'Hollis' }),
      'case-manager',
    )
    const { relationshipId } = await app.inService(scope =>
      somebodyAround(scope, {
        childId: ids.one,
        kind: 'sibling',
        person: { givenName: 'Rowan', familyName: 'Hollis', phone: '01632 960 999' },
      }),
    )
    ids.sibling = relationshipId
  })

  it('are linked once, and both files say so', async () => {
    const url = knownChildUrl(ids.one, ids.sibling)
    expect(main(await app.get(url, 'case-manager'))).toContain('Born 9 August 2013')
    const sent = await app.send(
      url,
      { known: ids.two, givenName: 'Rowan', familyName: 'Hollis' },
      'case-manager',
    )
    expect(sent.location).toBe(peopleUrl(ids.one))
    expect((await around(ids.two)).map(({ kind, givenName }) => [kind, givenName])).toEqual([
      ['sibling', 'Juniper'],
    ])
    const here = await app.get(peopleUrl(ids.one), 'case-manager')
    expect(here.$(`a[href="/children/${ids.two}"]`).length).toBeGreaterThan(0)
    expect(main(here)).toContain('9 August 2013')
    const family = await app.inService(scope =>
      readFamily(
        scope,
        { id: staff['case-manager'], teamId: null, reach: 'whole-service', today, now },
        ids.two,
      ),
    )
    expect(family.people.map(({ name }) => name).toSorted()).toEqual([
      'Juniper Hollis',
      'Moira Hollis',
      'Rowan Hollis',
    ])
  })

  it('leak nothing of a restricted record, nor that there is one, to those who may not open it', async () => {
    await app.send(
      newPersonUrl(ids.two),
      somebody({ kind: 'foster-carer', givenName: 'Fay', familyName: 'Fosterlane' }),
      'case-manager',
    )
    await app.inService(scope =>
      insertRestriction(scope, {
        childId: ids.two,
        why: 'witness-or-protected',
        contactId: staff['team-manager'],
        names: [staff['team-manager'], staff['case-manager']],
        startedOn: today,
      }),
    )
    for (const url of [
      `/children/${ids.one}`,
      peopleUrl(ids.one),
      familyUrl(ids.one),
      professionalsUrl(ids.one),
      changePersonUrl(ids.one, ids.sibling),
      knownChildUrl(ids.one, ids.sibling),
    ]) {
      const page = await app.get(url, 'head-of-service')
      expect(page.status, url).toBe(200)
      for (const secret of secrets) expect(page.$('main').text(), url).not.toContain(secret)
      expect(page.body, url).not.toContain(ids.two)
    }
    expect(main(await app.get(peopleUrl(ids.one), 'head-of-service'))).toContain('Rowan Hollis')
    expect((await app.get(peopleUrl(ids.two), 'head-of-service')).status).toBe(403)
  })

  it('do not offer to others who stands in a restricted file alone, nor link to it', async () => {
    const form = somebody({ kind: 'aunt-or-uncle', givenName: 'Fay', familyName: 'Fosterlane' })
    const other = await newChild()
    expect((await app.send(newPersonUrl(other), form, 'head-of-service')).status).toBe(303)
    const sent = await app.send(
      knownChildUrl(ids.one, ids.sibling),
      { known: ids.two, givenName: 'Rowan', familyName: 'Hollis', ...date('bornOn', '2013-08-09') },
      'head-of-service',
    )
    expect(sent.errors[0]).toContain('No child whom you may open')
  })

  it.each(['own-work', 'own-team'] satisfies Reach[])(
    'stay a name to a reader who reaches one of them alone: %s',
    async reach => {
      const [mine, theirs] = [
        await newChild({ givenName: 'Linnet' }),
        await newChild({
          givenName: 'Wren',
          familyName: `Of ${reach}`,
          bornOn: plainDate('2012-11-12'),
        }),
      ]
      await app
        .send(
          newPersonUrl(mine),
          somebody({ kind: 'sibling', givenName: 'Wren', familyName: `Of ${reach}` }),
          'team-manager',
        )
        .then(async asked => {
          const answer = asked.$('input[name=samePerson]').first().attr('value') ?? ''
          const form = somebody({ kind: 'sibling', givenName: 'Wren', familyName: `Of ${reach}` })
          await app.send(newPersonUrl(mine), { ...form, samePerson: answer }, 'team-manager')
        })
      await app.inService(async scope => {
        const interventionId = await anIntervention(scope, { childId: mine })
        await anAllocation(scope, { childId: mine, interventionId, staffId: staff['case-manager'] })
      })
      const family = await app.inService(scope =>
        readFamily(scope, { id: staff['case-manager'], teamId: null, reach, today, now }, mine),
      )
      const wren = family.people.find(({ name }) => name === `Wren Of ${reach}`)
      expect(wren).toMatchObject({ bornOn: null, sex: 'not-known', knownChildId: null })
      expect((await around(theirs)).map(({ givenName }) => givenName)).toContain('Linnet')
    },
  )
})

describe('the map of the professionals', () => {
  it('groups them by agency, with the workers of the service, and asks when there are many', async () => {
    const child = await newChild({ givenName: 'Bryony' })
    await app.inService(async scope => {
      for (const kind of [
        'social-worker',
        'teacher',
        'health-worker',
        'advocate',
        'youth-worker',
      ]) {
        await somebodyAround(scope, { childId: child, kind, person: { givenName: `A ${kind}` } })
      }
      const interventionId = await anIntervention(scope, { childId: child })
      await anAllocation(scope, { childId: child, interventionId, staffId: staff['case-manager'] })
      const { serviceId } = scope
      const care = { kind: 'care-status', value: 'care-order', source: 'Social worker' }
      await scope.db
        .insertInto('circumstances')
        .values({ serviceId, childId: child, ...care, startedOn: plainDate('2026-01-05') })
        .execute()
    })
    const page = await app.get(professionalsUrl(child), 'case-manager')
    expect(main(page)).toContain('6 professionals')
    expect(main(page)).toContain('5 professionals are active with this child')
    expect(page.$('.app-people-map__agency strong').first().text()).toBe('Youth justice service')
    expect(page.$('table tbody tr').length).toBe(6)
  })
})
