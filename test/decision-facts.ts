import { plainDate } from '#domain/calendar/plain-date.ts'
import type { DecisionFacts } from '#domain/out-of-court/decision-facts.ts'

/** The day of the panel and of the decision of `readyToDecide`. */
export const decidedDay = plainDate('2026-03-02')

/** A community resolution with everything there, decided on the day of the panel: each case takes something away. */
export const readyToDecide = {
  referralId: 'referral',
  isLookedAfter: false,
  victimKnown: true,
  checks: [
    { kind: 'childrens-social-care', result: 'done', on: decidedDay },
    { kind: 'victim-views', result: 'no-answer', on: decidedDay },
  ],
  panel: {
    id: 'panel',
    heldOn: decidedDay,
    attendances: [
      { agency: 'youth-justice-service', attended: true, reason: null },
      { agency: 'police', attended: true, reason: null },
      { agency: 'childrens-social-care', attended: true, reason: null },
      { agency: 'restorative-service', attended: false, reason: 'Ill; views sent by letter' },
    ],
  },
  assessment: {
    id: 'assessment',
    form: 'short',
    completedOn: decidedDay,
    countersignedOn: null,
    judged: ['likelihood-of-reoffending', 'risk-of-serious-harm', 'safety-and-wellbeing'],
  },
  explanation: { on: decidedDay, childUnderstood: true, parentUnderstood: true },
  agreements: [],
  decision: 'community-resolution',
  decidedOn: decidedDay,
  conditionsEndOn: null,
  decidedByService: { id: 'worker', agency: 'youth-justice-service' },
  decidedByPolice: { id: 'officer', agency: 'police' },
  rationale: 'First time, sorry, wants to mend it.',
  weighed: { diversity: 'd', safety: 's', wellbeing: 'w', risk: 'r' },
} as const satisfies DecisionFacts
