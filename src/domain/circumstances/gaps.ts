import { birthdayOn } from '../calendar/age.ts'
import { formatDate } from '../calendar/format-date.ts'
import type { Period } from '../calendar/period.ts'
import {
  addDays,
  compareDates,
  earliest,
  isAfter,
  isBefore,
  latest,
  plainDate,
  type PlainDate,
} from '../calendar/plain-date.ts'
import { circumstanceKinds, type CircumstanceKind } from '../vocabulary/children.ts'
import { circumstanceKindList, kindOf } from './kinds.ts'
import type { RecordQuestion } from './question.ts'
import type { Spell } from './spell.ts'

/** A time in which nothing is recorded of a kind; both days included. */
export interface Gap extends Period {
  readonly kind: CircumstanceKind
}

interface Worked {
  readonly bornOn: PlainDate
  /** Times in which the child was worked with, both days included; today is the last day of one that goes on. */
  readonly workedWith: readonly Period[]
}

/**
 * Days on which nothing is recorded of a kind for which that matters, within the times in which the child was worked with.
 *
 * @param spells those that were not withdrawn, in any order
 * @returns gaps in the order of the kinds, each from its first to its last day
 */
export function gapsIn(spells: readonly Spell[], child: Worked): Gap[] {
  return circumstanceKindList.flatMap(kind => {
    const ofKind = spells.filter(spell => spell.kind === kind)
    return child.workedWith
      .flatMap(period => withinAges(kind, period, child.bornOn))
      .flatMap(period => uncovered(ofKind, period).map(gap => ({ ...gap, kind })))
  })
}

/** The gaps as questions: one for each kind, which names the latest and counts the others. */
export function gapQuestions(spells: readonly Spell[], child: Worked): RecordQuestion[] {
  const byKind = Map.groupBy(gapsIn(spells, child), ({ kind }) => kind)
  return [...byKind].flatMap(([kind, gaps]) => {
    const last = gaps.toSorted((a, b) => compareDates(a.from, b.from)).at(-1)
    if (last === undefined) return []
    const earlier = gaps.length === 1 ? '' : ` Nor at ${times(gaps.length - 1)} before.`
    const text = `${circumstanceKinds[kind]}: nothing is recorded ${inWords(last)}.${earlier} What was so then?`
    return [{ about: 'gap', text, mends: [{ how: 'add', kind }] } as const]
  })
}

function times(count: number): string {
  return count === 1 ? 'one other time' : `${count} other times`
}

function inWords({ from, to }: Period): string {
  if (compareDates(from, to) === 0) return `for ${formatDate(from)}`
  return `from ${formatDate(from)} to ${formatDate(to)}`
}

/** Days without a spell. */
function uncovered(spells: readonly Spell[], period: Period): Period[] {
  const inOrder = spells.toSorted((a, b) => compareDates(a.startedOn, b.startedOn))
  const gaps: Period[] = []
  let next = period.from
  for (const { startedOn, endedOn } of inOrder) {
    if (isAfter(next, period.to)) break
    const lastBefore = earliest(addDays(startedOn, -1), period.to)
    if (!isBefore(lastBefore, next)) gaps.push({ from: next, to: lastBefore })
    if (endedOn === null) return gaps
    next = latest(next, endedOn)
  }
  return isAfter(next, period.to) ? gaps : [...gaps, { from: next, to: period.to }]
}

/** The part of a period in which a gap matters. */
function withinAges(kind: CircumstanceKind, period: Period, bornOn: PlainDate): Period[] {
  const matters = kindOf(kind).gapMatters
  if (matters === 'never') return []
  if (matters === 'always') return [period]
  const from = latest(period.from, schoolAgeFrom(bornOn))
  const to = earliest(period.to, addDays(schoolAgeUntil(bornOn), -1))
  return isAfter(from, to) ? [] : [{ from, to }]
}

/**
 * The first day of compulsory school age.
 *
 * @interpretation The fifth birthday. The law says the next of three days a year; nobody of five is worked with.
 */
export function schoolAgeFrom(bornOn: PlainDate): PlainDate {
  return birthdayOn(bornOn, 5)
}

/**
 * The day from which a child is above compulsory school age: the last Friday in June of the school year in which they are 16.
 *
 * @interpretation A school year runs from 1 September to 31 August, and the day itself still counts as school age.
 */
export function schoolAgeUntil(bornOn: PlainDate): PlainDate {
  const sixteenth = birthdayOn(bornOn, 16)
  const year = sixteenth.month >= 9 ? sixteenth.year + 1 : sixteenth.year
  const lastOfJune = plainDate(`${year}-06-30`)
  const friday = addDays(lastOfJune, -((lastOfJune.dayOfWeek - 5 + 7) % 7))
  return addDays(friday, 1)
}
