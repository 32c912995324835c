import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule, GuardRule, PromptRule } from '../rules/rule.ts'
import type { AllocationFacts, CaseToAllocate } from './allocation-facts.ts'
import { firstVisit } from './first-visit.ts'
import { rightWorkerGuard } from './right-worker.ts'
import { sameWorkerGuard } from './same-worker.ts'
import { serviceAgreement } from './service-agreement.ts'
import { workerPreferencePrompt } from './worker-preference.ts'

export const takingOnDuties: readonly DutyRule<CaseFacts>[] = [firstVisit, serviceAgreement]

/** Guards in front of giving a referral or work to a worker. */
export const allocationGuards: readonly GuardRule<AllocationFacts>[] = [
  rightWorkerGuard,
  sameWorkerGuard,
]

/** Advice where a worker is chosen. */
export const allocationPrompts: readonly PromptRule<CaseToAllocate>[] = [workerPreferencePrompt]
