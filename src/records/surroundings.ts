import type { Temporal } from 'temporal-polyfill'
import { isLookedAfter } from '#domain/vocabulary/children.ts'
import { NotFound } from '#platform/http/errors.ts'
import { selectChildren } from './case-facts/around-children.ts'
import type { Scope } from './scope.ts'

/** Who is around a child on a day. */
export interface Surroundings {
  readonly isLookedAfter: boolean
  /** How many professionals are active with the child. */
  readonly professionals: number
}

/**
 * Whether a child is looked after on a day, and how many professionals are around them.
 *
 * @throws NotFound when there is no such child
 */
export async function findSurroundings(
  scope: Scope,
  childId: string,
  on: Temporal.PlainDate,
): Promise<Surroundings> {
  const ids = { children: [childId], referrals: [], interventions: [] }
  const [child] = await selectChildren(scope, ids, on)
  if (child === undefined) throw new NotFound()
  const { careStatuses, professionals } = child
  return { isLookedAfter: careStatuses.some(isLookedAfter), professionals }
}
