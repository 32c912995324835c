import { may, type Permission, type Role } from '#domain/access/permissions.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { outstanding } from '#domain/rules/owed.ts'
import { readDuties } from '#records/duties.ts'
import { selectContactsOf } from '#records/contacts.ts'
import {
  findOptionalHolder,
  selectServedOutcomes,
  type Intervention,
} from '#records/interventions.ts'
import { findOptionalLatestPlan } from '#records/plans.ts'
import type { PageContext } from '../page.ts'
import {
  selectAssessmentsOf,
  selectExceptions,
  selectFeedback,
  selectServiceAgreements,
} from './work-queries.ts'

/** Who reads, and when. */
export interface Reader {
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
    exceptions: opens('contact.open') ? await selectExceptions(scope, about) : [],
    feedback: opens('contact.open') ? await selectFeedback(scope, about) : [],
    duties: opens('work.own') ? await dutiesOf(context, work) : [],
  }
}

async function dutiesOf({ scope, today }: PageContext, work: Intervention) {
  const duties = await readDuties(scope, { of: 'child', childId: work.childId }, today)
  return outstanding(duties.filter(({ interventionId }) => interventionId === work.id))
}
