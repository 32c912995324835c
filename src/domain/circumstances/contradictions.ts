import { formatDate } from '../calendar/format-date.ts'
import { latest, parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { circumstanceKinds, isLookedAfter } from '../vocabulary/children.ts'
import { accommodationType, isRemand } from '../vocabulary/circumstances.ts'
import { spellTitle } from './describe-spell.ts'
import { kindOf } from './kinds.ts'
import type { RecordQuestion } from './question.ts'
import { holdsOn, overlap, type Spell } from './spell.ts'

type Check = (spells: readonly Spell[], today: PlainDate) => RecordQuestion[]

/**
 * What the record says in two ways at once.
 *
 * @param spells those that were not withdrawn, in any order
 * @param today what has to fit together is what holds on this day; an overlap or days out of order count whenever they were
 */
export function contradictionsIn(spells: readonly Spell[], today: PlainDate): RecordQuestion[] {
  return checks.flatMap(check => check(spells, today))
}

const checks: readonly Check[] = [
  twoAtOnce,
  sameTwice,
  lookedAfterAtHome,
  lookedAfterWithoutHome,
  placedWithoutCare,
  remandedWithoutCare,
  noneBesideSchool,
  partOfNone,
  neverSuitable,
  moreAttendedThanOffered,
  helpOutOfOrder,
]

/** Two homes at once, where only one can hold. */
function twoAtOnce(spells: readonly Spell[]): RecordQuestion[] {
  const single = spells.filter(({ kind }) => !kindOf(kind).several)
  return pairsThat(single, (a, b) => a.kind === b.kind && overlap(a, b)).map(([a, b]) => ({
    about: 'contradiction',
    text: `${circumstanceKinds[a.kind]}: “${spellTitle(a)}” and “${spellTitle(b)}” both hold from ${formatDate(latest(a.startedOn, b.startedOn))}. Which one is it?`,
    mends: [
      { how: a.endedOn === null ? 'end' : 'correct', spellId: a.id },
      { how: 'correct', spellId: b.id },
    ],
  }))
}

/** The same thing recorded twice. */
function sameTwice(spells: readonly Spell[]): RecordQuestion[] {
  const several = spells.filter(({ kind }) => kindOf(kind).several)
  const isSame = (a: Spell, b: Spell) =>
    a.kind === b.kind && a.value === b.value && a.kind !== 'exclusion' && overlap(a, b)
  return pairsThat(several, isSame).map(([a, b]) => ({
    about: 'contradiction',
    text: `${circumstanceKinds[a.kind]}: “${spellTitle(a)}” is recorded twice for the same time. Is one of them a mistake?`,
    mends: [
      { how: 'correct', spellId: b.id },
      { how: 'correct', spellId: a.id },
    ],
  }))
}

function lookedAfterAtHome(spells: readonly Spell[], today: PlainDate): RecordQuestion[] {
  const now = spells.filter(spell => holdsOn(spell, today))
  const care = now.find(({ kind, value }) => kind === 'care-status' && isLookedAfter(value))
  const home = homeIn(now)
  if (care === undefined || home === undefined) return []
  const isWithParents = accommodationType(home.value)?.isWithParents === true
  if (!isWithParents || care.facts['legalBasis'] === 'placed-with-parents') return []
  return [
    {
      about: 'contradiction',
      text: `The child is looked after (${spellTitle(care)}) and lives with their parents. Are they placed with parents, or is one of the two out of date?`,
      mends: [
        { how: 'correct', spellId: care.id },
        { how: 'change', spellId: home.id },
      ],
    },
  ]
}

function lookedAfterWithoutHome(spells: readonly Spell[], today: PlainDate): RecordQuestion[] {
  const now = spells.filter(spell => holdsOn(spell, today))
  const care = now.find(({ kind, value }) => kind === 'care-status' && isLookedAfter(value))
  if (care === undefined || homeIn(now) !== undefined) return []
  return [
    {
      about: 'contradiction',
      text: 'The child is looked after and it is not recorded in what kind of home. Where do they live?',
      mends: [{ how: 'add', kind: 'accommodation' }],
    },
  ]
}

function placedWithoutCare(spells: readonly Spell[], today: PlainDate): RecordQuestion[] {
  const now = spells.filter(spell => holdsOn(spell, today))
  const home = homeIn(now)
  if (home === undefined || accommodationType(home.value)?.byCare !== true) return []
  if (now.some(({ kind, value }) => kind === 'care-status' && isLookedAfter(value))) return []
  return [
    {
      about: 'contradiction',
      text: `The child lives in “${spellTitle(home)}” and is not recorded as looked after. Are they?`,
      mends: [
        { how: 'add', kind: 'care-status' },
        { how: 'change', spellId: home.id },
      ],
    },
  ]
}

function remandedWithoutCare(spells: readonly Spell[], today: PlainDate): RecordQuestion[] {
  const now = spells.filter(spell => holdsOn(spell, today))
  const remand = now.find(({ kind, value }) => kind === 'legal-status' && isRemand(value))
  if (remand === undefined) return []
  if (now.some(({ kind, value }) => kind === 'care-status' && isLookedAfter(value))) return []
  return [
    {
      about: 'contradiction',
      text: `The child is remanded (${spellTitle(remand)}) and so looked after, which is not recorded.`,
      mends: [
        { how: 'add', kind: 'care-status' },
        { how: 'change', spellId: remand.id },
      ],
    },
  ]
}

/** “None at present” while a school is recorded too. */
function noneBesideSchool(spells: readonly Spell[]): RecordQuestion[] {
  const education = spells.filter(({ kind }) => kind === 'education')
  const isNone = ({ facts }: Spell) => facts['provision'] === 'none'
  return pairsThat(education, (a, b) => isNone(a) !== isNone(b) && overlap(a, b)).map(([a, b]) => {
    const [none, place] = isNone(a) ? [a, b] : [b, a]
    return {
      about: 'contradiction',
      text: `No education, training or work is recorded from ${formatDate(none.startedOn)}, and “${spellTitle(place)}” for the same time. Which one is it?`,
      mends: [
        { how: none.endedOn === null ? 'end' : 'correct', spellId: none.id },
        { how: place.endedOn === null ? 'end' : 'correct', spellId: place.id },
      ],
    }
  })
}

/** “None at present” with hours. */
function partOfNone(spells: readonly Spell[]): RecordQuestion[] {
  return spells.flatMap(({ id, kind, facts }) => {
    const hours = [facts['hoursOffered'], facts['hoursAttended']]
    const hasHours = hours.some(one => typeof one === 'number' && one > 0)
    if (kind !== 'education' || facts['provision'] !== 'none' || !hasHours) return []
    return [
      corrected(id, 'No education, training or work is recorded, and hours of it all the same.'),
    ]
  })
}

/** Suitable, where the national rule says that it never is. @source YJB-SQL "suitability" */
function neverSuitable(spells: readonly Spell[]): RecordQuestion[] {
  return spells.flatMap(spell => {
    const isNever = accommodationType(spell.value)?.neverSuitable === true
    if (spell.kind !== 'accommodation' || !isNever) return []
    if (spell.facts['suitability'] !== 'suitable') return []
    const text = `“${spellTitle(spell)}” is recorded as suitable. It always counts as not suitable.`
    return [corrected(spell.id, text)]
  })
}

function moreAttendedThanOffered(spells: readonly Spell[]): RecordQuestion[] {
  return spells.flatMap(spell => {
    const { hoursOffered, hoursAttended } = spell.facts
    if (typeof hoursOffered !== 'number' || typeof hoursAttended !== 'number') return []
    if (hoursAttended <= hoursOffered) return []
    const text = `“${spellTitle(spell)}”: more hours are attended (${hoursAttended}) than offered (${hoursOffered}).`
    return [corrected(spell.id, text)]
  })
}

/** Help that ended before it began, or was offered before anybody asked for it. */
function helpOutOfOrder(spells: readonly Spell[]): RecordQuestion[] {
  return spells.flatMap(spell => {
    const days = kindOf(spell.kind)
      .facts.filter(field => stepIds.includes(field.id))
      .flatMap(field => {
        const on = parsePlainDate(String(spell.facts[field.id] ?? ''))
        return on === undefined ? [] : [{ name: field.name, on }]
      })
    const wrong = days.findIndex(({ on }, index) => {
      const before = days[index - 1]
      return before !== undefined && before.on.since(on).sign > 0
    })
    const [earlier, later] = [days[wrong - 1], days[wrong]]
    if (wrong < 1 || earlier === undefined || later === undefined) return []
    const text = `${circumstanceKinds[spell.kind]}: “${later.name}” (${formatDate(later.on)}) is before “${earlier.name}” (${formatDate(earlier.on)}).`
    return [corrected(spell.id, text)]
  })
}

const stepIds = ['screenedOn', 'referredOn', 'offeredOn', 'helpStartedOn', 'helpEndedOn']

function homeIn(spells: readonly Spell[]): Spell | undefined {
  return spells.find(({ kind }) => kind === 'accommodation')
}

function corrected(spellId: string, text: string): RecordQuestion {
  return { about: 'contradiction', text, mends: [{ how: 'correct', spellId }] }
}

function pairsThat(
  spells: readonly Spell[],
  test: (a: Spell, b: Spell) => boolean,
): (readonly [Spell, Spell])[] {
  const inOrder = spells.toSorted((a, b) => a.startedOn.since(b.startedOn).sign)
  return inOrder.flatMap((a, index) =>
    inOrder.slice(index + 1).flatMap(b => (test(a, b) ? [[a, b] as const] : [])),
  )
}
