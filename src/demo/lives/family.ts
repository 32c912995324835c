import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { names } from '../place/place.ts'
import type { Random } from '../random.ts'
import type { DemoChild } from './make-child.ts'
import type { Making } from './making.ts'
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

/** Writes the people around the child: who is at home, who else there is, and the child's social worker. */
export function writeFamily(
  making: Making,
  random: Random,
  child: DemoChild,
  about: {
    readonly parent: DemoParent
    readonly isLookedAfter: boolean
    readonly on: PlainDate
    readonly secondParent?: DemoParent | undefined
  },
): void {
  const { parent, isLookedAfter, on } = about
  const write = (
    kind: string,
    name: string,
    more: { atHome?: boolean; responsible?: boolean; phone?: boolean },
  ) => {
    making.rows.relationships.push({
      id: random.uuid(),
      childId: child.id,
      kind,
      name,
      relatedChildId: null,
      hasParentalResponsibility: more.responsible ?? false,
      livesWithChild: more.atHome ?? false,
      phone: more.phone === false ? null : dramaNumber(random),
      startedOn: on,
      endedOn: null,
    })
  }
  write(parent.kind, parent.name, { atHome: true, responsible: parent.kind !== 'carer' })
  if (isLookedAfter) {
    const mother = `${random.pick(names.adults.women)} ${child.familyName}`
    write('mother', mother, { responsible: true })
    write('social-worker', random.pick(making.staff.socialWorkers).name, {})
  } else if (parent.kind === 'mother' && random.chance(0.45)) {
    const father = `${random.pick(names.adults.men)} ${child.familyName}`
    write('father', father, { responsible: true, atHome: random.chance(0.6) })
  }
  if (random.chance(0.4)) {
    const { girls, boys } = child.origin
    const names = (random.chance(0.5) ? girls : boys).filter(name => name !== child.givenName)
    write('sibling', `${random.pick(names)} ${child.familyName}`, {
      atHome: !isLookedAfter,
      phone: false,
    })
  }
}

/** Numbers that the regulator keeps free for stories: they ring nowhere. */
function dramaNumber(random: Random): string {
  const last = String(random.whole(0, 999)).padStart(3, '0')
  return random.chance(0.8) ? `07700 900${last}` : `01632 960${last}`
}

/** Writes that two children are brothers or sisters, on both records. */
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
    making.rows.relationships.push({
      id: random.uuid(),
      childId: child.id,
      kind: 'sibling',
      name: `${other.givenName} ${other.familyName}`,
      relatedChildId: other.id,
      hasParentalResponsibility: false,
      livesWithChild: true,
      phone: null,
      startedOn: on,
      endedOn: null,
    })
  }
}
