import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule, GuardRule, PromptRule } from '../rules/rule.ts'
import { fewProfessionals, planWords, type PlanPromptFacts } from './plan-prompts.ts'
import { planReview } from './plan-review.ts'
import { planSigned } from './plan-signed.ts'
import { contractGuard, type ContractFacts } from './referral-order-contract.ts'
import { sharePapers } from './share-papers.ts'

export const planDuties: readonly DutyRule<CaseFacts>[] = [planSigned, planReview, sharePapers]

/** Advice where a plan is written. */
export const planPrompts: readonly PromptRule<PlanPromptFacts>[] = [planWords, fewProfessionals]

/** Guards that wait for the court screens. */
export const contractGuards: readonly GuardRule<ContractFacts>[] = [contractGuard]
