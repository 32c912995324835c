import { plainDate } from '#domain/calendar/plain-date.ts'
import type {
  BreachStep,
  CourtFacts,
  EnablingMeetingFact,
  GatekeepingFact,
  HearingFact,
  ReportStep,
} from '#domain/court/court-facts.ts'
import type { Step } from '#domain/rules/guard-answer.ts'
import { anAgreement } from './facts.ts'

/** What the duties around court read: nothing yet. */
export function courtFacts(values: Partial<CourtFacts> = {}): CourtFacts {
  return { hearings: [], iss: [], agreements: [], ...values }
}

/** A hearing on Wednesday 22 April 2026 in which custody is a strong possibility and which asked for a report. */
export function aHearing(values: Partial<HearingFact> = {}): HearingFact {
  return {
    id: 'hearing',
    on: plainDate('2026-04-22'),
    isCustodyLikely: true,
    remandRisk: null,
    report: { authorId: 'worker', authorSpoke: null },
    ...values,
  }
}

/** A step that the worker takes, about which nothing was agreed. */
export function aStep(values: Partial<Step> = {}): Step {
  return { id: 'step', takenById: 'worker', agreements: [], ...values }
}

/** An agreement about `aStep`, which the head of service granted on 3 March 2026. */
export function agreedBy(ruleId: string, grantedById = 'head'): Step['agreements'] {
  const agreement = anAgreement({ ruleId, subjectId: 'step', grantedBy: 'Jo, head of service' })
  return [{ ...agreement, grantedById }]
}

/** A pre-sentence report for a hearing on Wednesday 22 April 2026; its draft came two working days before. */
export function aReport(values: Partial<ReportStep> = {}): ReportStep {
  return {
    ...aStep(),
    kind: 'pre-sentence-report',
    authorId: 'worker',
    teamId: 'north',
    hearingOn: plainDate('2026-04-22'),
    isCustodyLikely: false,
    draftOn: plainDate('2026-04-20'),
    gatekeeping: [],
    issProposal: null,
    ...values,
  }
}

/** The team's own manager met the author on 16 April 2026, and they agreed. */
export function aGatekeeping(values: Partial<GatekeepingFact> = {}): GatekeepingFact {
  const managerId = values.managerId ?? 'manager'
  return {
    managerId,
    teamId: 'north',
    heldOn: plainDate('2026-04-16'),
    recordedById: managerId,
    agreedOnProposal: true,
    settledByHeadOfServiceOn: null,
    ...values,
  }
}

/** Breach of an order for missed appointments, of a child at home, after a meeting that looked for a way on. */
export function aBreach(values: Partial<BreachStep> = {}): BreachStep {
  return {
    ...aStep(),
    isOfIss: false,
    isLookedAfter: false,
    isSupervisedElsewhere: false,
    grounds: ['missed-appointment'],
    enablingMeetings: [anEnablingMeeting()],
    panel: null,
    ...values,
  }
}

/** A meeting on 10 March 2026 with all that belongs to it. */
export function anEnablingMeeting(values: Partial<EnablingMeetingFact> = {}): EnablingMeetingFact {
  return {
    on: plainDate('2026-03-10'),
    managerId: 'manager',
    wasRestorative: true,
    usedGrid: true,
    whatWeChange: 'We meet at the gym, after school.',
    ...values,
  }
}
