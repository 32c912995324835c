import { may, type Permission, type Role } from '#domain/access/permissions.ts'
import { isOnOrAfter, type PlainDate } from '#domain/calendar/plain-date.ts'
import { outstanding } from '#domain/rules/owed.ts'
import { listOpenRequests } from '#records/agreement-requests.ts'
import { selectAgreementSubjects } from '#records/agreement-subjects.ts'
import { listAgreements } from '#records/agreements.ts'
import { readDuties } from '#records/duties.ts'
import { selectContactsOf } from '#records/contacts.ts'
import {
  findOptionalHolder,
  selectServedOutcomes,
  type Intervention,
} from '#records/interventions.ts'
import { findOptionalLatestPlan } from '#records/plans.ts'
import type { PageContext } from '../page.ts'
import { selectAssessmentsOf, selectFeedback, selectServiceAgreements } from './work-queries.ts'

/** Who reads, and when. */
export interface Reader {
  readonly id: string
  readonly today: PlainDate
  readonly role: Role
}

export type WorkRecord = Awaited<ReturnType<typeof loadWork>>

/** What the page shows of the work; parts that the reader's role does not open are not read. */
export async function loadWork(context: PageContext, work: Intervention) {
  const { scope, user } = context
  const about = { childId: work.childId, interventionId: work.id, referralId: work.referralId }
  const opens = (permission: Permission) => may(user.role, permission)
  return {
    work,
    outcomes: await selectServedOutcomes(scope, work.id),
    holder: (await findOptionalHolder(scope, { interventionId: work.id })) ?? null,
    plan: opens('plan.open') ? ((await findOptionalLatestPlan(scope, work.id)) ?? null) : null,
    contacts: opens('contact.open') ? await selectContactsOf(scope, about) : [],
    assessments: opens('assessment.open') ? await selectAssessmentsOf(scope, about) : [],
    serviceAgreements: opens('contact.open')
      ? await selectServiceAgreements(scope, work.childId)
      : [],
    agreed: opens('contact.open') ? await agreedFor(context, work) : nothingAgreed,
    feedback: opens('contact.open') ? await selectFeedback(scope, about) : [],
    duties: opens('work.own') ? await dutiesOf(context, work) : [],
  }
}

const nothingAgreed = { inForce: [], ended: [], asked: [] }

/** What was agreed under the rules, and what is asked for, about this work, what it serves and what was written for it. */
async function agreedFor({ scope, today }: PageContext, work: Intervention) {
  const agreements = await listAgreements(scope, work.childId)
  const requests = await listOpenRequests(scope, { childId: work.childId }, today)
  const ids = [...agreements, ...requests].map(({ subjectId }) => subjectId)
  const subjects = await selectAgreementSubjects(scope, ids, today)
  const isOfWork = ({ subjectId }: { readonly subjectId: string }) => {
    const subject = subjects.get(subjectId)
    if (subject === undefined) return false
    const { interventionId, referralId } = subject
    return interventionId === work.id || (interventionId === null && referralId === work.referralId)
  }
  const ofWork = agreements.filter(isOfWork)
  const isInForce = ({ untilOn }: { readonly untilOn: PlainDate | null }) =>
    untilOn === null || isOnOrAfter(untilOn, today)
  return {
    inForce: ofWork.filter(isInForce),
    ended: ofWork.filter(agreement => !isInForce(agreement)),
    asked: requests.filter(isOfWork),
  }
}

async function dutiesOf({ scope, today }: PageContext, work: Intervention) {
  const duties = await readDuties(scope, { of: 'child', childId: work.childId }, today)
  return outstanding(duties.filter(({ interventionId }) => interventionId === work.id))
}
