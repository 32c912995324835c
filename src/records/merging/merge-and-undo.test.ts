import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { plainDate } from '#domain/calendar/plain-date.ts'
import {
  chooseFields,
  compareForUndo,
  compareIdentities,
  valuesAfterUndo,
  type Side,
} from '#domain/merging/identity-fields.ts'
import { connect } from '#platform/db/connect.ts'
import {
  aChild,
  aContact,
  anAllocation,
  anEvent,
  anIntervention,
  aPlan,
  aReferral,
  aService,
  aStaffMember,
} from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'
import type { Database } from '../schema.ts'
import { inService, type Scope } from '../scope.ts'
import { mergeChildren } from './merge-children.ts'
import { findMerge, findOptionalKeptId, listMerges, readOtherMerges } from './merges.ts'
import { lockChildren, selectIdentities, selectRowsNaming } from './rows-of-children.ts'
import { readToUndo, undoMerge } from './undo-merge.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

const serviceId = await aService(db)
const staffId = await aStaffMember(db, serviceId, { role: 'team-manager' })
const within = <Result>(work: (scope: Scope) => Promise<Result>) =>
  inService(db, { serviceId, staffId }, work)

const today = plainDate('2026-03-02')
let tick = 0
/** Each step has a moment of its own. */
const nextMoment = () => Temporal.Instant.from('2026-03-02T09:00:00Z').add({ seconds: (tick += 1) })

async function merge(
  scope: Scope,
  keptId: string,
  mergedId: string,
  choose = (usual: Side): Side => usual,
): Promise<string> {
  await lockChildren(scope, [keptId, mergedId])
  const identities = await selectIdentities(scope, [keptId, mergedId])
  const compared = compareIdentities(identities.get(keptId) ?? {}, identities.get(mergedId) ?? {})
  const chosen = Object.fromEntries(compared.map(({ field, usual }) => [field.key, choose(usual)]))
  return await mergeChildren(scope, {
    keptId,
    mergedId,
    reason: 'Recorded twice.',
    fields: chooseFields(compared, chosen),
    restriction: null,
    mergedBy: staffId,
    at: nextMoment(),
    today,
  })
}

async function undo(
  scope: Scope,
  keptId: string,
  mergeId: string,
  giving: (id: string) => boolean,
): Promise<void> {
  const found = await findMerge(scope, { mergeId, childId: keptId })
  await lockChildren(scope, [found.keptId, found.mergedId])
  const rows = await readToUndo(scope, found)
  const now = (await selectIdentities(scope, [keptId])).get(keptId) ?? {}
  await undoMerge(scope, {
    merge: found,
    rows,
    given: new Set(rows.groups.map(({ id }) => id).filter(giving)),
    values: valuesAfterUndo(
      compareForUndo(found.fields, now, await readOtherMerges(scope, found)),
      {},
    ),
    because: 'Two children after all.',
    undoneBy: staffId,
    at: nextMoment(),
    today,
  })
}

/** A child with work of every kind that hangs together. */
async function aBusyChild(
  scope: Scope,
  values: Parameters<typeof aChild>[1] = {},
): Promise<string> {
  const childId = await aChild(scope, values)
  const referralId = await aReferral(scope, { childId })
  const interventionId = await anIntervention(scope, { childId, referralId })
  await anAllocation(scope, { childId, interventionId, staffId })
  await anAllocation(scope, { childId, referralId, staffId })
  const planId = await aPlan(scope, { childId, interventionId, authorId: staffId })
  await aContact(scope, { childId, interventionId, staffId })
  await anEvent(scope, { childId, interventionId })
  await scope.db
    .insertInto('signatures')
    .values({
      serviceId,
      childId,
      planId,
      signatory: 'child',
      signedName: 'R',
      signedOn: today,
      method: 'paper',
      contentHash: 'x',
    })
    .execute()
  await scope.db
    .insertInto('ruleAgreements')
    .values({
      serviceId,
      childId,
      ruleId: 'any',
      subjectId: childId,
      grantedBy: staffId,
      grantedByRole: 'team-manager',
      grantedOn: today,
      reason: 'Because.',
    })
    .execute()
  return childId
}

/** Which child each row names now. */
async function whereRowsAre(
  scope: Scope,
  childIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await selectRowsNaming(scope, childIds)
  return new Map(
    rows.map(({ table, column, id, childId }) => [`${table}.${column}.${id}`, childId]),
  )
}

