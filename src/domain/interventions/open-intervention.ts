import { formatDate } from '../calendar/format-date.ts'
import { isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { outcomeKinds } from '../vocabulary/outcomes.ts'
import type { OutcomeKind } from '../vocabulary/outcomes.ts'
import { interventionKinds } from '../vocabulary/work.ts'
import type { InterventionKind } from '../vocabulary/work.ts'
import { refused } from './refused.ts'
import type { Refusal, Refused } from './refused.ts'

export interface OpeningFacts {
  readonly kind: InterventionKind
  readonly startedOn: PlainDate
  /** Ids of the outcomes that the work is to serve. */
  readonly serves: readonly string[]
  /** All outcomes of this child, whoever decided them. */
  readonly outcomes: readonly OutcomeToServe[]
  /** The referral that the work comes from, if any. */
  readonly referral: ReferralToOpenFrom | null
}

export interface OutcomeToServe {
  readonly id: string
  readonly kind: OutcomeKind
  readonly decidedOn: PlainDate
  readonly referralId: string | null
  /** True while other work is open for it. */
  readonly hasOpenWork: boolean
}

export interface ReferralToOpenFrom {
  readonly id: string
  readonly receivedOn: PlainDate
  readonly closedOn: PlainDate | null
}

export type Opening =
  | { readonly kind: 'open'; readonly serves: readonly string[]; readonly closesReferral: boolean }
  | Refused

/** Kinds of work that a child may have without an outcome. Bail comes before the court has decided. */
const freelyOffered: ReadonlySet<InterventionKind> = new Set(['prevention', 'voluntary', 'bail'])

/**
 * Decides whether work with a child may be opened as asked.
 *
 * A referral that opens work is finished with: the work takes its place.
 *
 * @returns the outcomes served, each once, or every reason against
 * @interpretation Work under an outcome starts on the day of the outcome or later, and one outcome has one piece of open work: a second
 * one would count the child twice.
 */
export function openIntervention(facts: OpeningFacts): Opening {
  const serves = [...new Set(facts.serves)]
  const problems = [...referralProblems(facts), ...servesProblems(facts), ...startProblems(facts)]
  if (problems.length > 0) return refused(...problems)
  return { kind: 'open', serves, closesReferral: facts.referral !== null }
}

function referralProblems({ referral, outcomes }: OpeningFacts): Refusal[] {
  if (referral === null) return []
  if (referral.closedOn !== null) {
    const message = `The referral was closed on ${formatDate(referral.closedOn)}. Open the work from the child’s page instead`
    return [{ field: 'kind', message }]
  }
  if (outcomes.some(outcome => outcome.referralId === referral.id)) return []
  const message = 'Nothing is decided about this referral yet. Record the decision first'
  return [{ field: 'serves', message }]
}

function servesProblems(facts: OpeningFacts): Refusal[] {
  const known = new Map(facts.outcomes.map(outcome => [outcome.id, outcome]))
  const chosen = facts.serves.map(id => known.get(id))
  if (chosen.includes(undefined)) {
    return [{ field: 'serves', message: 'Choose only outcomes of this child' }]
  }
  const outcomes = chosen.filter(outcome => outcome !== undefined)
  if (outcomes.length === 0 && !freelyOffered.has(facts.kind)) {
    const name = interventionKinds[facts.kind].name.toLowerCase()
    const message = `Choose the outcome that this work serves: ${name} always has one`
    return [{ field: 'serves', message }]
  }
  return outcomes.flatMap(outcome => servedProblems(outcome, facts))
}

function servedProblems(outcome: OutcomeToServe, { startedOn }: OpeningFacts): Refusal[] {
  const { name, tier } = outcomeKinds[outcome.kind]
  if (tier === 'none') {
    const message = `${name} asks nothing of the child, so no work serves it. Leave it out and offer voluntary support`
    return [{ field: 'serves', message }]
  }
  if (outcome.hasOpenWork) {
    const message = `Work is open for this outcome already: ${name}, ${formatDate(outcome.decidedOn)}. Carry on with that`
    return [{ field: 'serves', message }]
  }
  if (isBefore(startedOn, outcome.decidedOn)) {
    const message = `Work starts on ${formatDate(outcome.decidedOn)} or later: that is the day of the outcome`
    return [{ field: 'startedOn', message }]
  }
  return []
}

function startProblems({ referral, startedOn }: OpeningFacts): Refusal[] {
  if (referral === null || !isBefore(startedOn, referral.receivedOn)) return []
  const message = `The referral came on ${formatDate(referral.receivedOn)}. Work starts then or later`
  return [{ field: 'startedOn', message }]
}
