import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { panelAgencies, type PanelAgency } from '#domain/vocabulary/work.ts'
import { NotFound } from '#platform/http/errors.ts'
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

/** A youth justice panel, with how many referrals are listed for it. */
export interface Panel {
  readonly id: string
  readonly heldOn: PlainDate
  /** `HH:MM`, 24 hours. */
  readonly startsAt: string
  readonly place: string
  readonly cases: number
  /** How many of the agencies have their attendance recorded. */
  readonly agenciesRecorded: number
}

/** Panels of this day and later, soonest first. */
export async function listComingPanels(scope: Scope, today: PlainDate): Promise<Panel[]> {
  return await selectPanels(scope, sql`p.held_on >= ${today} order by p.held_on, p.starts_at, p.id`)
}

/** Panels held before this day, latest first: no more than `most`. */
export async function listPastPanels(
  scope: Scope,
  today: PlainDate,
  most: number,
): Promise<Panel[]> {
  return await selectPanels(
    scope,
    sql`p.held_on < ${today} order by p.held_on desc, p.starts_at desc, p.id limit ${most}`,
  )
}

/** @throws NotFound when the service has no such panel */
export async function findPanel(scope: Scope, panelId: string): Promise<Panel> {
  const [panel] = await selectPanels(scope, sql`p.id = ${panelId}`)
  if (panel === undefined) throw new NotFound()
  return panel
}

async function selectPanels(scope: Scope, rest: RawBuilder<unknown>): Promise<Panel[]> {
  const { rows } = await sql<Panel>`
    select p.id, p.held_on, p.starts_at, p.place,
      (select count(*) from panel_listings l
        where l.service_id = p.service_id and l.panel_id = p.id and l.withdrawn_on is null) as cases,
      (select count(*) from panel_attendances a
        where a.service_id = p.service_id and a.panel_id = p.id) as agencies_recorded
    from panels p
    where p.service_id = ${scope.serviceId} and ${rest}`.execute(scope.db)
  return rows
}
