import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { panelAgencies, type PanelAgency } from '#domain/vocabulary/work.ts'
import { readCode } from './codes.ts'
import type { Scope } from './scope.ts'

/** A youth justice panel on which a referral is listed. */
export interface PanelListing {
  readonly listingId: string
  readonly panelId: string
  readonly heldOn: PlainDate
  /** `HH:MM`, 24 hours. */
  readonly startsAt: string
  readonly place: string
}

export interface PanelAttendance {
  readonly agency: PanelAgency
  readonly attended: boolean
  /** Who came for the agency. */
  readonly person: string | null
  /** Why nobody could come. */
  readonly reason: string | null
}

/** The panel that looks at a referral, with who came. */
export interface PanelOfReferral extends PanelListing {
  /** None before the day: attendance is recorded on or after it. */
  readonly attendances: readonly PanelAttendance[]
}

/** The listing that stands, or null: what was withdrawn is history. */
export async function findOptionalListing(
  scope: Scope,
  referralId: string,
): Promise<PanelListing | null> {
  const row = await scope.db
    .selectFrom('panelListings')
    .innerJoin('panels', join =>
      join
        .onRef('panels.serviceId', '=', 'panelListings.serviceId')
        .onRef('panels.id', '=', 'panelListings.panelId'),
    )
    .select([
      'panelListings.id as listingId',
      'panels.id as panelId',
      'panels.heldOn',
      'panels.startsAt',
      'panels.place',
    ])
    .where('panelListings.serviceId', '=', scope.serviceId)
    .where('panelListings.referralId', '=', referralId)
    .where('panelListings.withdrawnOn', 'is', null)
    .orderBy('panels.heldOn', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** The panel on which the referral is listed now, with who came; null where it is listed on none. */
export async function findPanelOfReferral(
  scope: Scope,
  referralId: string,
): Promise<PanelOfReferral | null> {
  const listing = await findOptionalListing(scope, referralId)
  if (listing === null) return null
  return { ...listing, attendances: await listAttendances(scope, listing.panelId) }
}

/** Who came to a panel, one row for each agency that has been recorded. */
export async function listAttendances(scope: Scope, panelId: string): Promise<PanelAttendance[]> {
  const rows = await scope.db
    .selectFrom('panelAttendances')
    .select(['agency', 'attended', 'person', 'reason'])
    .where('serviceId', '=', scope.serviceId)
    .where('panelId', '=', panelId)
    .execute()
  return rows.map(row => ({ ...row, agency: readCode(panelAgencies, row.agency) }))
}
