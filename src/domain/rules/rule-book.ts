import { breachGuards } from '../compliance/breach-rules.ts'
import {
  courtDuties,
  licenceGuards,
  reportGuards,
  reportPrompts,
  waitingCourtDuties,
} from '../court/court-rules.ts'
import {
  custodyPlanGuards,
  placementPrompts,
  waitingCustodyDuties,
} from '../custody/custody-rules.ts'
import { standards } from '../governance/governance-rules.ts'
import {
  movingOnDuties,
  transferGuards,
  waitingMovingOnDuties,
} from '../moving-on/moving-on-rules.ts'
import {
  assessmentDuties,
  startingGuards,
  waitingAssessmentDuties,
  writingPrompts,
} from '../assessment/assessment-rules.ts'
import {
  decisionGuards,
  decisionPrompts,
  outOfCourtDuties,
  victimDuties,
} from '../out-of-court/out-of-court-rules.ts'
import { contractGuards, planDuties, planPrompts } from '../plans/plan-rules.ts'
import { planGuards } from '../plans/plan-stops.ts'
import { complianceDuties } from '../compliance/compliance-rules.ts'
import { eventGuards, safetyDuties, waitingMappaDuties } from '../safety/safety-rules.ts'
import {
  allocationGuards,
  allocationPrompts,
  takingOnDuties,
} from '../taking-on/taking-on-rules.ts'
import { workloadSettings } from '../workload/workload-settings.ts'
import { circumstanceSettings } from '../circumstances/stale.ts'
import type { CaseFacts } from './case-facts.ts'
import type { DutyRule, GuardRule, PromptRule, RuleHead, StandardRule } from './rule.ts'

/** A rule of any kind, whatever facts it reads. */
export type Rule = RuleHead & { readonly kind: AnyRule['kind'] | 'setting' }
type AnyRule = DutyRule<never> | GuardRule<never> | PromptRule<never> | StandardRule<never>

/** Duties that are owed for a case and whose facts the product holds, in the order in which a case meets them. */
export const caseDuties: readonly DutyRule<CaseFacts>[] = [
  ...takingOnDuties,
  ...planDuties,
  ...assessmentDuties,
  ...outOfCourtDuties,
  ...safetyDuties,
  ...complianceDuties,
  ...courtDuties,
  ...movingOnDuties,
]

/**
 * Every rule that is declared, each id once: where a guard is also shown to the worker as a duty, the guard stands here.
 */
export const ruleBook: readonly Rule[] = onePerId([
  ...decisionGuards,
  ...planGuards,
  ...contractGuards,
  ...eventGuards,
  ...allocationGuards,
  ...startingGuards,
  ...allocationPrompts,
  ...writingPrompts,
  ...decisionPrompts,
  ...planPrompts,
  ...caseDuties,
  ...victimDuties,
  ...waitingMappaDuties,
  ...reportGuards,
  ...reportPrompts,
  ...waitingCourtDuties,
  ...licenceGuards,
  ...breachGuards,
  ...placementPrompts,
  ...custodyPlanGuards,
  ...waitingCustodyDuties,
  ...transferGuards,
  ...waitingMovingOnDuties,
  ...standards,
  ...waitingAssessmentDuties,
])

/** What a service settles besides the rules, in the same way. */
const settledBesides: readonly Rule[] = [workloadSettings, circumstanceSettings]

/** Everything that the policy pack may speak of. */
export const policyRules: readonly Rule[] = [...ruleBook, ...settledBesides]

/** The rule or setting with this id, or undefined. */
export function findRule(id: string): Rule | undefined {
  return policyRules.find(rule => rule.id === id)
}

function onePerId(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.toReversed().map(rule => [rule.id, rule])).values()].toReversed()
}