describe('two records of one child', () => {
  it('become one, and what is chosen of who they are is kept with both values', async () => {
    await within(async scope => {
      const keptId = await aBusyChild(scope, { pronouns: 'they' })
      const mergedId = await aBusyChild(scope, {
        givenName: 'Robyn',
        knownAs: 'Rob',
        pronouns: 'she',
      })
      const before = await whereRowsAre(scope, [keptId, mergedId])
      const mergeId = await merge(scope, keptId, mergedId)
      const after = await whereRowsAre(scope, [keptId, mergedId])
      expect(new Set(after.values())).toEqual(new Set([keptId]))
      expect([...after.keys()]).toEqual([...before.keys()])
      const child = (await selectIdentities(scope, [keptId])).get(keptId)
      expect(child).toMatchObject({ given_name: 'Robin', known_as: 'Rob', pronouns: 'they' })
      expect(child?.['match_keys']).toEqual(expect.arrayContaining(['RP']))
      const [listed] = await listMerges(scope, keptId)
      expect(listed).toMatchObject({ id: mergeId, mergedName: 'Rob Example', undoneAt: null })
      expect(listed?.fields.find(({ field }) => field === 'pronouns')).toEqual({
        field: 'pronouns',
        kept: { pronouns: 'they' },
        merged: { pronouns: 'she' },
        chosen: 'kept',
      })
      expect(await findOptionalKeptId(scope, mergedId)).toBe(keptId)
    })
  })

  it('leave an agreement about the child itself with the child', async () => {
    await within(async scope => {
      const keptId = await aChild(scope)
      const mergedId = await aBusyChild(scope)
      const mergeId = await merge(scope, keptId, mergedId)
      const subjects = () =>
        scope.db
          .selectFrom('ruleAgreements')
          .select(['childId', 'subjectId'])
          .where('childId', 'in', [keptId, mergedId])
          .execute()
      expect(await subjects()).toEqual([{ childId: keptId, subjectId: keptId }])
      await undo(scope, keptId, mergeId, () => false)
      expect(await subjects()).toEqual([{ childId: mergedId, subjectId: mergedId }])
    })
  })

  it('cannot be recorded of any more where they were merged', async () => {
    const ids = await within(async scope => {
      const [keptId, mergedId] = [await aChild(scope), await aChild(scope)]
      await merge(scope, keptId, mergedId)
      return { keptId, mergedId }
    })
    const recording = within(scope => aReferral(scope, { childId: ids.mergedId }))
    await expect(recording).rejects.toThrow(/merged into another/)
    await expect(within(scope => aReferral(scope, { childId: ids.keptId }))).resolves.toBeTypeOf(
      'string',
    )
  })

  it('wait for one who is recording, and keep what that one wrote', async () => {
    const { keptId, mergedId } = await within(async scope => ({
      keptId: await aChild(scope),
      mergedId: await aChild(scope),
    }))
    const written = Promise.withResolvers<undefined>()
    const finish = Promise.withResolvers<undefined>()
    const recording = within(async scope => {
      const id = await aReferral(scope, { childId: mergedId })
      written.resolve(undefined)
      await finish.promise
      return id
    })
    await written.promise
    const merging = within(scope => merge(scope, keptId, mergedId))
    finish.resolve(undefined)
    const [referralId] = await Promise.all([recording, merging])
    const row = await within(scope =>
      scope.db
        .selectFrom('referrals')
        .select('childId')
        .where('id', '=', referralId)
        .executeTakeFirstOrThrow(),
    )
    expect(row.childId).toBe(keptId)
  })

  it('keep what was signed word for word: only whose record it is in may change, and only between these two', async () => {
    const { keptId, otherId, childId } = await within(async scope => {
      const keptId = await aChild(scope)
      const childId = await aBusyChild(scope)
      await merge(scope, keptId, childId)
      return { keptId, childId, otherId: await aChild(scope) }
    })
    const change = (set: { childId?: string; signedName?: string }) =>
      within(scope =>
        scope.db.updateTable('signatures').set(set).where('childId', '=', keptId).execute(),
      )
    await expect(change({ signedName: 'Else' })).rejects.toThrow(/never changed/)
    await expect(change({ childId: otherId })).rejects.toThrow(/never changed/)
    expect(childId).not.toBe(keptId)
  })
})

