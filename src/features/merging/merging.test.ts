import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { listEarlierVersions } from '#records/circumstance-versions.ts'
import { findOptionalRestriction, insertRestriction } from '#records/restrictions.ts'
import {
  aChild,
  aContact,
  anAllocation,
  anIntervention,
  aReferral,
  aSibling,
  somebodyAround,
} from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { childUrl } from '../children/urls.ts'
import { newContactUrl } from '../contacts/urls.ts'
import { looksUrl } from '../looks/urls.ts'
import { referralUrl } from '../referrals/urls.ts'
import { duplicatesUrl, mergesUrl, mergeUrl, notSameUrl, undoMergeUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)
const staffId = app.staff['case-manager']
const words = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()

const familyNames = [
  ...['Okafor', 'Trelawny', 'Zielinska', 'Brannigan', 'Quartermaine', 'Vasquez', 'Llewellyn'],
  ...['Pemberton', 'Yamada', 'Drummond', 'Fitzgerald', 'Novak', 'Ibsen', 'Szymanski', 'Marchetti'],
  ...['Underhill', 'Castellano', 'Hughes', 'Gwilym', 'Abara'],
]
let families = 0
/** Two records of one child, under a family name of their own. */
async function recordedTwice(
  values: { kept?: Parameters<typeof aChild>[1]; other?: Parameters<typeof aChild>[1] } = {},
) {
  const familyName = familyNames[families] ?? 'Another'
  families += 1
  return await app.inService(async scope => {
    const keptId = await aChild(scope, {
      givenName: 'Catherine',
      familyName,
      recordedAt: Temporal.Instant.from('2025-06-02T10:00:00Z'),
      ...values.kept,
    })
    const otherId = await aChild(scope, { givenName: 'Kathryn', familyName, ...values.other })
    const interventionId = await anIntervention(scope, { childId: keptId })
    await anAllocation(scope, { childId: keptId, interventionId, staffId })
    const referralId = await aReferral(scope, { childId: otherId })
    return { keptId, otherId, familyName, interventionId, referralId }
  })
}

const reason = 'Her mother says it is one child.'
const merged = async (ids: { keptId: string; otherId: string }, form = {}) =>
  await app.send(
    mergeUrl(ids.keptId, ids.otherId),
    { takeGivenName: 'kept', reason, ...form },
    'team-manager',
  )

const mergeOf = async (otherId: string) =>
  await app.db
    .selectFrom('childMerges')
    .selectAll()
    .where('mergedChildId', '=', otherId)
    .orderBy('mergedAt', 'desc')
    .executeTakeFirstOrThrow()

const cellsOf = ({ $ }: Awaited<ReturnType<typeof app.get>>) =>
  $('td')
    .toArray()
    .map(cell => $(cell).text().trim())
    .join(' ')

