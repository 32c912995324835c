import { sql, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import {
  attendances,
  contactKinds,
  type Attendance,
  type ContactKind,
} from '#domain/vocabulary/work.ts'
import { NotFound } from '#platform/http/errors.ts'
import { readCode } from './codes.ts'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/** A contact with a child or the family, planned or past. */
export interface Contact {
  readonly id: string
  readonly childId: string
  readonly referralId: string | null
  readonly interventionId: string | null
  readonly staffId: string
  readonly staffName: string
  readonly kind: ContactKind
  readonly on: PlainDate
  /** Time of day as `HH:MM`, or null. */
  readonly time: string | null
  readonly place: string | null
  /** Null: nothing is recorded yet. */
  readonly attendance: Attendance | null
  readonly sawChild: boolean
  readonly sawParent: boolean
  readonly note: string | null
  readonly notedAt: Temporal.Instant | null
  readonly notedBy: string | null
  readonly notedByName: string | null
}

/**
 * One contact with this child.
 *
 * @throws NotFound when there is none, or it is another child's
 */
export async function findContact(
  scope: Scope,
  about: { readonly childId: string; readonly contactId: string },
): Promise<Contact> {
  const condition = sql<boolean>`c.child_id = ${about.childId} and c.id = ${about.contactId}`
  const [contact] = await selectWhere(scope, condition)
  if (contact === undefined) throw new NotFound()
  return contact
}

/** The contacts of a piece of work, those of the referral it came from among them; earliest first. */
export async function selectContactsOf(
  scope: Scope,
  about: {
    readonly childId: string
    readonly interventionId: string | null
    readonly referralId: string | null
  },
): Promise<Contact[]> {
  return await selectWhere(
    scope,
    sql<boolean>`c.child_id = ${about.childId}
      and (c.intervention_id = ${about.interventionId} or c.referral_id = ${about.referralId})`,
  )
}

type Row = Omit<Contact, 'kind' | 'attendance'> & { kind: string; attendance: string | null }

async function selectWhere(scope: Scope, condition: RawBuilder<boolean>): Promise<Contact[]> {
  const { rows } = await sql<Row>`
    select c.id, c.child_id, c.referral_id, c.intervention_id, c.staff_id, s.name as staff_name, c.kind,
      c.planned_on as "on", c.planned_time as "time", c.place, c.attendance, c.saw_child, c.saw_parent,
      c.note, c.noted_at, c.noted_by, n.name as noted_by_name
    from contacts c
    join staff s on s.service_id = c.service_id and s.id = c.staff_id
    left join staff n on n.service_id = c.service_id and n.id = c.noted_by
    where c.service_id = ${scope.serviceId} and ${condition}
    order by c.planned_on, c.planned_time nulls first, c.recorded_at`.execute(scope.db)
  return rows.map(row => ({
    ...row,
    kind: readCode(contactKinds, row.kind),
    attendance: row.attendance === null ? null : readCode(attendances, row.attendance),
  }))
}
