import type { LongerWorkFacts } from '../out-of-court/longer-work.ts'
import type { GuardDecision, GuardRule } from '../rules/rule.ts'
import { notWritten, type PlanDraft } from './plan-draft.ts'

/** What the guards in front of a plan read: the draft, the work it is for, and the child on the day it is written. */
export interface PlanFacts extends PlanDraft, LongerWorkFacts {
  readonly isLookedAfter: boolean
}

/**
 * OM-4.1-strengths: the plan says what already works, how we make it easier for the child, and how everyone stays safe.
 *
 * @source OM section 4.1
 */
export const planStrengths: GuardRule<PlanDraft> = {
  id: 'OM-4.1-strengths',
  kind: 'guard',
  title: 'The plan says what works, how we make it easier, and how everyone stays safe',
  why: 'A plan that only lists what is wrong gives a child nothing to stand on. Strengths come first, and the service says what it will do.',
  citation: { source: 'OM', section: '4.1' },
  parameters: {},
  decide: draft => answer(notWritten(draft, ['strengths', 'easierForYou', 'keepingSafe'])),
}

/**
 * HMIP-2.2-contingency: the plan says who does what at once if things go wrong, and how the work will end.
 *
 * @source HMIP standard 2.2
 */
export const planContingency: GuardRule<PlanDraft> = {
  id: 'HMIP-2.2-contingency',
  kind: 'guard',
  title: 'The plan says who does what if things change, and how the work will end',
  why: 'When something goes wrong there is no time to think it through. And a child should know from the start how the work ends.',
  citation: { source: 'HMIP', section: '2.2' },
  parameters: {},
  decide: draft => answer(notWritten(draft, ['contingency', 'exitPlan'])),
}

function answer(missing: readonly string[]): GuardDecision {
  return missing.length === 0
    ? { kind: 'allowed', because: [] }
    : { kind: 'blocked', missing, mayAgree: null }
}
