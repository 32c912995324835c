import { NotFound } from '#platform/http/errors.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Instant } from '#domain/calendar/time.ts'
import {
  admissions,
  checkKinds,
  checkResults,
  offenceGroups,
  policeContacts,
  referralKinds,
  type Admission,
  type CheckKind,
  type CheckResult,
  type OffenceGroup,
  type PoliceContact,
  type ReferralKind,
} from '#domain/vocabulary/work.ts'
import { readCode } from './codes.ts'
import { findOptionalListing, type PanelListing } from './panels.ts'
import type { Scope } from './scope.ts'

/** How a child came to us, with everything recorded on the referral itself. */
export interface Referral {
  readonly id: string
  readonly childId: string
  readonly kind: ReferralKind
  readonly receivedOn: PlainDate
  readonly referredBy: string
  readonly policeContact: PoliceContact | null
  readonly admission: Admission | null
  /** Null: not known yet. */
  readonly victimKnown: boolean | null
  readonly whatHappened: string
  readonly closedOn: PlainDate | null
  readonly closedBecause: string | null
  /** Earliest first. */
  readonly offences: readonly ReferralOffence[]
  /** In the order in which they were made: a later answer of a kind stands over an earlier one. */
  readonly checks: readonly ReferralCheck[]
  readonly detention: Detention | null
  /** The panel that it is listed on now; null where it is on none. */
  readonly panel: PanelListing | null
}

export interface ReferralOffence {
  readonly id: string
  readonly title: string
  readonly group: OffenceGroup
  readonly cjsCode: string | null
  readonly occurredOn: PlainDate
}

export interface ReferralCheck {
  readonly id: string
  readonly kind: CheckKind
  readonly result: CheckResult
  readonly on: PlainDate
  readonly note: string
  /** Who wrote it down; null for the service's own work. */
  readonly recordedBy: string | null
}

/** From arriving at the police station to leaving it. */
export interface Detention {
  readonly station: string | null
  readonly arrivedAt: Instant
  readonly releasedAt: Instant | null
  readonly appropriateAdult: string | null
}

/**
 * The referral of this child with its offences, checks, detention and panel.
 *
 * @throws NotFound when the service has no such referral, or it is another child's: the two look the same
 */
export async function findReferral(
  scope: Scope,
  childId: string,
  referralId: string,
): Promise<Referral> {
  const row = await scope.db
    .selectFrom('referrals')
    .select([
      'id',
      'childId',
      'kind',
      'receivedOn',
      'referredBy',
      'policeContact',
      'admission',
      'victimKnown',
      'whatHappened',
      'closedOn',
      'closedBecause',
    ])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('id', '=', referralId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  return {
    ...row,
    kind: readCode(referralKinds, row.kind),
    policeContact: row.policeContact === null ? null : readCode(policeContacts, row.policeContact),
    admission: row.admission === null ? null : readCode(admissions, row.admission),
    offences: await selectOffences(scope, referralId),
    checks: await selectChecks(scope, referralId),
    detention: await selectDetention(scope, referralId),
    panel: await findOptionalListing(scope, referralId),
  }
}

async function selectOffences(scope: Scope, referralId: string): Promise<ReferralOffence[]> {
  const rows = await scope.db
    .selectFrom('offences')
    .select(['id', 'title', 'offenceGroup', 'cjsCode', 'occurredOn'])
    .where('serviceId', '=', scope.serviceId)
    .where('referralId', '=', referralId)
    .orderBy('occurredOn')
    .orderBy('recordedAt')
    .execute()
  return rows.map(({ offenceGroup, ...offence }) => ({
    ...offence,
    group: readCode(offenceGroups, offenceGroup),
  }))
}

async function selectChecks(scope: Scope, referralId: string): Promise<ReferralCheck[]> {
  const rows = await scope.db
    .selectFrom('referralChecks')
    .leftJoin('staff', join =>
      join
        .onRef('staff.serviceId', '=', 'referralChecks.serviceId')
        .onRef('staff.id', '=', 'referralChecks.recordedBy'),
    )
    .select([
      'referralChecks.id',
      'referralChecks.kind',
      'referralChecks.result',
      'referralChecks.checkedOn as on',
      'referralChecks.note',
      'staff.name as recordedBy',
    ])
    .where('referralChecks.serviceId', '=', scope.serviceId)
    .where('referralChecks.referralId', '=', referralId)
    .orderBy('referralChecks.recordedAt')
    .execute()
  return rows.map(row => ({
    ...row,
    kind: readCode(checkKinds, row.kind),
    result: readCode(checkResults, row.result),
  }))
}

async function selectDetention(scope: Scope, referralId: string): Promise<Detention | null> {
  const row = await scope.db
    .selectFrom('detentions')
    .select(['station', 'arrivedAt', 'releasedAt', 'appropriateAdult'])
    .where('serviceId', '=', scope.serviceId)
    .where('referralId', '=', referralId)
    .orderBy('arrivedAt')
    .executeTakeFirst()
  return row ?? null
}
