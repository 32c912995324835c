import type { EventGuardFacts } from '../events/event-draft.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule, GuardRule } from '../rules/rule.ts'
import { childrensServicesReferral } from './childrens-services-referral.ts'
import { disputedAnswer } from './disputed-answer.ts'
import { exploitationConcern } from './exploitation-concern.ts'
import { exploitationLowered } from './exploitation-lowered.ts'
import { mappaCategory3 } from './mappa-category-3.ts'
import type { MappaFacts } from './mappa-facts.ts'
import { mappaCategory1, mappaCategory2 } from './mappa-referral.ts'
import { modernSlavery } from './modern-slavery.ts'
import { riskStrategyMeeting } from './risk-strategy-meeting.ts'
import { seriousIncident } from './serious-incident.ts'

export const safetyDuties: readonly DutyRule<CaseFacts>[] = [
  exploitationConcern,
  modernSlavery,
  seriousIncident,
  childrensServicesReferral,
  disputedAnswer,
  riskStrategyMeeting,
]

/** Guards in front of an event that is to be recorded. */
export const eventGuards: readonly GuardRule<EventGuardFacts>[] = [
  exploitationLowered,
  mappaCategory3,
]

/** Duties whose facts come with the court screens. */
export const waitingMappaDuties: readonly DutyRule<MappaFacts>[] = [mappaCategory1, mappaCategory2]
