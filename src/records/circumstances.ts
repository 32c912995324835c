import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Facts } from '#domain/circumstances/circumstance-kind.ts'
import type { Spell } from '#domain/circumstances/spell.ts'
import { circumstanceKinds, type CircumstanceKind } from '#domain/vocabulary/children.ts'
import { NotFound } from '#platform/http/errors.ts'
import { insertAuditEntry } from './audit.ts'
import { readCode } from './codes.ts'
import { lockRow } from './lock-row.ts'
import type { Scope } from './scope.ts'
import { refreshSearchKeys } from './search-keys.ts'

type PlainDate = Temporal.PlainDate

/** That somebody said again that a spell is so. */
export interface Confirmation {
  readonly on: PlainDate
  readonly source: string
}

/** A spell as it is kept: with who wrote it down, when it was last confirmed, and whether it was taken back. */
export interface Circumstance extends Spell {
  readonly recordedAt: Temporal.Instant
  readonly recordedByName: string | null
  /** The latest one; null: nobody has said it again. */
  readonly confirmed: Confirmation | null
  readonly withdrawnOn: PlainDate | null
  readonly withdrawnBecause: string | null
}

interface CircumstanceRow extends Omit<Circumstance, 'kind' | 'facts' | 'confirmed'> {
  readonly kind: string
  readonly facts: unknown
  readonly confirmedOn: PlainDate | null
  readonly confirmedSource: string | null
}

async function selectCircumstances(
  scope: Scope,
  childId: string,
  condition: ReturnType<typeof sql>,
): Promise<Circumstance[]> {
  const { rows } = await sql<CircumstanceRow>`
    select c.id, c.kind, c.value, c.detail, c.facts, c.started_on, c.ended_on, c.source, c.recorded_at,
      s.name as recorded_by_name, c.withdrawn_on, c.withdrawn_because,
      f.confirmed_on, f.source as confirmed_source
    from circumstances c
    left join staff s on s.service_id = c.service_id and s.id = c.recorded_by
    left join lateral (
      select x.confirmed_on, x.source from circumstance_confirmations x
      where x.service_id = c.service_id and x.circumstance_id = c.id
      order by x.confirmed_on desc, x.recorded_at desc limit 1) f on true
    where c.service_id = ${scope.serviceId} and c.child_id = ${childId} and ${condition}
    order by c.started_on desc, c.recorded_at desc, c.id`.execute(scope.db)
  return rows.map(toCircumstance)
}

function toCircumstance({ confirmedOn, confirmedSource, ...row }: CircumstanceRow): Circumstance {
  const isConfirmed = confirmedOn !== null && confirmedSource !== null
  return {
    ...row,
    kind: readCode(circumstanceKinds, row.kind),
    facts: readFacts(row.facts),
    confirmed: isConfirmed ? { on: confirmedOn, source: confirmedSource } : null,
  }
}

/** Facts as the database holds them; what is neither text nor number is left out. */
export function readFacts(facts: unknown): Facts {
  if (typeof facts !== 'object' || facts === null) return {}
  return Object.fromEntries(
    Object.entries(facts).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}

/** Every spell of the child, latest first, those that were taken back among them. */
export async function listCircumstances(scope: Scope, childId: string): Promise<Circumstance[]> {
  return await selectCircumstances(scope, childId, sql`true`)
}

/** What is true of the child on a day, by kind in their order, latest first within a kind. */
export async function listCircumstancesOn(
  scope: Scope,
  childId: string,
  on: PlainDate,
): Promise<Circumstance[]> {
  const spells = await selectCircumstances(
    scope,
    childId,
    sql`c.withdrawn_on is null and c.started_on <= ${on} and (c.ended_on is null or c.ended_on > ${on})`,
  )
  const order = Object.keys(circumstanceKinds)
  return spells.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** Which spell: one of a child. */
export interface CircumstanceOfChild {
  readonly childId: string
  readonly circumstanceId: string
}

/**
 * One spell of this child.
 *
 * @throws NotFound when there is none, or it is another child's
 */
export async function findCircumstance(
  scope: Scope,
  { childId, circumstanceId }: CircumstanceOfChild,
): Promise<Circumstance> {
  const [spell] = await selectCircumstances(scope, childId, sql`c.id = ${circumstanceId}`)
  if (spell === undefined) throw new NotFound()
  return spell
}

/** Makes two people who change the same spell come one after the other. */
export async function lockCircumstance(scope: Scope, circumstanceId: string): Promise<void> {
  await lockRow(scope, 'circumstances', circumstanceId)
}

/** What is said of a spell. */
export interface SpellContent {
  readonly value: string
  readonly detail: string | null
  readonly facts: Facts
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly source: string
}

interface NewCircumstance extends SpellContent {
  readonly childId: string
  readonly kind: CircumstanceKind
}

/** Records a spell and returns its id; an audit entry is written. */
export async function insertCircumstance(
  scope: Scope,
  { facts, ...spell }: NewCircumstance,
): Promise<string> {
  const { id } = await scope.db
    .insertInto('circumstances')
    .values({
      serviceId: scope.serviceId,
      ...spell,
      facts: JSON.stringify(facts),
      recordedBy: scope.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (spell.kind === 'address') await refreshSearchKeys(scope, spell.childId)
  await note(scope, 'recorded', { childId: spell.childId, circumstanceId: id })
  return id
}

/** Ends a spell. @param on the first day on which it no longer holds */
export async function endCircumstance(
  scope: Scope,
  about: CircumstanceOfChild,
  on: PlainDate,
): Promise<void> {
  await updateCircumstance(scope, about, { endedOn: on })
  await note(scope, 'ended', about)
}

/** Writes a spell anew because it was written down wrong. The earlier words stay in its history. */
export async function correctCircumstance(
  scope: Scope,
  about: CircumstanceOfChild,
  { facts, ...content }: SpellContent,
): Promise<void> {
  await updateCircumstance(scope, about, { ...content, facts: JSON.stringify(facts) })
  await note(scope, 'corrected', about)
}

/** Takes back a spell that was recorded in error; it stays to be read, with why. */
export async function withdrawCircumstance(
  scope: Scope,
  about: CircumstanceOfChild,
  { on, because }: { readonly on: PlainDate; readonly because: string },
): Promise<void> {
  await updateCircumstance(scope, about, { withdrawnOn: on, withdrawnBecause: because })
  await note(scope, 'withdrawn', about)
}

/** Records that somebody said that a spell is still true. */
export async function confirmCircumstance(
  scope: Scope,
  about: CircumstanceOfChild,
  { on, source }: Confirmation,
): Promise<void> {
  await scope.db
    .insertInto('circumstanceConfirmations')
    .values({
      serviceId: scope.serviceId,
      circumstanceId: about.circumstanceId,
      confirmedOn: on,
      source,
      recordedBy: scope.staffId,
    })
    .execute()
  await note(scope, 'confirmed', about)
}

async function updateCircumstance(
  scope: Scope,
  { childId, circumstanceId }: CircumstanceOfChild,
  values: Readonly<Record<string, string | PlainDate | null>>,
): Promise<void> {
  await scope.db
    .updateTable('circumstances')
    .set(values)
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('id', '=', circumstanceId)
    .execute()
  // It may be a home, by which the child is found.
  await refreshSearchKeys(scope, childId)
}

async function note(
  scope: Scope,
  done: 'recorded' | 'ended' | 'corrected' | 'withdrawn' | 'confirmed',
  { childId, circumstanceId }: CircumstanceOfChild,
): Promise<void> {
  const action = `circumstance.${done}`
  await insertAuditEntry(scope, { action, childId, subjectId: circumstanceId })
}
