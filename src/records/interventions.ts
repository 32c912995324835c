import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isOutcomeKind, type OutcomeKind } from '#domain/vocabulary/outcomes.ts'
import {
  interventionKinds,
  interventionResults,
  type InterventionKind,
  type InterventionResult,
} from '#domain/vocabulary/work.ts'
import { NotFound } from '#platform/http/errors.ts'
import { readCode } from './codes.ts'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/** A period of work with a child. */
export interface Intervention {
  readonly id: string
  readonly childId: string
  readonly referralId: string | null
  readonly kind: InterventionKind
  readonly startedOn: PlainDate
  /** Its last day; null while it is open. */
  readonly endedOn: PlainDate | null
  readonly result: InterventionResult | null
  readonly achieved: string | null
}

const columns = [
  'id',
  'childId',
  'referralId',
  'kind',
  'startedOn',
  'endedOn',
  'result',
  'achieved',
] as const

/**
 * One piece of work with this child.
 *
 * @throws NotFound when there is none, or it is another child's
 */
export async function findIntervention(
  scope: Scope,
  about: { readonly childId: string; readonly interventionId: string },
): Promise<Intervention> {
  const row = await scope.db
    .selectFrom('interventions')
    .select(columns)
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', about.childId)
    .where('id', '=', about.interventionId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  return {
    ...row,
    kind: readCode(interventionKinds, row.kind),
    result: row.result === null ? null : readCode(interventionResults, row.result),
  }
}

/**
 * Lets changes to the work with one child wait for each other until the transaction ends. What a change is decided on is read after it,
 * so that two people at once cannot open the same work or write the same plan twice.
 */
export async function lockWorkWith(scope: Scope, childId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${childId}, 0))`.execute(scope.db)
}

/** An outcome that work serves. */
export interface ServedOutcome {
  readonly id: string
  readonly kind: OutcomeKind
  /** The service's own name for it, or null. */
  readonly localName: string | null
  readonly decidedOn: PlainDate
  readonly conditionsEndOn: PlainDate | null
}

/** The outcomes that a piece of work serves, earliest first. */
export async function selectServedOutcomes(
  scope: Scope,
  interventionId: string,
): Promise<ServedOutcome[]> {
  const { rows } = await sql<Omit<ServedOutcome, 'kind'> & { kind: string }>`
    select o.id, o.kind, n.name as local_name, o.decided_on, o.conditions_end_on
    from intervention_outcomes l
    join outcomes o on o.service_id = l.service_id and o.id = l.outcome_id
    left join outcome_names n on n.service_id = o.service_id and n.id = o.local_name
    where l.service_id = ${scope.serviceId} and l.intervention_id = ${interventionId}
    order by o.decided_on, o.id`.execute(scope.db)
  return rows.flatMap(row => (isOutcomeKind(row.kind) ? [{ ...row, kind: row.kind }] : []))
}

/** Who holds a piece of work or a referral, and who holds it with them. */
export interface Holder {
  readonly allocationId: string
  readonly staffId: string
  readonly name: string
  readonly startedOn: PlainDate
  /** Who holds it too; null: nobody. */
  readonly secondStaffId: string | null
  readonly secondName: string | null
}

/** The member of staff who holds this work or this referral now, or undefined: nobody does. */
export async function findOptionalHolder(
  scope: Scope,
  about: { readonly interventionId: string } | { readonly referralId: string },
): Promise<Holder | undefined> {
  const isOf = (table: 'a' | 'b') =>
    'interventionId' in about
      ? sql<boolean>`${sql.ref(`${table}.interventionId`)} = ${about.interventionId}`
      : sql<boolean>`${sql.ref(`${table}.referralId`)} = ${about.referralId}`
  const { rows } = await sql<Holder>`
    select a.id as allocation_id, a.staff_id, s.name, a.started_on,
      other.id as second_staff_id, other.name as second_name
    from allocations a
    join staff s on s.service_id = a.service_id and s.id = a.staff_id
    left join allocations b on b.service_id = a.service_id and ${isOf('b')}
      and b.role = 'second' and b.ended_on is null
    left join staff other on other.service_id = b.service_id and other.id = b.staff_id
    where a.service_id = ${scope.serviceId} and ${isOf('a')} and a.role = 'lead' and a.ended_on is null
    order by a.started_on desc, a.recorded_at desc limit 1`.execute(scope.db)
  return rows[0]
}
