import type { PlainDate } from '../calendar/plain-date.ts'
import type { TimeLimit } from './deadline.ts'
import type { RuleSettings } from './parameter.ts'
import type { Policy } from './policy.ts'
import type { SourceKey } from './sources.ts'

/** Where a rule comes from: a key of `docs/policy/sources.md` and the place in that document. */
export interface Citation {
  readonly source: SourceKey
  readonly section: string
}

/** The screens with which the facts of a rule come, where the product does not have them yet. */
export const waitsForScreens = {
  court: 'court, orders and reports',
  custody: 'custody and moving on',
  victims: 'victims and restorative work',
  governance: 'supervision, audits and the board',
} as const
export type WaitsFor = keyof typeof waitsForScreens

/** Who may agree to go on without what a rule asks. `worker`: nobody has to agree, but the reason is recorded. */
export type AgreedBy = 'worker' | 'manager' | 'head of service'

/** What somebody may agree to instead of what a rule asks: a record of its own, with who, when and why. */
export interface Exception {
  readonly by: AgreedBy
  /** What is agreed to, as a title: "Wait with signing the plan". */
  readonly what: string
  /** The question for the last day that it covers; null: it has no end. */
  readonly untilQuestion: string | null
  /** True where the child has to agree too. */
  readonly childAgrees: boolean
  /** How far ahead one agreement reaches; absent: the usual (`agreements/agreement-limit.ts`). */
  readonly reach?: TimeLimit
}

export interface RuleHead extends RuleSettings {
  /** What is owed or required, in plain words, in one line. */
  readonly title: string
  /** Why the service has promised it, for the person who asks "why?". */
  readonly why: string
  readonly citation: Citation
  /** What may be agreed instead, and by whom; absent: nothing. */
  readonly exception?: Exception
  /** The screens that the rule waits for; absent: it is live. */
  readonly waitsFor?: WaitsFor
}

/** Who has a duty to meet, by their part in the case. */
export const owners = {
  'case-manager': 'Case manager',
  manager: 'Manager',
  'head-of-service': 'Head of service',
  'court-worker': 'Court worker',
  'report-author': 'Author of the report',
  'victim-worker': 'Victim worker',
} as const
export type Owner = keyof typeof owners

/** Something owed by a day. Facts and a date in, duties out; nothing is typed and nothing is kept. */
export interface DutyRule<Facts> extends RuleHead {
  readonly kind: 'duty'
  readonly owedBy: Owner
  /** @param asOf the day the question is asked, inclusive */
  readonly decide: (facts: Facts, asOf: PlainDate, policy: Policy) => readonly DutyDecision[]
}

/** Something that the service or a member of staff owes, not one child's case. */
export interface StandardRule<Facts> extends RuleHead {
  readonly kind: 'standard'
  readonly decide: (facts: Facts, asOf: PlainDate, policy: Policy) => readonly DutyDecision[]
}

/** A step that cannot be completed until its evidence exists. */
export interface GuardRule<Facts> extends RuleHead {
  readonly kind: 'guard'
  readonly decide: (facts: Facts, asOf: PlainDate, policy: Policy) => GuardDecision
}

/** Advice at the moment of writing. It never stops anything. */
export interface PromptRule<Facts> extends RuleHead {
  readonly kind: 'prompt'
  /** @returns what to say, a sentence or two; null where there is nothing to say */
  readonly advise: (facts: Facts, asOf: PlainDate, policy: Policy) => string | null
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
  /** Whose part it is now, where that changes from stage to stage; absent: as the rule says. */
  readonly owedBy?: Owner
}

export type GuardDecision =
  | { readonly kind: 'allowed'; readonly because: readonly Reason[] }
  | { readonly kind: 'not-applicable' }
  | {
      readonly kind: 'blocked'
      /** What is missing, each a sentence that says what to do. */
      readonly missing: readonly string[]
      /** Who may agree to go on without it, or null when nobody may. */
      readonly mayAgree: Exclude<AgreedBy, 'worker'> | null
    }
