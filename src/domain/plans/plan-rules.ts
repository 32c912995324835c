import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule, GuardRule } from '../rules/rule.ts'
import { planContingency, planRestorative, planStrengths, type PlanDraft } from './plan-guards.ts'
import { planSigned } from './plan-signed.ts'

export const planDuties: readonly DutyRule<CaseFacts>[] = [planSigned]

/** Guards in front of a plan that is to be saved. */
export const planGuards: readonly GuardRule<PlanDraft>[] = [
  planStrengths,
  planContingency,
  planRestorative,
]
