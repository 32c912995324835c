import { plainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { declaredPolicy, type Policy } from '../policy.ts'
import type {
  DutyRule,
  GuardDecision,
  GuardRule,
  PromptRule,
  RuleHead,
  StandardRule,
} from '../rule.ts'

/** One situation in the service's words, what the facts are, and what the rule says of them. */
interface Example<Facts, Answer extends string> {
  /** Continues the sentence "when …": "all three have signed". */
  readonly when: string
  readonly facts: Facts
  /** The day asked, written as `2026-03-01`. */
  readonly asOf: string
  readonly is: Answer
  /** The numbers and switches of a service that has changed them; absent: those of the sources. */
  readonly policy?: Policy
}

type DutyExample<Facts> = Example<
  Facts,
  'met' | 'open' | 'overdue' | 'excused' | 'not-applicable'
> & {
  /** Stands on an edge of the time limit: the last day that is in time, or the first that is not. */
  readonly edge?: 'last-day' | 'day-after'
  /** The day by which it is owed, where the example is about that. */
  readonly dueOn?: string
  /** The subject that it is about, where the rule decides on several; absent: all of them. */
  readonly subjectId?: string
}

/** `agreed`: allowed because somebody agreed to go on without the evidence. */
type GuardExample<Facts> = Example<Facts, 'allowed' | 'agreed' | 'blocked' | 'not-applicable'> & {
  /** Words that stand in what is said to be missing, or in what it rests on. */
  readonly says?: string
  /** Who may agree to go on without what is missing, where the example is about that; null: nobody. */
  readonly mayAgree?: 'manager' | 'head of service' | null
}

type PromptExample<Facts> = Example<Facts, 'advises' | 'says-nothing'> & {
  /** Words that stand in the advice. */
  readonly says?: string
}

/** Kinds of example that a rule cannot have, each with the reason why. */
type Without = Readonly<Record<string, string>>

/** A rule with its worked examples, ready to be asked. */
export interface RuleExamples {
  readonly rule: RuleHead & { readonly kind: 'duty' | 'guard' | 'prompt' | 'standard' }
  readonly without: Without
  readonly examples: readonly AskedExample[]
}

interface AskedExample {
  readonly when: string
  readonly is: string
  readonly edge: string | null
  readonly expected: Answer
  readonly answer: () => Answer
}

interface Answer {
  readonly is: string
  readonly dueOn: string | null
  readonly says: string
  /** Only where the example says who. */
  readonly mayAgree?: string | null
}

/** The examples of a duty or a standard. */
export function dutyExamples<Facts>(
  rule: DutyRule<Facts> | StandardRule<Facts>,
  examples: readonly DutyExample<Facts>[],
  without: Without = {},
): RuleExamples {
  const asked = examples.map(example => ({
    ...outlineOf(example),
    edge: example.edge ?? null,
    expected: { is: example.is, dueOn: example.dueOn ?? null, says: '' },
    answer: () => {
      const decisions = rule
        .decide(example.facts, ...dayAndPolicy(example))
        .filter(({ subjectId }) => (example.subjectId ?? subjectId) === subjectId)
      const states = decisions.map(({ state }) => state)
      const due = decisions.map(({ dueOn }) => dueOn?.toString() ?? 'no day').join(', ')
      const is = states.length === 0 ? 'not-applicable' : states.join(', ')
      return { is, dueOn: example.dueOn === undefined ? null : due, says: '' }
    },
  }))
  return { rule, without, examples: asked }
}

/** The examples of a guard. */
export function guardExamples<Facts>(
  rule: GuardRule<Facts>,
  examples: readonly GuardExample<Facts>[],
  without: Without = {},
): RuleExamples {
  const asked = examples.map(example => ({
    ...outlineOf(example),
    edge: null,
    expected: {
      is: example.is === 'agreed' ? 'allowed' : example.is,
      dueOn: null,
      says: example.says ?? '',
      ...(example.mayAgree !== undefined && { mayAgree: example.mayAgree }),
    },
    answer: () => {
      const decision = rule.decide(example.facts, ...dayAndPolicy(example))
      const text = decision.kind === 'blocked' ? decision.missing.join(' ') : becauseOf(decision)
      const mayAgree = decision.kind === 'blocked' ? decision.mayAgree : 'not blocked'
      return {
        is: decision.kind,
        dueOn: null,
        says: heard(text, example.says),
        ...(example.mayAgree !== undefined && { mayAgree }),
      }
    },
  }))
  return { rule, without, examples: asked }
}

/** The examples of a prompt. */
export function promptExamples<Facts>(
  rule: PromptRule<Facts>,
  examples: readonly PromptExample<Facts>[],
  without: Without = {},
): RuleExamples {
  const asked = examples.map(example => ({
    ...outlineOf(example),
    edge: null,
    expected: { is: example.is, dueOn: null, says: example.says ?? '' },
    answer: () => {
      const advice = rule.advise(example.facts, ...dayAndPolicy(example))
      const is = advice === null ? 'says-nothing' : 'advises'
      return { is, dueOn: null, says: heard(advice ?? '', example.says) }
    },
  }))
  return { rule, without, examples: asked }
}

/** The kinds of example that a rule still lacks. */
export function missingExamples({ rule, without, examples }: RuleExamples): string[] {
  const there = new Set(examples.flatMap(({ is, edge }) => (edge === null ? [is] : [is, edge])))
  return wantedOf(rule).filter(kind => !there.has(kind) && !Object.hasOwn(without, kind))
}

function wantedOf({ kind, exception }: RuleExamples['rule']): string[] {
  if (kind === 'prompt') return ['advises', 'says-nothing']
  if (kind === 'guard') {
    return ['allowed', 'blocked', 'not-applicable', ...(exception === undefined ? [] : ['agreed'])]
  }
  const excused = exception === undefined ? [] : ['excused']
  return ['met', 'open', 'overdue', 'not-applicable', 'last-day', 'day-after', ...excused]
}

function outlineOf({ when, is }: Pick<AskedExample, 'when' | 'is'>) {
  return { when, is }
}

function dayAndPolicy({
  asOf,
  policy,
}: Pick<Example<unknown, string>, 'asOf' | 'policy'>): [PlainDate, Policy] {
  return [plainDate(asOf), policy ?? declaredPolicy]
}

function becauseOf(decision: GuardDecision): string {
  return decision.kind === 'allowed' ? decision.because.map(({ text }) => text).join(' ') : ''
}

/** The words looked for when they are there, else all that was said: then the failure shows it. */
function heard(text: string, words: string | undefined): string {
  if (words === undefined) return ''
  return text.includes(words) ? words : text
}
