import { Temporal } from 'temporal-polyfill'
import { addDays, isBefore, type PlainDate } from '#domain/calendar/plain-date.ts'
import { dayAndMonthSwapped } from '#domain/matching/compare-birth-dates.ts'
import { chooseFields, compareIdentities } from '#domain/merging/identity-fields.ts'
import { childColumns } from '#records/merging/child-columns.table.ts'
import { matchKeysOf } from '#records/new-child.ts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'
import { sharedPerson, writePerson } from './family-rows.ts'
import { recordedAt, type Making } from './making.ts'

type ChildRow = Rows['children'][number] & { readonly id: string }

/**
 * Children who were recorded twice, as happens when a name is misheard on the telephone: two pairs that nobody has noticed, one that was
 * answered to be two children, and one that a manager made one record some weeks ago.
 */
export function makeDoubles(making: Making, random: Random): void {
  const { rows, today } = making
  const [first, second, apart, merged] = childrenWithOpenWork(making)
  if (!first || !second || !apart || !merged) return
  const noticedOn = addDays(today, -9)
  writeDouble(making, random.fork('first'), first, {
    givenName: misspelt(first.givenName),
    bornOn: first.bornOn,
    on: noticedOn,
  })
  writeDouble(making, random.fork('second'), second, {
    givenName: second.givenName,
    bornOn: dayAndMonthSwapped(second.bornOn) ?? second.bornOn,
    on: addDays(today, -30),
  })
  const other = writeDouble(making, random.fork('apart'), apart, {
    givenName: misspelt(apart.givenName),
    bornOn: apart.bornOn,
    on: addDays(today, -60),
  })
  const [childId = '', otherChildId = ''] = [apart.id, other.id].toSorted()
  rows.notDuplicates.push({
    id: random.uuid(),
    childId,
    otherChildId,
    reason: 'Cousins of one age. We asked the school, which has both.',
    answeredAt: recordedAt(addDays(today, -20), 11),
    answeredBy: making.staff.headOfService.id,
  })
  writeMerge(making, random.fork('merged'), merged)
}

/** Day and month can be changed round for the second of them. */
function childrenWithOpenWork({ rows, today }: Making): ChildRow[] {
  const open = rows.interventions
    .filter(
      ({ endedOn, startedOn }) => endedOn === null && isBefore(startedOn, addDays(today, -45)),
    )
    .map(({ childId }) => childId)
  const children = [...new Set(open)].flatMap(
    id => rows.children.find(child => child.id === id) ?? [],
  )
  const whole = children.filter((child): child is ChildRow => child.id !== undefined)
  const swappable = whole.find(({ bornOn }) => dayAndMonthSwapped(bornOn) !== undefined)
  const misspellable = whole.filter(
    child => child !== swappable && misspelt(child.givenName) !== child.givenName,
  )
  const [first, apart, merged] = misspellable
  return [first, swappable, apart, merged].filter(child => child !== undefined)
}

interface DoubleWish {
  readonly givenName: string
  readonly bornOn: PlainDate
  readonly on: PlainDate
}

/** A second, thin record: the name, the birthday, and who rang about the child. */
function writeDouble(making: Making, random: Random, child: ChildRow, wish: DoubleWish): ChildRow {
  const double = thinRow(random, child, wish)
  making.rows.children.push(double)
  making.rows.relationships.push(whoCalled(making, random, { childId: double.id, on: wish.on }))
  return double
}

function thinRow(random: Random, child: ChildRow, { givenName, bornOn, on }: DoubleWish): ChildRow {
  const names = { givenName, familyName: child.familyName, knownAs: null }
  return {
    id: random.uuid(),
    ...names,
    pronouns: null,
    bornOn,
    sex: child.sex,
    ethnicity: 'not-asked',
    ethnicityAskedOn: null,
    firstLanguage: null,
    needsInterpreter: false,
    communication: null,
    whatMatters: null,
    bestWayToReach: null,
    originatingServiceId: null,
    matchKeys: [...matchKeysOf(names)],
    recordedAt: recordedAt(on, 14),
    recordedBy: null,
  }
}

