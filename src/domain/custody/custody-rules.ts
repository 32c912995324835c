import type { DutyRule, GuardRule, PromptRule } from '../rules/rule.ts'
import { advocacyReferral } from './advocacy-referral.ts'
import type { CustodyFacts, CustodyPlanDraft, PlacementDraft } from './custody-facts.ts'
import { placementRequest } from './placement-request.ts'
import { releasePlanning } from './release-planning.ts'
import { restraintTold } from './restraint-told.ts'

/** Advice where a placement in custody is asked for. */
export const placementPrompts: readonly PromptRule<PlacementDraft>[] = [placementRequest]

/** Guards in front of a plan for a child in custody. */
export const custodyPlanGuards: readonly GuardRule<CustodyPlanDraft>[] = [releasePlanning]

/** Duties whose facts come with the custody screens. */
export const waitingCustodyDuties: readonly DutyRule<CustodyFacts>[] = [
  restraintTold,
  advocacyReferral,
]
