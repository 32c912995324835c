import type { PlainDate } from '../calendar/plain-date.ts'
import type { SourceKey } from './sources.ts'

/** Where a rule comes from: a key of `docs/policy/sources.md` and the place in that document. */
export interface Citation {
  readonly source: SourceKey
  readonly section: string
}

/** A number that a service may change, with the day from which it holds. The latest one that has begun counts. */
export interface DatedNumber {
  readonly from: PlainDate
  readonly value: number
}

export interface Parameter {
  readonly name: string
  readonly unit: 'working days' | 'months' | 'days'
  readonly values: readonly DatedNumber[]
}

interface RuleHead {
  /** The citation as an id, as in `docs/operating-model.md`: `OM-2.1-visit`. */
  readonly id: string
  /** What is owed or required, in plain words, in one line. */
  readonly title: string
  /** Why the service has promised it, for the person who asks "why?". */
  readonly why: string
  readonly citation: Citation
  readonly parameters: Readonly<Record<string, Parameter>>
}

/** Something owed by a day. Facts and a date in, duties out; nothing is typed and nothing is kept. */
export interface DutyRule<Facts> extends RuleHead {
  readonly kind: 'duty'
  /** @param asOf the day the question is asked, inclusive */
  readonly decide: (facts: Facts, asOf: PlainDate) => readonly DutyDecision[]
}

/** A step that cannot be completed until its evidence exists. */
export interface GuardRule<Facts> extends RuleHead {
  readonly kind: 'guard'
  readonly decide: (facts: Facts, asOf: PlainDate) => GuardDecision
}

/** A fact that a decision rests on, in words, with its day when it has one. */
export interface Reason {
  readonly text: string
  readonly on?: PlainDate
}

/**
 * What a rule says of one subject.
 *
 * `met`, `excused`: nothing more to do. `open`, `overdue`: `dueOn` is the last day on which it is in time, or null when the day is
 * set by an event that has not happened (`dueWords` says which).
 */
export interface DutyDecision {
  /** The row that the duty is about (an allocation, a plan …); with the rule's id it names the duty. */
  readonly subjectId: string
  readonly state: 'met' | 'open' | 'overdue' | 'excused'
  readonly dueOn: PlainDate | null
  readonly dueWords: string
  readonly because: readonly Reason[]
}

export type GuardDecision =
  | { readonly kind: 'allowed'; readonly because: readonly Reason[] }
  | { readonly kind: 'not-applicable' }
  | {
      readonly kind: 'blocked'
      /** What is missing, each a sentence that says what to do. */
      readonly missing: readonly string[]
      /** The role that may agree to go on without it, or null when nobody may. */
      readonly mayAgree: 'manager' | 'head of service' | null
    }

/**
 * The value of a parameter on a day.
 *
 * @throws RangeError when the parameter has no value yet on that day: a rule must not count with a number that did not hold
 */
export function parameterOn(parameter: Parameter, on: PlainDate): number {
  const held = parameter.values.filter(dated => dated.from.until(on).sign >= 0)
  const latest = held.toSorted((a, b) => b.from.since(a.from).sign).at(0)
  if (latest === undefined) {
    throw new RangeError(`${parameter.name} has no value on ${on.toString()}`)
  }
  return latest.value
}