describe('children who may be recorded twice', () => {
  it('are listed with reasons in words, until somebody says that they are two children', async () => {
    const { keptId, otherId, familyName } = await recordedTwice()
    const list = await app.get(duplicatesUrl, 'performance-officer')
    const card = list
      .$('section.app-card', 'main')
      .filter((_, one) => list.$(one).text().includes(familyName))
    expect(card).toHaveLength(1)
    expect(words(card.text())).toContain(
      '“Catherine” sounds like “Kathryn”; same family name; same date of birth',
    )
    expect(card.find(`a[href="${mergeUrl(keptId, otherId)}"]`)).toHaveLength(1)
    const refused = await app.send(notSameUrl(keptId, otherId), { reason: '' }, 'team-manager')
    expect(refused.errors).toEqual(['Say how you know that they are two children'])
    const sent = await app.send(notSameUrl(keptId, otherId), { reason: 'Twins.' }, 'team-manager')
    expect([sent.status, sent.location]).toEqual([303, duplicatesUrl])
    const after = await app.get(duplicatesUrl, 'team-manager')
    expect(after.$('section.app-card').text()).not.toContain(familyName)
    expect(words(after.$('details').text())).toContain('Twins.')
  })

  it('are found by a number they share and by day and month changed round', async () => {
    const byNumber = await recordedTwice({
      other: { givenName: 'Kim', bornOn: plainDate('2009-01-02') },
    })
    const byDate = await recordedTwice({
      kept: { givenName: 'Amy', bornOn: plainDate('2010-03-05') },
      other: { givenName: 'Amy', bornOn: plainDate('2010-05-03') },
    })
    await app.inService(async scope => {
      for (const childId of [byNumber.keptId, byNumber.otherId]) {
        await scope.db
          .insertInto('childIdentifiers')
          .values({
            serviceId: scope.serviceId,
            childId,
            kind: 'pnc',
            value: '22/77A',
            valueKey: 'pnc:20220000077A',
          })
          .execute()
      }
    })
    const text = words((await app.get(duplicatesUrl, 'team-manager')).$('main').text())
    expect(text).toContain('same PNC identifier; same family name; but another date of birth')
    expect(text).toContain('same name; day and month swapped in the date of birth')
    expect(text).toContain(byDate.familyName)
  })

  it('are no pair for somebody who may not see both', async () => {
    const { keptId, otherId, familyName } = await recordedTwice()
    await app.inService(scope =>
      insertRestriction(scope, {
        childId: otherId,
        why: 'family-wish',
        contactId: app.staff['head-of-service'],
        names: [app.staff['head-of-service']],
        startedOn: app.today,
      }),
    )
    const list = async (as: 'team-manager' | 'head-of-service') =>
      (await app.get(duplicatesUrl, as)).$('main').text()
    expect(await list('team-manager')).not.toContain(familyName)
    expect(await list('head-of-service')).toContain(familyName)
    expect((await app.get(mergeUrl(keptId, otherId), 'team-manager')).status).toBe(404)
  })
})

describe('making two records one', () => {
  it('shows every field and everything that moves, and does it in one step', async () => {
    const ids = await recordedTwice({ kept: { pronouns: 'she/her' }, other: { knownAs: 'Kath' } })
    const page = await app.get(mergeUrl(ids.keptId, ids.otherId), 'team-manager')
    expect(page.$('input[name=takeGivenName]')).toHaveLength(2)
    expect(page.$('input[name=takeGivenName][value=kept]').attr('checked')).toBeDefined()
    expect(page.$('input[name=takeKnownAs][value=merged]').attr('checked')).toBeDefined()
    expect(cellsOf(page)).toContain('Referrals 0 1 1')
    const sent = await merged(ids, { takeKnownAs: 'merged', takePronouns: 'kept' })
    expect([sent.status, sent.location]).toEqual([303, mergesUrl(ids.keptId)])
    const list = await app.get(mergesUrl(ids.keptId), 'team-manager')
    expect(words(list.$('main').text())).toContain('1 referral')
    expect(words(list.$('main').text())).toContain('Given name: Kathryn')
    const child = await app.get(childUrl(ids.keptId), 'team-manager')
    expect(child.$('main').text()).toContain('Kath')
  })

  it('asks for a reason and keeps what was chosen', async () => {
    const ids = await recordedTwice()
    const sent = await merged(ids, { takeGivenName: 'merged', reason: '' })
    expect(sent.status).toBe(422)
    expect(sent.errors).toEqual(['Say how you know that it is one child'])
    expect(sent.$('input[name=takeGivenName][value=merged]').attr('checked')).toBeDefined()
  })

  it('is asked again when a record changed meanwhile', async () => {
    const ids = await recordedTwice()
    const page = await app.get(mergeUrl(ids.keptId, ids.otherId), 'team-manager')
    const fields = page.$('main form input[type=hidden]').toArray()
    const hidden = Object.fromEntries(
      fields.map(one => [page.$(one).attr('name') ?? '', page.$(one).attr('value') ?? '']),
    )
    await app.inService(scope => aReferral(scope, { childId: ids.otherId }))
    const form = { ...hidden, takeGivenName: 'kept', reason }
    const sent = await app.sendBare(mergeUrl(ids.keptId, ids.otherId), form, 'team-manager')
    expect(sent.status).toBe(422)
    expect(sent.errors[0]).toContain('One of the records has changed since you opened this page')
    expect(cellsOf(sent)).toContain('Referrals 0 2 2')
    expect((await merged(ids)).status).toBe(303)
  })

  it('acts once when it is sent twice', async () => {
    const ids = await recordedTwice()
    const answers = { takeGivenName: 'kept', reason }
    const sent = await app.sendTwice(mergeUrl(ids.keptId, ids.otherId), answers, 'team-manager')
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    const rows = await app.db
      .selectFrom('childMerges')
      .select('id')
      .where('mergedChildId', '=', ids.otherId)
      .execute()
    expect(rows).toHaveLength(1)
  })

  it('is not for a case manager', async () => {
    const { keptId, otherId } = await recordedTwice()
    for (const url of [duplicatesUrl, mergeUrl(keptId, otherId), mergesUrl(keptId)]) {
      expect((await app.get(url, 'case-manager')).status).toBe(403)
    }
  })
})