describe('undoing a merge', () => {
  it('gives back what came with it and leaves what came later, with a say over it', async () => {
    await within(async scope => {
      const keptId = await aBusyChild(scope)
      const mergedId = await aBusyChild(scope, { givenName: 'Robyn', knownAs: 'Rob' })
      const before = await whereRowsAre(scope, [keptId, mergedId])
      const mergeId = await merge(scope, keptId, mergedId)
      const interventionOfMerged = [...before].flatMap(([key, childId]) => {
        const [table, , id = ''] = key.split('.')
        return table === 'interventions' && childId === mergedId ? [id] : []
      })[0]
      const follows = await aContact(scope, {
        childId: keptId,
        staffId,
        interventionId: interventionOfMerged ?? null,
      })
      const stays = await aReferral(scope, { childId: keptId })
      const given = await aReferral(scope, { childId: keptId })
      await undo(scope, keptId, mergeId, id => id === given)
      const after = await whereRowsAre(scope, [keptId, mergedId])
      expect(Object.fromEntries(after)).toEqual({
        ...Object.fromEntries(before),
        [`contacts.child_id.${follows}`]: mergedId,
        [`referrals.child_id.${stays}`]: keptId,
        [`referrals.child_id.${given}`]: mergedId,
      })
      const identities = await selectIdentities(scope, [keptId, mergedId])
      expect(identities.get(keptId)).toMatchObject({ known_as: null, merged_into_id: null })
      expect(identities.get(mergedId)).toMatchObject({ given_name: 'Robyn', merged_into_id: null })
      const again = await merge(scope, mergedId, keptId)
      expect(again).not.toBe(mergeId)
    })
  })
})

/** What the children's own rows say, but for the keys, which are made from it. */
async function whoChildrenAre(scope: Scope, childIds: readonly string[]) {
  const identities = await selectIdentities(scope, childIds)
  return [...identities.values()]
    .map(one => ({ ...one, match_keys: null }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** The same draws every time. */
function draws(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

describe('any order of merges, work and undoing', () => {
  it.each(Array.from({ length: 25 }, (_, index) => index + 1))(
    'number %i loses no row, doubles none, and in the end everything is where it began',
    async seed => {
      const draw = draws(seed * 7919)
      await within(async scope => {
        const names = [null, 'Rob', 'Robbie', null]
        const children = await Promise.all(names.map(knownAs => aBusyChild(scope, { knownAs })))
        const whoTheyAre = await whoChildrenAre(scope, children)
        const start = await whereRowsAre(scope, children)
        const open: { keptId: string; mergedId: string; id: string }[] = []
        const added: string[] = []
        const isMerged = (id: string) => open.some(one => one.mergedId === id)
        const step = async () => {
          const there = children.filter(id => !isMerged(id))
          const childId = there[draw(there.length)] ?? ''
          const otherId = there.filter(id => id !== childId)[draw(there.length - 1)]
          const undoable = open.filter(one => !isMerged(one.keptId))
          const kind = draw(3)
          if (kind === 0 && otherId !== undefined) {
            open.push({
              keptId: childId,
              mergedId: otherId,
              id: await merge(scope, childId, otherId, () => (draw(2) === 0 ? 'kept' : 'merged')),
            })
          } else if (kind === 1 && undoable.length > 0) {
            const one = undoable[draw(undoable.length)]
            if (one === undefined) return
            await undo(scope, one.keptId, one.id, () => draw(2) === 0)
            open.splice(open.indexOf(one), 1)
          } else {
            const referralId = await aReferral(scope, { childId })
            added.push(`referrals.child_id.${referralId}`)
            const { rows } = await sql<{ id: string }>`
              select id from interventions where service_id = ${serviceId} and child_id = ${childId}`.execute(
              scope.db,
            )
            const interventionId = rows[draw(rows.length)]?.id ?? null
            added.push(
              `contacts.child_id.${await aContact(scope, { childId, staffId, interventionId })}`,
            )
          }
        }
        for (let count = 0; count < 14; count += 1) {
          await step()
          const there = await whereRowsAre(scope, children)
          expect(there.size).toBe(start.size + added.length)
          expect([...there.values()].filter(isMerged)).toEqual([])
          const { rows: apart } = await sql<{ id: string }>`
            select c.id from contacts c join interventions i on i.service_id = c.service_id and i.id = c.intervention_id
            where c.service_id = ${serviceId} and c.child_id <> i.child_id`.execute(scope.db)
          expect(apart).toEqual([])
        }
        while (open.length > 0) {
          const one = open.find(({ keptId }) => !isMerged(keptId))
          if (one === undefined) throw new Error('Every merge waits for another')
          await undo(scope, one.keptId, one.id, () => draw(2) === 0)
          open.splice(open.indexOf(one), 1)
        }
        const end = await whereRowsAre(scope, children)
        expect(new Set(end.keys())).toEqual(new Set([...start.keys(), ...added]))
        expect([...start].filter(([key, childId]) => end.get(key) !== childId)).toEqual([])
        expect(await whoChildrenAre(scope, children)).toEqual(whoTheyAre)
      })
    },
  )
})
