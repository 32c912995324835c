import { addMonths } from '#domain/calendar/months.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { personKeys } from '#domain/matching/same-person.ts'
import { splitName } from '#domain/matching/split-name.ts'
import type { RelationshipKind, Sex } from '#domain/vocabulary/children.ts'
import type { ParentNature, PartnerStatus } from '#domain/vocabulary/family.ts'
import type { Random } from '../random.ts'
import type { DemoChild } from './make-child.ts'
import { recordedAt, type Making } from './making.ts'

/** What the demonstration says of a person beyond the name. */
interface PersonWish {
  readonly sex?: Sex
  readonly bornOn?: PlainDate | null
  readonly diedOn?: PlainDate | null
  readonly phone?: string | null
  readonly organisation?: string
  readonly jobTitle?: string
}

/** What one file says of a person. */
export interface AroundWish {
  readonly responsible?: boolean
  readonly atHome?: boolean
  readonly doNotContact?: string
  readonly note?: string
  readonly from?: PlainDate
  readonly until?: PlainDate
}

/** Somebody whom brothers and sisters share. */
export interface SharedRelative {
  readonly personId: string
  readonly kind: RelationshipKind
  readonly wish: AroundWish
  readonly isParent: boolean
}

/** Those of a family whom a brother or sister known to the service shares. */
export type DemoFamily = readonly SharedRelative[]

/** Writes people, who they are to one child, and the links of their family. @param on the day from which they are known */
export function familyRows(making: Making, random: Random, child: DemoChild, on: PlainDate) {
  const { rows } = making
  return {
    person: (name: string, wish: PersonWish = {}): string =>
      writePerson(making, random, { name, on, wish }),
    bornOn: (personId: string): PlainDate | null =>
      rows.people.findLast(({ id }) => id === personId)?.bornOn ?? null,
    around(kind: RelationshipKind, personId: string, wish: AroundWish = {}): void {
      rows.relationships.push({
        id: random.uuid(),
        childId: child.id,
        personId,
        kind,
        hasParentalResponsibility: wish.responsible ?? false,
        livesWithChild: wish.atHome ?? false,
        mayBeContacted: wish.doNotContact === undefined,
        note: wish.doNotContact ?? wish.note ?? null,
        startedOn: wish.from ?? on,
        endedOn: wish.until ?? null,
      })
    },
    parent(parentId: string, childId: string, nature: ParentNature = 'birth'): void {
      rows.familyLinks.push({
        ...linkHead(random, on),
        fromPersonId: parentId,
        toPersonId: childId,
        kind: 'parent',
        nature,
      })
    },
    couple(
      a: string,
      b: string,
      status: PartnerStatus,
      years: { readonly from: PlainDate; readonly to?: PlainDate | null },
    ): void {
      rows.familyLinks.push({
        ...linkHead(random, on),
        fromPersonId: a,
        toPersonId: b,
        kind: 'partner',
        nature: status,
        startedOn: years.from,
        endedOn: years.to ?? null,
      })
    },
  }
}

export type FamilyRows = ReturnType<typeof familyRows>

/** The child as a person in families, the same however often it is asked. */
export function personOfChild(making: Making, child: DemoChild, on: PlainDate): string {
  const known = making.people.get(child.id)
  if (known !== undefined) return known
  const { givenName, familyName } = child
  making.rows.people.push({
    id: child.personId,
    givenName,
    familyName,
    matchKeys: [...personKeys({ givenName, familyName, knownAs: null })],
    recordedAt: recordedAt(on, 9),
  })
  const row = making.rows.children.findLast(({ id }) => id === child.id)
  if (row !== undefined) row.personId = child.personId
  making.people.set(child.id, child.personId)
  return child.personId
}

/** Somebody who works with many children: one person in all of their files. */
export function sharedPerson(making: Making, name: string, write: () => string): string {
  const known = making.people.get(name)
  if (known !== undefined) return known
  const id = write()
  making.people.set(name, id)
  return id
}

/** Numbers that the regulator keeps free for stories: they ring nowhere. */
export function dramaNumber(random: Random): string {
  const last = String(random.whole(0, 999)).padStart(3, '0')
  return random.chance(0.8) ? `07700 900${last}` : `01632 960${last}`
}

/** A birthday so many years before another one. */
export function bornBefore(random: Random, day: PlainDate, least: number, most: number): PlainDate {
  return addDays(addMonths(day, -12 * random.whole(least, most)), -random.whole(0, 360))
}

/** Writes a person, who is around nobody yet. @param on the day from which they are known */
export function writePerson(
  making: Making,
  random: Random,
  { name, on, wish }: { readonly name: string; readonly on: PlainDate; readonly wish: PersonWish },
): string {
  const id = random.uuid()
  const parts = splitName(name)
  making.rows.people.push({
    id,
    ...parts,
    sex: wish.sex ?? 'not-known',
    bornOn: wish.bornOn ?? null,
    diedOn: wish.diedOn ?? null,
    phone: wish.phone ?? null,
    organisation: wish.organisation ?? null,
    jobTitle: wish.jobTitle ?? null,
    matchKeys: [...personKeys({ ...parts, knownAs: null })],
    recordedAt: recordedAt(on, 9),
  })
  return id
}

function linkHead(random: Random, on: PlainDate) {
  return { id: random.uuid(), recordedAt: recordedAt(on, 9), recordedBy: null, withdrawnOn: null }
}
