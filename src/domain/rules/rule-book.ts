import { assessmentReview } from '../assessment/assessment-review.ts'
import {
  conditionalCautionLength,
  conditionalCautionLengthGuard,
} from '../out-of-court/conditional-caution-length.ts'
import {
  careQualityGuard,
  implicationsGuard,
  jointDecisionGuard,
  panelGuard,
  shortAssessmentGuard,
} from '../out-of-court/decision-guards.ts'
import type { DecisionFacts } from '../out-of-court/decision-facts.ts'
import { planSigned } from '../plans/plan-signed.ts'
import { firstVisit } from '../taking-on/first-visit.ts'
import { serviceAgreement } from '../taking-on/service-agreement.ts'
import type { CaseFacts } from './case-facts.ts'
import type { DutyRule, GuardRule } from './rule.ts'

/** Duties that are owed for a case, in the order in which a case meets them. */
export const caseDuties: readonly DutyRule<CaseFacts>[] = [
  firstVisit,
  serviceAgreement,
  planSigned,
  assessmentReview,
  conditionalCautionLength,
]

/** Guards in front of an out-of-court decision. */
export const decisionGuards: readonly GuardRule<DecisionFacts>[] = [
  panelGuard,
  jointDecisionGuard,
  implicationsGuard,
  shortAssessmentGuard,
  careQualityGuard,
  conditionalCautionLengthGuard,
]

type AnyRule = DutyRule<CaseFacts> | GuardRule<DecisionFacts>

/** Every rule that is declared, each id once. */
export const ruleBook: readonly AnyRule[] = [...caseDuties, ...decisionGuards].filter(
  (rule, index, all) => all.findIndex(other => other.id === rule.id) === index,
)

/** The rule with this id, or undefined. */
export function findRule(id: string): AnyRule | undefined {
  return ruleBook.find(rule => rule.id === id)
}
