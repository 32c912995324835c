import { addMonths } from '#domain/calendar/months.ts'
import { latest, type PlainDate } from '#domain/calendar/plain-date.ts'
import { names } from '../place/place.ts'
import type { Random } from '../random.ts'
import { writeExtendedFamily } from './extended-family.ts'
import {
  bornBefore,
  dramaNumber,
  familyRows,
  personOfChild,
  type DemoFamily,
  type FamilyRows,
  type SharedRelative,
} from './family-rows.ts'
import type { DemoChild } from './make-child.ts'
import type { Making } from './making.ts'
import { writeProfessionals } from './professionals.ts'
import type { DemoParent } from './voice.ts'

/** The grown-up with whom the service speaks most. */
export function drawParent(
  random: Random,
  familyName: string,
  isFostered: boolean,
  isInHome: boolean,
): DemoParent {
  const kind = isFostered || isInHome ? 'carer' : drawKind(random)
  const isWoman = kind === 'father' ? false : kind === 'mother' || random.chance(0.7)
  const given = random.pick(isWoman ? names.adults.women : names.adults.men)
  const ownName = kind === 'carer' || random.chance(0.2)
  const family = ownName ? random.pick(names.origins.flatMap(one => one.family)) : familyName
  return { name: `${given} ${family}`, kind, isWoman }
}

function drawKind(random: Random): 'mother' | 'father' | 'grandparent' {
  return random.pickWeighted([
    ['mother', 72],
    ['father', 18],
    ['grandparent', 10],
  ])
}

interface FamilyWish {
  readonly parent: DemoParent
  readonly isLookedAfter: boolean
  readonly livesInHome: boolean
  readonly on: PlainDate
  /** The family of a brother or sister who is written already. */
  readonly shared?: DemoFamily | undefined
}

/** Writes the people around the child: who is at home, the rest of the family, and who works with them. */
export function writeFamily(
  making: Making,
  random: Random,
  child: DemoChild,
  about: FamilyWish,
): DemoFamily {
  const rows = familyRows(making, random, child, about.on)
  const me = personOfChild(making, child, about.on)
  const family = about.shared ?? drawFamily(random, rows, child, about)
  for (const { personId, kind, wish, isParent } of family) {
    rows.around(kind, personId, wish)
    if (isParent) rows.parent(personId, me, kind === 'adoptive-parent' ? 'adoptive' : 'birth')
  }
  if (about.isLookedAfter) writeCarer(random, rows, me, about)
  if (about.shared === undefined) {
    writeExtendedFamily(random.fork('extended'), rows, { child, me, family, ...about })
  }
  writeProfessionals(making, random.fork('professionals'), rows, { child, ...about })
  return family
}

function drawFamily(
  random: Random,
  rows: FamilyRows,
  child: DemoChild,
  { parent, isLookedAfter, on }: FamilyWish,
): DemoFamily {
  if (isLookedAfter) return [motherAway(random, rows, child)]
  const isGrandparent = parent.kind === 'grandparent'
  const main = rows.person(parent.name, {
    sex: parent.isWoman ? 'female' : 'male',
    bornOn: bornBefore(random, child.bornOn, isGrandparent ? 43 : 18, isGrandparent ? 62 : 38),
    phone: dramaNumber(random),
  })
  if (parent.kind === 'grandparent') return withGrandparent(random, rows, child, main)
  const isAdopted = random.chance(0.04)
  const kind = isAdopted ? 'adoptive-parent' : parent.kind
  const wish = { responsible: true, atHome: true }
  const home: SharedRelative = { personId: main, kind, wish, isParent: true }
  if (isAdopted) return [home, birthMother(random, rows, child)]
  if (parent.kind !== 'mother' || !random.chance(0.45)) return [home]
  return [home, father(random, rows, { child, motherId: main, on })]
}

