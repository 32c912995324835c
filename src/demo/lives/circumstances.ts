import { ageOn } from '#domain/calendar/age.ts'
import { addMonths } from '#domain/calendar/months.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays } from '#domain/calendar/plain-date.ts'
import type { Facts } from '#domain/circumstances/circumstance-kind.ts'
import type { CareStatus } from '#domain/vocabulary/children.ts'
import { places } from '../place/place.ts'
import type { Random } from '../random.ts'
import { fill, type Voice } from '../words/fill.ts'
import { educations, needs, type Education, type Need } from '../words/people.ts'
import type { DemoChild } from './make-child.ts'
import { recordedAt, type Making } from './making.ts'

export interface Circumstances {
  readonly careStatus: CareStatus | null
  readonly isLookedAfter: boolean
  /** In a children's home; a child looked after may also live with foster carers. */
  readonly livesInHome: boolean
  readonly education: Education
  readonly need: Need
}

/** Draws how a child lives, before anything is written: whether looked after, where learning, what makes things harder. */
export function drawCircumstances(
  random: Random,
  child: DemoChild,
  on: PlainDate,
  lookedAfter: boolean | null,
): Circumstances {
  const careStatus = drawCareStatus(random, lookedAfter)
  const isLookedAfter = careStatus === 'care-order' || careStatus === 'voluntary-accommodation'
  const age = ageOn(child.bornOn, on)
  const fitting = educations.filter(({ minAge, id }) =>
    age >= 16 ? minAge === 16 || id === 'alternative' : minAge === 0,
  )
  return {
    careStatus,
    isLookedAfter,
    livesInHome: isLookedAfter && random.chance(0.5),
    education: random.pickWeighted(fitting.map(one => [one, one.weight] as const)),
    need: random.pickWeighted(needs.map(one => [one, one.weight] as const)),
  }
}

function drawCareStatus(random: Random, lookedAfter: boolean | null): CareStatus | null {
  if (lookedAfter ?? random.chance(0.12)) {
    return random.chance(0.7) ? 'care-order' : 'voluntary-accommodation'
  }
  return random.pickWeighted<CareStatus | null>([
    [null, 70],
    ['early-help', 13],
    ['child-in-need', 11],
    ['child-protection-plan', 6],
  ])
}

interface SpellWords {
  readonly detail?: string | null
  readonly facts?: Facts
  readonly from: PlainDate
  readonly to?: PlainDate | null
  readonly source: string
}

/** Writes the spells: homes, care, learning, health and needs; each true from a day, and earlier ones ended. */
export function writeCircumstances(
  making: Making,
  random: Random,
  child: DemoChild,
  about: { readonly lives: Circumstances; readonly on: PlainDate; readonly voice: Voice },
): void {
  const { lives, on, voice } = about
  const write = (kind: string, value: string, more: SpellWords) => {
    making.rows.circumstances.push({
      id: random.uuid(),
      childId: child.id,
      kind,
      value,
      detail: more.detail ?? null,
      startedOn: more.from,
      endedOn: more.to ?? null,
      source: more.source,
      facts: JSON.stringify(more.facts ?? {}),
      recordedAt: recordedAt(on, 9),
      recordedBy: null,
    })
  }
  const movedOn = addMonths(on, -random.whole(2, 20))
  const source = lives.isLookedAfter ? "Children's social care" : 'Family'
  if (random.chance(0.2)) {
    const from = addMonths(movedOn, -random.whole(12, 60))
    write('address', homeAddress(random, child), { from, to: movedOn, source: 'Family' })
  }
  const home = lives.livesInHome ? childrensHome(random, child) : homeAddress(random, child)
  write('address', home, { from: movedOn, source, detail: homeDetail(lives) })
  if (lives.careStatus !== null) {
    const from = addDays(movedOn, -random.whole(0, 400))
    write('care-status', lives.careStatus, { from, source: "Children's social care" })
  }
  write('education', fill(lives.education.value, voice), {
    from: addMonths(on, -random.whole(1, 14)),
    facts: lives.education.facts,
    source: 'School or college',
  })
  if (lives.need.value !== '') {
    const from = addMonths(on, -random.whole(4, 40))
    const detail = fill(lives.need.detail, voice)
    write(lives.need.kind, lives.need.value, {
      from,
      detail,
      facts: lives.need.facts,
      source: 'Family and school',
    })
  }
}

function homeDetail(lives: Circumstances): string | null {
  if (lives.livesInHome) return 'Children’s home'
  return lives.isLookedAfter ? 'Foster family' : null
}

function homeAddress(random: Random, child: DemoChild): string {
  return `${random.whole(1, 98)} ${random.pick(child.town.streets)}, ${child.town.name}, ${postcode(random)}`
}

function childrensHome(random: Random, child: DemoChild): string {
  return `${random.pick(places.childrensHomes)}, ${child.town.name}, ${postcode(random)}`
}

/** In no postcode area that exists. */
function postcode(random: Random): string {
  const letters = 'A B D E F G H J L N P Q R S T U W X Y Z'.split(' ')
  return `QZ${random.whole(1, 9)} ${random.whole(1, 9)}${random.pick(letters)}${random.pick(letters)}`
}
