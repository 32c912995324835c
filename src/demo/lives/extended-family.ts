import { addMonths } from '#domain/calendar/months.ts'
import { isAfter, isBefore, latest, type PlainDate } from '#domain/calendar/plain-date.ts'
import { names } from '../place/place.ts'
import type { Random } from '../random.ts'
import { bornBefore, dramaNumber, type DemoFamily, type FamilyRows } from './family-rows.ts'
import type { DemoChild } from './make-child.ts'

interface Extended {
  readonly child: DemoChild
  /** The child's own person. */
  readonly me: string
  readonly family: DemoFamily
  readonly isLookedAfter: boolean
  readonly on: PlainDate
}

/** Writes the family beyond the parents: brothers and sisters, second partners, grandparents, an aunt, a friend. */
export function writeExtendedFamily(random: Random, rows: FamilyRows, about: Extended): void {
  const mother = about.family.find(({ kind }) => kind === 'mother')
  if (random.chance(0.4)) writeSibling(random, rows, about)
  if (mother !== undefined && isLiving(mother) && random.chance(0.25)) {
    writeStepFather(random, rows, about, mother.personId)
  }
  if (mother !== undefined && random.chance(0.35)) {
    writeGrandparents(random, rows, about, mother.personId)
  }
  if (random.chance(0.1)) {
    const friend = `${random.pick(about.child.origin.boys)} ${random.pick(about.child.origin.family)}`
    rows.around('friend', rows.person(friend), { note: 'A friend since primary school' })
  }
}

function isLiving({ wish }: DemoFamily[number]): boolean {
  return wish.doNotContact === undefined && wish.until === undefined
}

/** A brother or sister who is not known to the service, in part with another father. */
function writeSibling(
  random: Random,
  rows: FamilyRows,
  { child, family, isLookedAfter, on }: Extended,
): void {
  const isGirl = random.chance(0.5)
  const givenNames = isGirl ? child.origin.girls : child.origin.boys
  const given = random.pick(givenNames.filter(name => name !== child.givenName))
  const born = birthOfSibling(random, rows, { child, family })
  const sibling = rows.person(`${given} ${child.familyName}`, {
    sex: isGirl ? 'female' : 'male',
    bornOn: isAfter(born, on) ? null : born,
  })
  const parents = family.filter(({ isParent, kind }) => isParent && kind !== 'adoptive-parent')
  const isHalf = parents.length > 0 && random.chance(0.35)
  const shared = isHalf ? parents.slice(0, 1) : parents
  rows.around(isHalf ? 'half-sibling' : 'sibling', sibling, { atHome: !isLookedAfter })
  for (const { personId } of shared) rows.parent(personId, sibling)
  if (!isHalf) return
  const other = rows.person(
    `${random.pick(names.adults.men)} ${random.pick(child.origin.family)}`,
    { sex: 'male' },
  )
  rows.around('other', other, { note: `${given}’s father` })
  rows.parent(other, sibling)
  const [mother] = shared
  if (mother === undefined) return
  const from = addMonths(born, -20)
  rows.couple(mother.personId, other, 'separated', { from, to: addMonths(born, 9) })
}

/** Some years before or after the child, but not before a parent was grown up. */
function birthOfSibling(
  random: Random,
  rows: FamilyRows,
  { child, family }: Pick<Extended, 'child' | 'family'>,
): PlainDate {
  const wished = addMonths(child.bornOn, random.pick([-60, -41, -27, 22, 37, 70]))
  const tooYoung = family.some(({ isParent, personId }) => {
    const parentBornOn = rows.bornOn(personId)
    return isParent && parentBornOn !== null && isBefore(wished, addMonths(parentBornOn, 12 * 17))
  })
  return tooYoung ? addMonths(child.bornOn, 26) : wished
}

function writeStepFather(
  random: Random,
  rows: FamilyRows,
  { child, me, family, isLookedAfter, on }: Extended,
  motherId: string,
): void {
  if (family.some(({ kind, wish }) => kind === 'father' && wish.atHome === true)) return
  const name = `${random.pick(names.adults.men)} ${random.pick(names.origins.flatMap(one => one.family))}`
  const bornOn = bornBefore(random, child.bornOn, 20, 36)
  const partner = rows.person(name, { sex: 'male', bornOn, phone: dramaNumber(random) })
  rows.around('step-parent', partner, { atHome: !isLookedAfter })
  rows.parent(partner, me, 'step')
  rows.couple(motherId, partner, random.pick(['married', 'together']), {
    from: addMonths(on, -random.whole(10, 60)),
  })
}

function writeGrandparents(
  random: Random,
  rows: FamilyRows,
  { child, family, on }: Extended,
  motherId: string,
): void {
  if (family.some(({ kind }) => kind === 'grandparent')) return
  const surname = random.pick(child.origin.family)
  const motherBornOn =
    rows.bornOn(motherId) ?? bornBefore(random.fork('mother'), child.bornOn, 18, 36)
  const nanBornOn = bornBefore(random, motherBornOn, 20, 35)
  const nan = rows.person(`${random.pick(names.adults.women)} ${surname}`, {
    sex: 'female',
    bornOn: nanBornOn,
    phone: dramaNumber(random),
  })
  rows.around('grandparent', nan, { note: 'Mum’s mother' })
  rows.parent(nan, motherId)
  if (!random.chance(0.5)) return
  const hasDied = random.chance(0.4)
  const bornOn = bornBefore(random, motherBornOn, 20, 35)
  const diedOn = hasDied ? addMonths(on, -random.whole(6, 90)) : null
  const grandad = rows.person(`${random.pick(names.adults.men)} ${surname}`, {
    sex: 'male',
    bornOn,
    diedOn,
  })
  rows.around('grandparent', grandad, {
    note: 'Mum’s father',
    ...(diedOn !== null && { from: child.bornOn, until: diedOn }),
  })
  rows.parent(grandad, motherId)
  rows.couple(nan, grandad, 'married', {
    from: latest(addMonths(bornOn, 12 * 22), addMonths(nanBornOn, 12 * 18)),
  })
}