function father(
  random: Random,
  rows: FamilyRows,
  { child, motherId, on }: { child: DemoChild; motherId: string; on: PlainDate },
): SharedRelative {
  const hasDied = random.chance(0.08)
  const atHome = !hasDied && random.chance(0.6)
  const bornOn = bornBefore(random, child.bornOn, 19, 41)
  const personId = rows.person(`${random.pick(names.adults.men)} ${child.familyName}`, {
    sex: 'male',
    bornOn,
    diedOn: hasDied ? addMonths(on, -random.whole(8, 70)) : null,
    phone: hasDied ? null : dramaNumber(random),
  })
  // Nobody is a couple before they are grown up.
  const from = latest(addMonths(child.bornOn, -random.whole(12, 60)), addMonths(bornOn, 12 * 18))
  const apart = addMonths(child.bornOn, random.whole(18, 100))
  if (atHome || hasDied)
    rows.couple(motherId, personId, random.pick(['married', 'together']), { from })
  else rows.couple(motherId, personId, random.pick(['separated', 'divorced']), { from, to: apart })
  const wish = { responsible: !hasDied, atHome, ...(hasDied && { until: on, from: child.bornOn }) }
  return { personId, kind: 'father', wish, isParent: true }
}

/** The child lives with a grandparent; the mother is elsewhere, or has died. */
function withGrandparent(
  random: Random,
  rows: FamilyRows,
  child: DemoChild,
  grandparentId: string,
): DemoFamily {
  const years = child.bornOn.year - (rows.bornOn(grandparentId) ?? child.bornOn).year
  const youngest = Math.max(17, years - 34)
  const mother = motherAway(random, rows, child, [
    youngest,
    Math.max(youngest, Math.min(36, years - 22)),
  ])
  rows.parent(grandparentId, mother.personId)
  const wish = { atHome: true, note: 'Special guardian since the child was small' }
  return [
    {
      personId: grandparentId,
      kind: 'grandparent',
      wish: { ...wish, responsible: true },
      isParent: false,
    },
    mother,
  ]
}

/** @param age at the child's birth, at least and at most */
function motherAway(
  random: Random,
  rows: FamilyRows,
  child: DemoChild,
  [least, most]: readonly [number, number] = [17, 36],
): SharedRelative {
  const isUnsafe = random.chance(0.25)
  const personId = rows.person(`${random.pick(names.adults.women)} ${child.familyName}`, {
    sex: 'female',
    bornOn: bornBefore(random, child.bornOn, least, most),
    phone: dramaNumber(random),
  })
  const wish = {
    responsible: true,
    ...(isUnsafe && { doNotContact: 'Contact only through the social worker: the court said so' }),
  }
  return { personId, kind: 'mother', wish, isParent: true }
}

function birthMother(random: Random, rows: FamilyRows, child: DemoChild): SharedRelative {
  const family = random.pick(names.origins.flatMap(one => one.family))
  const personId = rows.person(`${random.pick(names.adults.women)} ${family}`, { sex: 'female' })
  const wish = { doNotContact: 'Letters once a year through the adoption service, nothing else' }
  return { personId, kind: 'mother', wish: { ...wish, from: child.bornOn }, isParent: true }
}

/** With whom a child lives who is looked after: foster carers, or the key worker of a children's home. */
function writeCarer(
  random: Random,
  rows: FamilyRows,
  me: string,
  { parent, livesInHome }: FamilyWish,
): void {
  const sex = parent.isWoman ? 'female' : 'male'
  const phone = dramaNumber(random)
  if (livesInHome) {
    const job = { jobTitle: 'Key worker', organisation: 'Amberdale Children’s Homes' }
    rows.around('residential-worker', rows.person(parent.name, { sex, phone, ...job }))
    return
  }
  const organisation = 'Amberdale Fostering'
  const carer = rows.person(parent.name, { sex, phone, organisation })
  rows.around('foster-carer', carer, { atHome: true })
  rows.parent(carer, me, 'foster')
}

/** Writes that two children are brothers or sisters, on both records, each by the other's own person. */
export function writeSiblings(
  making: Making,
  random: Random,
  children: readonly [DemoChild, DemoChild],
  on: PlainDate,
): void {
  const [one, two] = children
  for (const { child, other } of [
    { child: one, other: two },
    { child: two, other: one },
  ]) {
    familyRows(making, random, child, on).around('sibling', personOfChild(making, other, on), {
      atHome: true,
    })
  }
}
