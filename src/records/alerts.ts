import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isManagerRole, type Role } from '#domain/access/permissions.ts'
import { mayReadAlert } from '#domain/alerts/alert-sight.ts'
import { alertKinds, type AlertKind } from '#domain/vocabulary/alerts.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { Scope } from './scope.ts'
import { isVisibleTo, type Viewer } from './visible-children.ts'

type PlainDate = Temporal.PlainDate

/** What whoever meets a child has to know first. */
export interface Alert {
  readonly id: string
  readonly childId: string
  readonly kind: AlertKind
  readonly what: string
  readonly whatToDo: string
  readonly ownerId: string
  readonly ownerName: string
  readonly startedOn: PlainDate
  /** The day on which it is looked at again. */
  readonly reviewOn: PlainDate
  /** The day on which it ended; null while it stands. */
  readonly endedOn: PlainDate | null
  readonly endedBecause: string | null
  readonly recordedAt: Temporal.Instant
}

/** An alert as one person may see it: those who may not read it learn its kind and its days. */
export type SeenAlert = Omit<Alert, 'what' | 'whatToDo' | 'endedBecause'> & {
  /** Null: the viewer may know that there is such an alert, and not what it says. */
  readonly says: Pick<Alert, 'what' | 'whatToDo' | 'endedBecause'> | null
}

/** Who reads, and in which role: some alerts are not for every role. */
type Reader = Viewer & { readonly role: Role }

const alertRows = sql`
  select a.id, a.child_id, a.kind, a.what, a.what_to_do, a.owner_id, s.name as owner_name, a.started_on,
    a.review_on, a.ended_on, a.ended_because, a.recorded_at
  from alerts a join staff s on s.service_id = a.service_id and s.id = a.owner_id`

/** A child's alerts as the viewer may see them: standing ones first, the most pressing kind at the head. */
export async function listAlerts(
  scope: Scope,
  viewer: Reader,
  childId: string,
): Promise<SeenAlert[]> {
  const { rows } = await sql<Alert>`${alertRows}
    where a.service_id = ${scope.serviceId} and a.child_id = ${childId}
    order by a.ended_on desc nulls first, array_position(${Object.keys(alertKinds)}::text[], a.kind),
      a.started_on desc, a.id`.execute(scope.db)
  return rows.map(({ what, whatToDo, endedBecause, ...alert }) => ({
    ...alert,
    says: mayReadAlert(viewer.role, alert.kind) ? { what, whatToDo, endedBecause } : null,
  }))
}

/** @throws NotFound when the child has no such alert */
export async function findAlert(
  scope: Scope,
  { childId, alertId }: { readonly childId: string; readonly alertId: string },
): Promise<Alert> {
  const { rows } = await sql<Alert>`${alertRows}
    where a.service_id = ${scope.serviceId} and a.child_id = ${childId} and a.id = ${alertId}`.execute(
    scope.db,
  )
  const [alert] = rows
  if (alert === undefined) throw new NotFound()
  return alert
}

/** An alert in somebody's list, with whom it is about. */
export interface AlertToReview {
  readonly id: string
  readonly childId: string
  readonly childName: string
  readonly kind: AlertKind
  readonly reviewOn: PlainDate
  /** Null: the reader's own. Otherwise who looked after it and has left. */
  readonly leftBy: string | null
}

/**
 * Standing alerts that are to be looked at again today or should have been: the reader's own and, for a manager, those whose owner has left.
 * Only of children whom the reader may know of.
 */
export async function listAlertsToReview(
  scope: Scope,
  viewer: Reader,
  today: PlainDate,
): Promise<AlertToReview[]> {
  const { rows } = await sql<AlertToReview>`
    select a.id, a.child_id, coalesce(c.known_as, c.given_name) || ' ' || c.family_name as child_name, a.kind,
      a.review_on, case when a.owner_id = ${viewer.id} then null else s.name end as left_by
    from alerts a
    join children c on c.service_id = a.service_id and c.id = a.child_id
    join staff s on s.service_id = a.service_id and s.id = a.owner_id
    where a.service_id = ${scope.serviceId} and a.ended_on is null and a.review_on <= ${today}
      and (a.owner_id = ${viewer.id} or (${isManagerRole(viewer.role)}::boolean and not s.is_active))
      and ${isVisibleTo(scope, viewer, sql.ref('a.child_id'))}
    order by a.review_on, child_name, a.id`.execute(scope.db)
  return rows
}
