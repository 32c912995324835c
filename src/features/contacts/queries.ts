import type { Temporal } from 'temporal-polyfill'
import { NotFound } from '#platform/http/errors.ts'
import type { WorkOfContact } from '#domain/contacts/plan-contact.ts'
import { findIntervention } from '#records/interventions.ts'
import type { Scope } from '#records/scope.ts'
import type { Belonging } from './belonging.ts'
import type { ContactValues, RecordValues } from './contact-form.ts'

/**
 * When the work or the referral of a contact began and ended.
 *
 * @throws NotFound when it is another child's, or neither is named
 */
export async function findWorkOf(
  scope: Scope,
  childId: string,
  { interventionId, referralId }: Belonging,
): Promise<WorkOfContact> {
  if (interventionId !== null) return await findIntervention(scope, { childId, interventionId })
  const referral = await scope.db
    .selectFrom('referrals')
    .select(['receivedOn as startedOn', 'closedOn as endedOn'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('id', '=', referralId)
    .executeTakeFirst()
  if (referral === undefined) throw new NotFound()
  return referral
}

interface Noted {
  readonly values: RecordValues
  readonly by: string
  readonly at: Temporal.Instant
}

export async function insertContact(
  scope: Scope,
  contact: Belonging & {
    readonly childId: string
    readonly staffId: string
    readonly values: ContactValues
    /** What happened; null while it is only planned. */
    readonly noted: Noted | null
  },
): Promise<string> {
  const { values, noted } = contact
  const { id } = await scope.db
    .insertInto('contacts')
    .values({
      serviceId: scope.serviceId,
      childId: contact.childId,
      interventionId: contact.interventionId,
      referralId: contact.referralId,
      staffId: contact.staffId,
      kind: values.kind,
      plannedOn: values.plannedOn,
      plannedTime: values.plannedTime,
      place: values.place,
      recordedBy: scope.staffId,
      ...(noted && recordColumns(noted)),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateContactRecord(
  scope: Scope,
  about: { readonly childId: string; readonly contactId: string },
  noted: Noted,
): Promise<void> {
  await scope.db
    .updateTable('contacts')
    .set(recordColumns(noted))
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', about.childId)
    .where('id', '=', about.contactId)
    .execute()
}

export async function updateContactDay(
  scope: Scope,
  about: { readonly childId: string; readonly contactId: string },
  day: Pick<ContactValues, 'plannedOn' | 'plannedTime' | 'place'>,
): Promise<void> {
  await scope.db
    .updateTable('contacts')
    .set({ plannedOn: day.plannedOn, plannedTime: day.plannedTime, place: day.place })
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', about.childId)
    .where('id', '=', about.contactId)
    .execute()
}

function recordColumns({ values, by, at }: Noted) {
  return {
    attendance: values.attendance,
    sawChild: values.present.includes('child'),
    sawParent: values.present.includes('parent-or-carer'),
    note: values.note,
    notedAt: at,
    notedBy: by,
  }
}
