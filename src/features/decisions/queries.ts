import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { spellTitle } from '#domain/circumstances/describe-spell.ts'
import { isOutcomeKind, type OutcomeKind, type Residence } from '#domain/vocabulary/outcomes.ts'
import { parentOrCarerKinds } from '#domain/vocabulary/children.ts'
import { NotFound } from '#platform/http/errors.ts'
import { personName } from '#records/people.ts'
import { listCircumstances } from '#records/circumstances.ts'
import type { Scope } from '#records/scope.ts'

/** What was decided about the child, with the referral that each decision belongs to. */
export async function selectOutcomes(
  scope: Scope,
  childId: string,
): Promise<{ id: string; kind: OutcomeKind; referralId: string | null }[]> {
  const rows = await scope.db
    .selectFrom('outcomes')
    .select(['id', 'kind', 'referralId'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .orderBy('decidedOn')
    .execute()
  return rows.flatMap(({ kind, ...row }) => (isOutcomeKind(kind) ? [{ ...row, kind }] : []))
}

/** The child's homes: addresses and kinds of home, with the note of each and the days between which it holds. */
export async function selectHomes(scope: Scope, childId: string) {
  const spells = await listCircumstances(scope, childId)
  return spells
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .filter(({ kind }) => kind === 'address' || kind === 'accommodation')
    .map(spell => ({ ...spell, value: spellTitle(spell) }))
}

/** A parent or carer as the record names them, those with parental responsibility first; null when nobody is recorded who may be contacted. */
export async function selectParentName(scope: Scope, childId: string): Promise<string | null> {
  const row = await scope.db
    .selectFrom('relationships as r')
    .innerJoin('people as p', join =>
      join.onRef('p.serviceId', '=', 'r.serviceId').onRef('p.id', '=', 'r.personId'),
    )
    .select(['p.givenName', 'p.familyName'])
    .where('r.serviceId', '=', scope.serviceId)
    .where('r.childId', '=', childId)
    .where('r.endedOn', 'is', null)
    .where('r.mayBeContacted', '=', true)
    .where('p.diedOn', 'is', null)
    .where('r.kind', 'in', parentOrCarerKinds)
    .orderBy('r.hasParentalResponsibility', 'desc')
    .orderBy('r.livesWithChild', 'desc')
    .orderBy('p.givenName')
    .executeTakeFirst()
  return row === undefined ? null : personName(row)
}

interface NewOutcome {
  readonly childId: string
  readonly referralId: string
  readonly panelId: string | null
  readonly kind: OutcomeKind
  readonly localName: string | null
  readonly decidedOn: PlainDate
  readonly decidedByService: string | null
  readonly decidedByPolice: string | null
  readonly rationale: string
  readonly weighedDiversity: string
  readonly weighedSafety: string
  readonly weighedWellbeing: string
  readonly weighedRisk: string
  readonly conditionsEndOn: PlainDate | null
  readonly residence: Residence
}

/** Keeps a decision with the offences it is about, and returns its id. */
export async function insertOutcome(
  scope: Scope,
  outcome: NewOutcome,
  offenceIds: readonly string[],
): Promise<string> {
  const { serviceId } = scope
  const { id } = await scope.db
    .insertInto('outcomes')
    .values({ serviceId, recordedBy: scope.staffId, ...outcome })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (offenceIds.length > 0) {
    await scope.db
      .insertInto('outcomeOffences')
      .values(offenceIds.map(offenceId => ({ serviceId, outcomeId: id, offenceId })))
      .execute()
  }
  return id
}

/** Closes a referral after which nothing follows. */
export async function closeReferral(
  scope: Scope,
  referralId: string,
  closed: { readonly closedOn: PlainDate; readonly closedBecause: string },
): Promise<void> {
  await scope.db
    .updateTable('referrals')
    .set(closed)
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', referralId)
    .execute()
}

/** A decision as it was recorded. @throws NotFound when there is none, or it is another child's */
export async function selectOutcome(scope: Scope, childId: string, outcomeId: string) {
  const row = await scope.db
    .selectFrom('outcomes as o')
    .leftJoin('staff as service', join =>
      join
        .onRef('service.serviceId', '=', 'o.serviceId')
        .onRef('service.id', '=', 'o.decidedByService'),
    )
    .leftJoin('staff as police', join =>
      join
        .onRef('police.serviceId', '=', 'o.serviceId')
        .onRef('police.id', '=', 'o.decidedByPolice'),
    )
    .selectAll('o')
    .select([
      'service.name as serviceDecider',
      'service.agency as serviceAgency',
      'police.name as policeDecider',
      'police.agency as policeAgency',
    ])
    .where('o.serviceId', '=', scope.serviceId)
    .where('o.childId', '=', childId)
    .where('o.id', '=', outcomeId)
    .executeTakeFirst()
  if (row === undefined || !isOutcomeKind(row.kind)) throw new NotFound()
  return { ...row, kind: row.kind }
}
export type RecordedOutcome = Awaited<ReturnType<typeof selectOutcome>>

/** The offences that a decision is about, earliest first. */
export async function selectOutcomeOffences(scope: Scope, outcomeId: string) {
  return await scope.db
    .selectFrom('outcomeOffences as link')
    .innerJoin('offences', join =>
      join
        .onRef('offences.serviceId', '=', 'link.serviceId')
        .onRef('offences.id', '=', 'link.offenceId'),
    )
    .select(['offences.id', 'offences.title', 'offences.occurredOn'])
    .where('link.serviceId', '=', scope.serviceId)
    .where('link.outcomeId', '=', outcomeId)
    .orderBy('offences.occurredOn')
    .execute()
}
