import { plainDate } from '#domain/calendar/plain-date.ts'
import type {
  AgreementFact,
  AssessmentFact,
  CaseFacts,
  ContactFact,
  EventFact,
  PlanFact,
} from '#domain/rules/case-facts.ts'

/** The facts of a case as the rules read them: a child, an allocation on 2 March 2026, and nothing else yet. */
export function aCase(values: Partial<CaseFacts> = {}): CaseFacts {
  return {
    caseId: 'case',
    child: someChild,
    referral: null,
    intervention: null,
    offences: [],
    checks: [],
    outcomes: [],
    allocations: [
      { id: 'allocation', staffId: 'worker', startedOn: plainDate('2026-03-02'), endedOn: null },
    ],
    assessments: [],
    plans: [],
    contacts: [],
    events: [],
    serviceAgreements: [],
    agreements: [],
    ...values,
  }
}

/** A girl of 14 for `aCase`, who lives with her family. */
export const someChild: CaseFacts['child'] = {
  id: 'child',
  name: 'Robin',
  bornOn: plainDate('2011-06-15'),
  sex: 'female',
  isLookedAfter: false,
  careStatuses: [],
  isFromOtherService: false,
  wasKnownBefore: false,
  professionals: 0,
}

/** A piece of work for `aCase`: diversion, open since 2 March 2026. */
export const openWork: NonNullable<CaseFacts['intervention']> = {
  id: 'work',
  kind: 'diversion',
  startedOn: plainDate('2026-03-02'),
  endedOn: null,
}

/** A manager's agreement under a rule for `aCase`, granted on 3 March 2026 and without an end. */
export function anAgreement(
  values: Pick<AgreementFact, 'ruleId' | 'subjectId'> & Partial<AgreementFact>,
): AgreementFact {
  return {
    id: 'agreement',
    grantedOn: plainDate('2026-03-03'),
    untilOn: null,
    grantedBy: 'Alex, team manager',
    reason: 'The family is away',
    ...values,
  }
}

/** A referral for `aCase`, received on 2 March 2026 and in hand. */
export function aReferralFact(
  values: Partial<NonNullable<CaseFacts['referral']>> = {},
): NonNullable<CaseFacts['referral']> {
  return {
    id: 'referral',
    receivedOn: plainDate('2026-03-02'),
    admission: 'admitted',
    victimKnown: false,
    panelOn: null,
    closedOn: null,
    ...values,
  }
}

/** A short assessment for `aCase`, started on 2 March 2026 and not completed. */
export function anAssessmentFact(values: Partial<AssessmentFact> = {}): AssessmentFact {
  return {
    id: 'assessment',
    authorId: 'worker',
    form: 'short',
    startedOn: plainDate('2026-03-02'),
    completedOn: null,
    reviewOf: null,
    countersignedOn: null,
    judgements: [],
    ...values,
  }
}

/** A plan for `aCase`, written on 2 March 2026 and signed by nobody. */
export function aPlanFact(values: Partial<PlanFact> = {}): PlanFact {
  return {
    id: 'plan',
    authorId: 'worker',
    writtenOn: plainDate('2026-03-02'),
    reviewedOn: null,
    signatures: [],
    ...values,
  }
}

/** A home visit for `aCase` on 5 March 2026 to which child and parent came. */
export function aContactFact(values: Partial<ContactFact> = {}): ContactFact {
  return {
    id: 'contact',
    staffId: 'worker',
    kind: 'home-visit',
    on: plainDate('2026-03-05'),
    attendance: 'attended',
    sawChild: true,
    sawParent: true,
    ...values,
  }
}

/** An event for `aCase` on 5 March 2026, about the case as a whole. */
export function anEventFact(values: Pick<EventFact, 'kind'> & Partial<EventFact>): EventFact {
  return {
    id: 'event',
    topic: null,
    aboutId: null,
    on: plainDate('2026-03-05'),
    reviewOn: null,
    ...values,
  }
}
