import { isAfter } from '../calendar/plain-date.ts'
import type { GuardRule } from '../rules/rule.ts'
import type { AllocationFacts } from './allocation-facts.ts'

/**
 * OM-12.1-same-worker: a child looked after keeps their worker when only their home or placement changes within the county.
 *
 * @source OM section 12.1
 * @interpretation A change of worker is taken to be because of a move when the child has moved since the worker began and was not placed
 * in another area. The reason that is written is the evidence; whether it is strong is the manager's to judge.
 */
export const sameWorkerGuard: GuardRule<AllocationFacts> = {
  id: 'OM-12.1-same-worker',
  kind: 'guard',
  title: 'A child looked after who moves within the county keeps their worker',
  why: 'A child in care loses a home, a school and friends with every move. The worker is the person who can stay.',
  citation: { source: 'OM', section: '12.1' },
  parameters: {},
  decide: facts => {
    if (!wouldLoseWorker(facts)) return { kind: 'not-applicable' }
    const reason = facts.changeReason.trim()
    if (reason !== '') {
      return { kind: 'allowed', because: [{ text: `The worker changes because: ${reason}` }] }
    }
    const missing =
      'Write the strong reason for a new worker: a move within the county is not one by itself.'
    return { kind: 'blocked', missing: [missing], mayAgree: null }
  },
}

function wouldLoseWorker(facts: AllocationFacts): boolean {
  const { current, workers } = facts
  return current !== null && workers[0]?.id !== current.staffId && hasMovedHere(facts)
}

/** True for a child looked after who has moved within the county since their worker began. */
export function hasMovedHere(
  facts: Pick<AllocationFacts, 'isLookedAfter' | 'current' | 'movedOn' | 'placedElsewhereOn'>,
): boolean {
  const { isLookedAfter, current, movedOn, placedElsewhereOn } = facts
  if (!isLookedAfter || current === null || movedOn === null) return false
  const isSince = isAfter(movedOn, current.startedOn)
  return isSince && (placedElsewhereOn === null || !isAfter(placedElsewhereOn, current.startedOn))
}
