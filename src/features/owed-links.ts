import type { Duty } from '#domain/rules/owed.ts'
import { assessmentReviewUrl } from './assessments/urls.ts'
import { newContactUrl } from './contacts/urls.ts'
import { newEventUrl } from './events/urls.ts'
import { interventionUrl, serviceAgreementNewUrl } from './interventions/urls.ts'
import { reviewPlanUrl, signPlanUrl } from './plans/urls.ts'

/** Where each rule's duty is met: by doing the thing, not by ticking it off. */
const waysToMeet: Readonly<Record<string, (duty: Duty) => string | null>> = {
  'OM-2.1-visit': duty => newContactUrl(duty.childId, { ...subjectOf(duty), kind: 'home-visit' }),
  'OM-2.1-agreement': duty =>
    duty.interventionId === null ? null : serviceAgreementNewUrl(duty.childId, duty.interventionId),
  'OM-4.1-signed': duty => signPlanUrl(duty.childId, duty.subjectId),
  'OM-4.5-review': duty => reviewPlanUrl(duty.childId, duty.subjectId),
  'OM-10.2-share': duty =>
    newEventUrl(duty.childId, { ...subjectOf(duty), kind: 'shared', aboutId: duty.subjectId }),
  'OM-2.5-review': duty => assessmentReviewUrl(duty.childId, duty.subjectId),
  'OM-6.3-ycc-length': duty =>
    duty.interventionId === null ? null : interventionUrl(duty.childId, duty.interventionId),
}

/** The page on which a duty is met, or null where the thing to do has no page yet. */
export function wayToMeet(duty: Duty): string | null {
  return waysToMeet[duty.ruleId]?.(duty) ?? null
}

function subjectOf({ interventionId, referralId }: Duty) {
  if (interventionId !== null) return { interventionId }
  return referralId === null ? {} : { referralId }
}