function whoCalled(
  making: Making,
  random: Random,
  { childId, on }: { readonly childId: string; readonly on: PlainDate },
) {
  const name = 'Duty desk, children’s social care'
  const wish = { phone: `01632 960${random.whole(100, 999)}`, organisation: 'Amberdale Council' }
  return {
    id: random.uuid(),
    childId,
    kind: 'other-professional',
    personId: sharedPerson(making, name, () => writePerson(making, random, { name, on, wish })),
    mayBeContacted: true,
    note: null,
    startedOn: on,
    endedOn: null,
    hasParentalResponsibility: false,
    livesWithChild: false,
  }
}

/** Two neighbouring letters changed round, as fingers do; the name itself where it is too short. */
function misspelt(name: string): string {
  const [third, fourth] = [name.charAt(2), name.charAt(3)]
  if (name.length < 5 || third === fourth || name.includes(' ')) return name
  return `${name.slice(0, 2)}${fourth}${third}${name.slice(4)}`
}

/** A merge as the page would have left it: rows of both with the kept child, each written down with whose it was. */
function writeMerge(making: Making, random: Random, child: ChildRow): void {
  const { rows, staff, today } = making
  const mergedOn = addDays(today, -21)
  const double = thinRow(random, child, {
    givenName: misspelt(child.givenName),
    bornOn: child.bornOn,
    on: addDays(today, -40),
  })
  const mergeId = random.uuid()
  const kept = rowsOfChild(rows, child.id, mergedOn)
  const brought = whoCalled(making, random, { childId: child.id, on: addDays(today, -40) })
  rows.children.push({ ...double, mergedIntoId: child.id })
  rows.relationships.push(brought)
  const fields = chooseFields(compareIdentities(identityOf(child), identityOf(double)), {})
  const mergedAt = recordedAt(mergedOn, 10)
  const mergedBy = staff.headOfService.id
  rows.childMerges.push({
    id: mergeId,
    keptChildId: child.id,
    mergedChildId: double.id,
    reason: 'The duty desk confirmed the date of birth and the school: one child, misheard.',
    fields: JSON.stringify(fields),
    mergedAt,
    mergedBy,
    undoneAt: null,
    undoneBy: null,
    undoneBecause: null,
  })
  const named = [
    ...kept.map(row => ({ ...row, wasOf: 'kept' })),
    {
      tableName: 'relationships',
      columnName: 'child_id',
      rowId: brought.id,
      wasOf: 'merged',
    },
  ]
  rows.childMergeRows.push(...named.map(row => ({ id: random.uuid(), mergeId, ...row })))
  for (const childId of [child.id, double.id]) {
    rows.auditEntries.push({
      at: mergedAt,
      staffId: mergedBy,
      action: 'child.merged',
      childId,
      subjectId: mergeId,
    })
  }
}

/** Everything that named the child before this day. */
function rowsOfChild(rows: Rows, childId: string, before: PlainDate) {
  const tables: Readonly<Record<string, readonly object[] | undefined>> = rows
  return childColumns.flatMap(({ table, column, on }) =>
    (tables[camel(table)] ?? []).flatMap(row => {
      const values: Readonly<Record<string, unknown>> = { ...row }
      const isOfChild = values[camel(column)] === childId
      const since = on === null ? null : values[camel(on)]
      const isLater = since instanceof Temporal.PlainDate && !isBefore(since, before)
      const rowId = values['id']
      if (!isOfChild || isLater || typeof rowId !== 'string') return []
      return [{ tableName: table, columnName: column, rowId }]
    }),
  )
}

function identityOf(child: ChildRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(child).map(([key, value]) => [
      key.replaceAll(/[A-Z]/gu, letter => `_${letter.toLowerCase()}`),
      typeof value === 'object' && value !== null && !Array.isArray(value) ? String(value) : value,
    ]),
  )
}

function camel(name: string): string {
  return name.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase())
}
