import type { PlainDate } from '../calendar/plain-date.ts'

/** A number that a service may change, with the day from which it holds. The latest one that has begun counts. */
export interface DatedNumber {
  readonly from: PlainDate
  readonly value: number
}

/** Units in which a time limit is counted; `hours` end with the day in which they run out, since days are civil days. */
export type TimeUnit = 'working days' | 'days' | 'hours' | 'weeks' | 'months'

/** A number of a rule that a service may change in its policy pack. */
export interface Parameter {
  readonly name: string
  readonly unit:
    | TimeUnit
    | 'months of age'
    | 'professionals'
    | 'a month'
    | 'a year'
    | 'points'
    | 'percent'
    | 'hours a week'
  /** What the source says, and from when. A service's own changes come on top of these. */
  readonly values: readonly DatedNumber[]
  /** The least and the most that a service may set, both inclusive. */
  readonly least: number
  readonly most: number
}

/** What a service may settle of a rule. */
export interface RuleSettings {
  /** The citation as an id, as in `docs/operating-model.md`: `OM-2.1-visit`. */
  readonly id: string
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Why no service may switch it off; absent: it may. */
  readonly alwaysOn?: string
}