describe('what follows from both', () => {
  it('says who is around the child twice, and that one record names the other', async () => {
    const ids = await recordedTwice()
    await app.inService(async scope => {
      const mum = await somebodyAround(scope, { childId: ids.keptId, kind: 'mother' })
      const around = { serviceId: scope.serviceId, childId: ids.otherId }
      await scope.db
        .insertInto('relationships')
        .values({ ...around, kind: 'mother', personId: mum.personId })
        .execute()
      await aSibling(scope, { childId: ids.keptId, siblingId: ids.otherId })
    })
    const text = words(
      (await app.get(mergeUrl(ids.keptId, ids.otherId), 'team-manager')).$('main').text(),
    )
    expect(text).toContain('Somebody is around the child in both records')
    expect(text).toContain('One record names the other as somebody around the child')
  })

  it('keeps earlier versions of what moved, and the move is none of them', async () => {
    const ids = await recordedTwice()
    const circumstanceId = await app.inService(async scope => {
      const { id } = await scope.db
        .insertInto('circumstances')
        .values({
          ...{
            serviceId: scope.serviceId,
            childId: ids.otherId,
            kind: 'address',
            value: '1 Old Row',
          },
          ...{ startedOn: plainDate('2025-01-06'), source: 'child' },
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await scope.db
        .updateTable('circumstances')
        .set({ value: '2 New Row' })
        .where('id', '=', id)
        .execute()
      return id
    })
    await merged(ids)
    const versions = await app.inService(scope =>
      listEarlierVersions(scope, { childId: ids.keptId, circumstanceId }),
    )
    expect(versions.map(({ value }) => value)).toEqual(['1 Old Row'])
  })
})

describe('a record that was merged', () => {
  it('is in no list, no search and no match, and its links lead to the one that was kept', async () => {
    const ids = await recordedTwice()
    await merged(ids)
    const found = await app.searchFor(`Kathryn ${ids.familyName}`, 'case-manager')
    expect(found.$('tbody tr')).toHaveLength(1)
    expect(found.$('tbody a').attr('href')).toBe(childUrl(ids.keptId))
    const look = await app.get(referralUrl(ids.otherId, ids.referralId), 'case-manager')
    expect([look.status, look.location]).toEqual([307, referralUrl(ids.keptId, ids.referralId)])
    expect((await app.get(referralUrl(ids.keptId, ids.referralId), 'case-manager')).status).toBe(
      200,
    )
    expect(
      (await app.get(duplicatesUrl, 'team-manager')).$('section.app-card').text(),
    ).not.toContain(ids.familyName)
    expect((await app.get(childUrl(ids.otherId), 'social-worker-read-only')).status).toBe(404)
  })

  it('sends a form on, with what was written in it', async () => {
    const ids = await recordedTwice()
    await merged(ids)
    const address = newContactUrl(ids.otherId, { interventionId: ids.interventionId })
    const token =
      (await app.get('/rules', 'case-manager')).$('input[name=_csrf]').first().attr('value') ?? ''
    const sent = await app.sendBare(address, { _csrf: token }, 'case-manager')
    expect(sent.status).toBe(307)
    expect(sent.location).toBe(newContactUrl(ids.keptId, { interventionId: ids.interventionId }))
  })

  it('has one audit trail with the record that was kept, also after they are parted', async () => {
    const ids = await recordedTwice()
    await app.get(childUrl(ids.otherId), 'police-colleague')
    await merged(ids)
    const who = async (childId: string) =>
      words((await app.get(looksUrl(childId), 'team-manager')).$('tbody').text())
    expect(await who(ids.keptId)).toContain('police-colleague')
    await app.get(childUrl(ids.keptId), 'business-support')
    const { id } = await mergeOf(ids.otherId)
    await app.send(undoMergeUrl(ids.keptId, id), { because: 'Two children.' }, 'team-manager')
    expect(await who(ids.otherId)).toContain('business-support')
    expect(await who(ids.otherId)).toContain('Changed: Child merge undone')
    expect(await who(ids.keptId)).not.toContain('police-colleague')
  })
})

describe('restricted records', () => {
  const restrict = async (childId: string, roles: readonly (keyof typeof app.staff)[]) =>
    await app.inService(scope =>
      insertRestriction(scope, {
        childId,
        why: 'family-wish',
        contactId: app.staff[roles[0] ?? 'team-manager'],
        names: roles.map(role => app.staff[role]),
        startedOn: app.today,
      }),
    )
  const namedIn = async (childId: string) =>
    (await app.inService(scope => findOptionalRestriction(scope, childId)))?.named
      .map(({ role }) => role)
      .toSorted()

  it('make one as restricted as the stricter of both, and are as before when parted', async () => {
    const ids = await recordedTwice()
    await restrict(ids.keptId, ['team-manager', 'case-manager', 'head-of-service'])
    await restrict(ids.otherId, ['head-of-service', 'team-manager'])
    expect((await merged(ids)).status).toBe(303)
    expect(await namedIn(ids.keptId)).toEqual(['head-of-service', 'team-manager'])
    const { id } = await mergeOf(ids.otherId)
    await app.send(undoMergeUrl(ids.keptId, id), { because: 'Two children.' }, 'team-manager')
    expect(await namedIn(ids.keptId)).toEqual(['case-manager', 'head-of-service', 'team-manager'])
    expect(await namedIn(ids.otherId)).toEqual(['head-of-service', 'team-manager'])
  })

  it('restrict an open record for the time that they are merged', async () => {
    const ids = await recordedTwice()
    await restrict(ids.otherId, ['team-manager'])
    await merged(ids)
    expect((await app.get(childUrl(ids.keptId), 'case-manager')).status).toBe(403)
    const { id } = await mergeOf(ids.otherId)
    await app.send(undoMergeUrl(ids.keptId, id), { because: 'Two children.' }, 'team-manager')
    expect((await app.get(childUrl(ids.keptId), 'case-manager')).status).toBe(200)
    expect((await app.get(childUrl(ids.otherId), 'case-manager')).status).toBe(403)
  })

  it('are not merged where no manager may open both', async () => {
    const ids = await recordedTwice()
    await restrict(ids.keptId, ['head-of-service', 'performance-officer'])
    await restrict(ids.otherId, ['team-manager', 'performance-officer'])
    const sent = await app.send(
      mergeUrl(ids.keptId, ids.otherId),
      { takeGivenName: 'kept', reason },
      'performance-officer',
    )
    expect(sent.errors[0]).toContain('no manager may open both')
  })
})

describe('parting two records again', () => {
  it('asks whose the work since is, and gives both their histories', async () => {
    const ids = await recordedTwice({ other: { knownAs: 'Kath' } })
    await merged(ids, { takeKnownAs: 'merged' })
    const { id } = await mergeOf(ids.otherId)
    const { contactId, followsId } = await app.inService(async scope => ({
      contactId: await aContact(scope, { childId: ids.keptId, staffId }),
      followsId: await aContact(scope, {
        childId: ids.keptId,
        staffId,
        referralId: ids.referralId,
      }),
    }))
    const url = undoMergeUrl(ids.keptId, id)
    const page = await app.get(url, 'team-manager')
    const text = words(page.$('main').text())
    expect(text).toContain('1 referral')
    expect(text).toContain('Called: Nothing recorded again, not Kath')
    expect(text).toContain('Contact, Home visit, 9 March 2026: to Kathryn')
    const question = page.$('main form input[type=radio]').first().attr('name') ?? ''
    expect(question).toMatch(/^give/u)
    expect((await app.send(url, { [question]: 'merged' }, 'team-manager')).errors).toEqual([
      'Say why the records are parted',
    ])
    const sent = await app.send(url, { [question]: 'merged', because: 'A cousin.' }, 'team-manager')
    expect([sent.status, sent.location]).toEqual([303, mergesUrl(ids.keptId)])
    const contacts = await app.db
      .selectFrom('contacts')
      .select('childId')
      .where('id', 'in', [contactId, followsId])
      .execute()
    expect(contacts.map(({ childId }) => childId)).toEqual([ids.otherId, ids.otherId])
    expect((await app.get(referralUrl(ids.otherId, ids.referralId), 'case-manager')).status).toBe(
      200,
    )
    expect(
      words((await app.get(mergesUrl(ids.otherId), 'team-manager')).$('main').text()),
    ).toContain('A cousin.')
    expect((await app.get(url, 'team-manager')).status).toBe(404)
    expect((await merged(ids, { takeKnownAs: 'kept' })).status).toBe(303)
  })

  it('asks whose a change is that was made since', async () => {
    const ids = await recordedTwice({ other: { knownAs: 'Kath' } })
    await merged(ids, { takeKnownAs: 'merged' })
    const { id } = await mergeOf(ids.otherId)
    await app.inService(scope =>
      scope.db
        .updateTable('children')
        .set({ knownAs: 'Kitty' })
        .where('id', '=', ids.keptId)
        .execute(),
    )
    const url = undoMergeUrl(ids.keptId, id)
    await app.send(url, { whoseKnownAs: 'merged', because: 'A cousin.' }, 'team-manager')
    const rows = await app.db
      .selectFrom('children')
      .select(['id', 'knownAs'])
      .where('id', 'in', [ids.keptId, ids.otherId])
      .execute()
    expect(Object.fromEntries(rows.map(row => [row.id, row.knownAs]))).toEqual({
      [ids.keptId]: null,
      [ids.otherId]: 'Kitty',
    })
  })

  it('waits while the record itself is part of another', async () => {
    const ids = await recordedTwice()
    await merged(ids)
    const third = await app.inService(scope =>
      aChild(scope, { givenName: 'Cathryn', familyName: ids.familyName }),
    )
    await app.send(mergeUrl(third, ids.keptId), { takeGivenName: 'kept', reason }, 'team-manager')
    const { id } = await mergeOf(ids.otherId)
    const answer = await app.get(undoMergeUrl(ids.keptId, id), 'team-manager')
    expect([answer.status, answer.location]).toEqual([307, undoMergeUrl(third, id)])
    const list = words((await app.get(mergesUrl(third), 'team-manager')).$('main').text())
    expect(list).toContain('can be parted once')
  })
})
