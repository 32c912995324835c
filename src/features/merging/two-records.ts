import { z } from 'zod'
import { compareIdentities, type ComparedField } from '#domain/merging/identity-fields.ts'
import { restrictionOfBoth, type RestrictionOfBoth } from '#domain/merging/restriction-of-both.ts'
import { NotFound } from '#platform/http/errors.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild, type Child } from '#records/children.ts'
import { selectMentions } from '#records/merging/mentions.ts'
import {
  fingerprintOf,
  selectIdentities,
  selectRowsNaming,
  type NamingRow,
} from '#records/merging/rows-of-children.ts'
import { findOptionalRestriction } from '#records/restrictions.ts'
import { idInUrl, type PageContext } from '../page.ts'
import { selectToSettle } from './to-settle.ts'

/** The record that is kept and the other one. */
export const twoChildrenInUrl = z.object({ childId: idInUrl, otherChildId: idInUrl })

export interface TwoRecords {
  readonly kept: Child
  readonly other: Child
  readonly compared: readonly ComparedField[]
  readonly rows: readonly NamingRow[]
  /** Stands for both records as they are. */
  readonly seen: string
  readonly restriction: RestrictionOfBoth
  /** Why they cannot be merged as they stand; empty when they can. */
  readonly whyNot: readonly string[]
  /** What to look at once they are one. */
  readonly toSettle: readonly string[]
}

/** Both children, for somebody who may know of both; that the other one was looked at is written down too. @throws NotFound */
export async function findBoth(
  { scope, user }: PageContext,
  ids: { readonly childId: string; readonly otherChildId: string },
): Promise<{ readonly kept: Child; readonly other: Child }> {
  const { childId, otherChildId } = ids
  if (childId === otherChildId) throw new NotFound()
  const kept = await findChild(scope, user, childId)
  const other = await findChild(scope, user, otherChildId)
  const detail = '/children/:childId/merge/:otherChildId'
  await insertAuditEntry(scope, { action: 'child.looked-at', childId: otherChildId, detail })
  return { kept, other }
}

/** Everything of two records that a merge is about. @throws NotFound for somebody who may not know of both */
export async function readTwoRecords(
  context: PageContext,
  ids: { readonly childId: string; readonly otherChildId: string },
): Promise<TwoRecords> {
  const { scope, user } = context
  const { kept, other } = await findBoth(context, ids)
  const identities = await selectIdentities(scope, [kept.id, other.id])
  const [keptValues = {}, otherValues = {}] = [identities.get(kept.id), identities.get(other.id)]
  const rows = [
    ...(await selectRowsNaming(scope, [kept.id, other.id])),
    ...(await selectMentions(scope, [kept.id, other.id])),
  ]
  const restrictions = [
    await findOptionalRestriction(scope, kept.id),
    await findOptionalRestriction(scope, other.id),
  ] as const
  const restriction = restrictionOfBoth(...restrictions, user.id)
  const { whyNot, toSettle } = await selectToSettle(scope, [kept.id, other.id])
  const named = restrictions.map(one => one?.id ?? '').join(' ')
  return {
    kept,
    other,
    compared: compareIdentities(keptValues, otherValues),
    rows,
    seen: fingerprintOf([keptValues, otherValues, { named }], rows),
    restriction,
    whyNot: [...(restriction.kind === 'refused' ? [restriction.message] : []), ...whyNot],
    toSettle,
  }
}
