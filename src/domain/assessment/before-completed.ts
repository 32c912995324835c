import { isAfter, isOnOrAfter } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { AssessmentFact, CaseFacts } from '../rules/case-facts.ts'
import type { DutyDecision } from '../rules/rule.ts'

type Due = Pick<DutyDecision, 'dueOn' | 'dueWords'> & { readonly state: 'open' | 'overdue' }

/**
 * When something is owed that has to be done before an assessment is completed.
 *
 * Once the assessment is completed without it, it is overdue from that day on, until it is done after all.
 *
 * @interpretation Out of court the assessment must be done before the panel, so the day of the panel is the last day.
 */
export function dueBeforeCompleted(
  facts: Pick<CaseFacts, 'referral'>,
  assessment: AssessmentFact,
  asOf: PlainDate,
): Due {
  const { completedOn } = assessment
  const dueOn = completedOn ?? panelOf(facts, assessment)
  const isLate = completedOn !== null || (dueOn !== null && isAfter(asOf, dueOn))
  return {
    dueOn,
    dueWords: 'before the assessment is completed',
    state: isLate ? 'overdue' : 'open',
  }
}

/** The panel that the assessment is written for: a review after the panel has none. */
function panelOf({ referral }: Pick<CaseFacts, 'referral'>, { startedOn }: AssessmentFact) {
  const panelOn = referral?.panelOn ?? null
  return panelOn !== null && isOnOrAfter(panelOn, startedOn) ? panelOn : null
}
