import { afterAll, describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { compareForUndo, valuesAfterUndo } from '#domain/merging/identity-fields.ts'
import { connect } from '#platform/db/connect.ts'
import {
  aChild,
  aService,
  aSibling,
  aStaffMember,
  anAlert,
  anIntervention,
  somebodyAround,
} from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'
import { readCaseRows } from '../case-facts/case-rows.ts'
import { chronologyHash } from '../chronology-hash.ts'
import type { Database } from '../schema.ts'
import { inService, type Scope } from '../scope.ts'
import { makeMissingSearchKeys, refreshSearchKeysOf } from '../search-keys.ts'
import { mergeChildren } from './merge-children.ts'
import { findMerge } from './merges.ts'
import { selectMentions } from './mentions.ts'
import { selectIdentities } from './rows-of-children.ts'
import { readToUndo, undoMerge } from './undo-merge.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

const serviceId = await aService(db)
const staffId = await aStaffMember(db, serviceId, { role: 'team-manager' })
const within = <Result>(work: (scope: Scope) => Promise<Result>) =>
  inService(db, { serviceId, staffId }, work)
const today = plainDate('2026-03-02')
const at = Temporal.Instant.from('2026-03-02T09:00:00Z')

const merge = (scope: Scope, keptId: string, mergedId: string) =>
  mergeChildren(scope, {
    ...{ keptId, mergedId, reason: 'Recorded twice.', fields: [], restriction: null },
    ...{ mergedBy: staffId, at, today },
  })

async function undo(scope: Scope, keptId: string, mergeId: string): Promise<void> {
  const found = await findMerge(scope, { mergeId, childId: keptId })
  const rows = await readToUndo(scope, found)
  const now = (await selectIdentities(scope, [keptId])).get(keptId) ?? {}
  const others = { undoneSince: [], standing: [] }
  await undoMerge(scope, {
    ...{ merge: found, rows, given: new Set(), because: 'Two after all.' },
    values: valuesAfterUndo(compareForUndo(found.fields, now, others), {}),
    ...{ undoneBy: staffId, at, today },
  })
}

/** Who each child is in families, and which rows say so: by the child's id. */
async function persons(scope: Scope, childIds: readonly string[]) {
  const rows = await scope.db
    .selectFrom('children')
    .select(['id', 'personId'])
    .where('id', 'in', [...childIds])
    .execute()
  const mentions = await selectMentions(scope, childIds)
  return Object.fromEntries(
    rows.map(({ id, personId }) => [
      id,
      {
        personId,
        mentions: mentions.filter(({ childId }) => childId === id).map(row => row.id),
      },
    ]),
  )
}

async function personOf(scope: Scope, childId: string): Promise<string> {
  const { personId } = await scope.db
    .selectFrom('children')
    .select('personId')
    .where('id', '=', childId)
    .executeTakeFirstOrThrow()
  if (personId === null) throw new Error('The child is no person')
  return personId
}

const linked = async (scope: Scope, fromPersonId: string, toPersonId: string) =>
  await scope.db
    .insertInto('familyLinks')
    .values({ serviceId, kind: 'parent', nature: 'birth', fromPersonId, toPersonId })
    .returning('id')
    .executeTakeFirstOrThrow()

describe('a child who is a person in families', () => {
  it('becomes the kept child where that one is nobody yet, and is themself again when parted', async () => {
    await within(async scope => {
      const [keptId, mergedId, siblingId] = [
        await aChild(scope),
        await aChild(scope),
        await aChild(scope),
      ]
      await aSibling(scope, { childId: siblingId, siblingId: mergedId })
      const before = await persons(scope, [keptId, mergedId])
      const mergeId = await merge(scope, keptId, mergedId)
      const joined = await persons(scope, [keptId, mergedId])
      expect(joined[keptId]).toEqual(before[mergedId])
      expect(joined[mergedId]).toEqual({ personId: null, mentions: [] })
      const nan = await somebodyAround(scope, { childId: keptId, kind: 'grandparent' })
      const since = await linked(scope, nan.personId, await personOf(scope, keptId))
      await undo(scope, keptId, mergeId)
      const after = await persons(scope, [keptId, mergedId])
      expect(after[mergedId]).toEqual(before[mergedId])
      expect(after[keptId]?.mentions).toEqual([since.id])
    })
  })

  it('is one with the kept child: mentions move, those that are there already stay, all go back', async () => {
    await within(async scope => {
      const [keptId, mergedId, siblingId] = [
        await aChild(scope),
        await aChild(scope),
        await aChild(scope),
      ]
      await aSibling(scope, { childId: siblingId, siblingId: keptId })
      const twice = await aSibling(scope, { childId: siblingId, siblingId: mergedId })
      const mother = await somebodyAround(scope, { childId: siblingId, kind: 'mother' })
      const father = await somebodyAround(scope, { childId: siblingId, kind: 'father' })
      const [kept, merged] = [await personOf(scope, keptId), await personOf(scope, mergedId)]
      await linked(scope, mother.personId, kept)
      const there = await linked(scope, mother.personId, merged)
      const moving = await linked(scope, father.personId, merged)
      const themself = await linked(scope, merged, kept)
      const before = await persons(scope, [keptId, mergedId])
      const mergeId = await merge(scope, keptId, mergedId)
      const joined = await persons(scope, [keptId, mergedId])
      expect(joined[keptId]?.mentions).toEqual(expect.arrayContaining([twice, moving.id]))
      expect(joined[mergedId]?.mentions.toSorted()).toEqual([there.id, themself.id].toSorted())
      const since = await aSibling(scope, {
        childId: await aChild(scope),
        siblingId: await aChild(scope),
      })
      await scope.db
        .updateTable('relationships')
        .set({ personId: kept })
        .where('id', '=', since)
        .execute()
      await undo(scope, keptId, mergeId)
      const after = await persons(scope, [keptId, mergedId])
      expect(after[mergedId]).toEqual(before[mergedId])
      expect(after[keptId]?.mentions.toSorted()).toEqual(
        [...(before[keptId]?.mentions ?? []), since].toSorted(),
      )
    })
  })

  it('leaves each drawing as it was drawn', async () => {
    await within(async scope => {
      const [keptId, mergedId, siblingId] = [
        await aChild(scope),
        await aChild(scope),
        await aChild(scope),
      ]
      await aSibling(scope, { childId: siblingId, siblingId: keptId })
      await aSibling(scope, { childId: siblingId, siblingId: mergedId })
      const [kept, merged] = [await personOf(scope, keptId), await personOf(scope, mergedId)]
      const piece = async (childId: string, personId: string) => {
        await scope.db
          .insertInto('genogramPieces')
          .values({ serviceId, childId, personId, x: 1, y: 1 })
          .execute()
      }
      await piece(siblingId, kept)
      await piece(siblingId, merged)
      await piece(mergedId, merged)
      const pieces = () =>
        scope.db
          .selectFrom('genogramPieces')
          .select(['childId', 'personId'])
          .where('childId', 'in', [siblingId, mergedId])
          .orderBy('id')
          .execute()
      const before = await pieces()
      await merge(scope, keptId, mergedId)
      expect(await pieces()).toEqual(before)
    })
  })
})

describe('what else goes along', () => {
  const keysOf = async (scope: Scope, childId: string) => {
    const rows = await scope.db
      .selectFrom('childSearchKeys')
      .select(['kind', 'key'])
      .where('childId', '=', childId)
      .execute()
    return rows.map(({ kind, key }) => `${kind} ${key}`)
  }

  it('search keys are of the kept record, which is found by the other spelling too', async () => {
    await within(async scope => {
      const [first, keptId, mergedId] = [
        await aChild(scope, { givenName: 'Catharina' }),
        await aChild(scope, { givenName: 'Catherine' }),
        await aChild(scope, { givenName: 'Kathryn' }),
      ]
      await refreshSearchKeysOf(scope, [first, keptId, mergedId])
      const before = await keysOf(scope, mergedId)
      await merge(scope, mergedId, first)
      const mergeId = await merge(scope, keptId, mergedId)
      expect(await keysOf(scope, mergedId)).toEqual([])
      expect(await keysOf(scope, keptId)).toEqual(
        expect.arrayContaining(['former-name name:kathryn', 'former-name name:catharina']),
      )
      await makeMissingSearchKeys(scope)
      expect(await keysOf(scope, mergedId)).toEqual([])
      await undo(scope, keptId, mergeId)
      expect(await keysOf(scope, keptId)).not.toContain('former-name name:kathryn')
      expect(await keysOf(scope, mergedId)).toEqual(
        expect.arrayContaining([...before, 'former-name name:catharina']),
      )
    })
  })

  it('open work is a case of the kept child alone', async () => {
    await within(async scope => {
      const [keptId, mergedId] = [await aChild(scope), await aChild(scope)]
      await anIntervention(scope, { childId: mergedId })
      await merge(scope, keptId, mergedId)
      const casesOf = async (childId: string) =>
        (await readCaseRows(scope, { of: 'child', childId }, today)).cases.length
      expect([await casesOf(keptId), await casesOf(mergedId)]).toEqual([1, 0])
      const all = await readCaseRows(scope, { of: 'service' }, today)
      expect(all.children.map(({ id }) => id)).not.toContain(mergedId)
    })
  })

  it('a finished chronology moves with its words and fingerprint, and alerts move', async () => {
    const ids = await within(async scope => {
      const [keptId, mergedId] = [await aChild(scope), await aChild(scope)]
      const content = {
        ...{ title: 'For the conference', purpose: null, audience: null, pattern: null },
        ...{ childView: null, authorId: staffId, finishedOn: today, finishedBy: staffId },
      }
      const contentHash = chronologyHash({ ...content, entries: [] })
      await scope.db
        .insertInto('chronologies')
        .values({ serviceId, childId: mergedId, startedOn: today, contentHash, ...content })
        .execute()
      await anAlert(scope, { childId: mergedId, ownerId: staffId })
      await merge(scope, keptId, mergedId)
      const { childId, ...row } = await scope.db
        .selectFrom('chronologies')
        .selectAll()
        .where('childId', 'in', [keptId, mergedId])
        .executeTakeFirstOrThrow()
      expect(childId).toBe(keptId)
      expect(row).toMatchObject({ contentHash, ...content })
      const alerts = await scope.db.selectFrom('alerts').select('childId').execute()
      expect(alerts).toEqual([{ childId: keptId }])
      return { keptId, mergedId }
    })
    const begin = (childId: string) =>
      within(scope =>
        scope.db
          .insertInto('chronologies')
          .values({ serviceId, childId, title: 'New', startedOn: today, authorId: staffId })
          .execute(),
      )
    await expect(begin(ids.mergedId)).rejects.toThrow(/merged into another/)
    await expect(begin(ids.keptId)).resolves.toBeDefined()
  })
})
