import type { Duty } from '#domain/rules/owed.ts'
import type { EventKind } from '#domain/vocabulary/events.ts'
import { assessmentQualityUrl, assessmentReviewUrl, newToolUrl } from './assessments/urls.ts'
import { newContactUrl } from './contacts/urls.ts'
import { eventUrl, newEventUrl } from './events/urls.ts'
import { interventionUrl, serviceAgreementNewUrl } from './interventions/urls.ts'
import { reviewPlanUrl, signPlanUrl } from './plans/urls.ts'
import { referralChecksUrl } from './referrals/urls.ts'

/** Where each rule's duty is met: by doing the thing, not by ticking it off. */
const waysToMeet: Readonly<Record<string, (duty: Duty) => string | null>> = {
  'OM-2.1-visit': duty => newContactUrl(duty.childId, { ...subjectOf(duty), kind: 'home-visit' }),
  'OM-2.1-agreement': duty =>
    duty.interventionId === null ? null : serviceAgreementNewUrl(duty.childId, duty.interventionId),
  'OM-2.1-assessment': duty =>
    duty.interventionId === null ? null : interventionUrl(duty.childId, duty.interventionId),
  'OM-2.3-grid': duty => newToolUrl(duty.childId, 'safety-grid'),
  'OM-2.4-checks': duty => referralChecksUrl(duty.childId, duty.subjectId),
  'OM-4.3-qa': duty => assessmentQualityUrl(duty.childId, duty.subjectId),
  'OM-4.1-signed': duty => signPlanUrl(duty.childId, duty.subjectId),
  'OM-4.5-review': duty => reviewPlanUrl(duty.childId, duty.subjectId),
  'OM-10.2-share': duty =>
    newEventUrl(duty.childId, { ...subjectOf(duty), kind: 'shared', aboutId: duty.subjectId }),
  'OM-2.5-review': duty => assessmentReviewUrl(duty.childId, duty.subjectId),
  'OM-6.3-ycc-length': duty =>
    duty.interventionId === null ? null : interventionUrl(duty.childId, duty.interventionId),
  'OM-4.4-change': eventOf,
  'OM-9.2-exploitation': eventOf,
  'OM-9.4-referral': eventOf,
  'OM-9.5-escalate': eventOf,
  'DP-nrm': eventOf,
  'DP-serious-incident': eventOf,
  'OM-5.2-rsm': duty => answerWith(duty, 'risk-strategy-meeting'),
  'OM-11.3-amends': duty => answerWith(duty, 'amends-offered'),
  'OM-14-cbo': eventOf,
  'OM-3.2-transfer-out': duty => answerWith(duty, 'handover'),
  'OM-12.2-home-service': duty => answerWith(duty, 'home-service-told'),
  'OM-12.2-caretaking': duty => answerWith(duty, 'breach-policy-sent'),
}

/** The page of the event that called for it, with everything that may be done about it. */
function eventOf({ childId, subjectId }: Duty): string {
  return eventUrl(childId, subjectId)
}

/** Recording what was done about the record that the duty is about. */
function answerWith(duty: Duty, kind: EventKind): string {
  return newEventUrl(duty.childId, { kind, aboutId: duty.subjectId, ...subjectOf(duty) })
}

/** The page on which a duty is met, or null where the thing to do has no page yet. */
export function wayToMeet(duty: Duty): string | null {
  return waysToMeet[duty.ruleId]?.(duty) ?? null
}

function subjectOf({ interventionId, referralId }: Duty) {
  if (interventionId !== null) return { interventionId }
  return referralId === null ? {} : { referralId }
}
