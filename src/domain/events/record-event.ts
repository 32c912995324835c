import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { askGuard } from '../rules/ask-guard.ts'
import type { Policy } from '../rules/policy.ts'
import type { GuardRule } from '../rules/rule.ts'
import { skippedStage } from '../safety/disputed-answer.ts'
import { escalationStages, isTopicOf } from '../vocabulary/events.ts'
import type { EventDraft, EventGuardFacts } from './event-draft.ts'
import { reviewDayOf } from './review-day.ts'

/** What stops an event, by rule: `ruleId` is null where no rule but plain sense says so. */
export interface EventStop {
  readonly ruleId: string | null
  readonly field: 'topic' | 'happenedOn' | 'reviewOn' | 'aboutId' | null
  readonly message: string
  readonly mayAgree: 'manager' | 'head of service' | null
}

export type EventRecording =
  { readonly kind: 'record' } | { readonly kind: 'stopped'; readonly stops: readonly EventStop[] }

/** What an event is recorded into. */
export interface AroundEvent {
  readonly today: PlainDate
  readonly policy: Policy
  /** The case that it belongs to: its first day and its last; null: it is open. */
  readonly work: { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null }
  /** True when the record that it is about is one of this child, and when it is about none. */
  readonly isOfThisChild: boolean
}

/**
 * Decides whether an event may be recorded: it makes sense by itself, falls into a case that was open on its day, is about a record of
 * this child, and has what the guards in front of its kind ask for.
 *
 * @param guards in the order in which their stops are shown
 */
export function recordEvent(
  facts: EventGuardFacts,
  around: AroundEvent,
  guards: readonly GuardRule<EventGuardFacts>[],
): EventRecording {
  const plain = [
    ...topicStops(facts.draft),
    ...dayStops(facts.draft, around),
    ...reviewStops(facts.draft),
    ...aboutStops(around),
    ...stageStops(facts),
  ]
  const guarded = guards.flatMap(guard => {
    const decision = askGuard(guard, facts, { asOf: around.today, policy: around.policy })
    if (decision.kind !== 'blocked') return []
    const { missing, mayAgree } = decision
    return missing.map(message => ({ ruleId: guard.id, field: null, message, mayAgree }))
  })
  const stops = [...plain, ...guarded]
  return stops.length > 0 ? { kind: 'stopped', stops } : { kind: 'record' }
}

function topicStops({ kind, topic }: EventDraft): EventStop[] {
  return isTopicOf(kind, topic) ? [] : [stop('topic', 'Choose one from the list')]
}

function dayStops({ on }: EventDraft, { today, work }: AroundEvent): EventStop[] {
  if (isAfter(on, today)) return [stop('happenedOn', 'The day must be today or in the past')]
  if (isBefore(on, work.startedOn)) {
    const began = formatDate(work.startedOn)
    return [stop('happenedOn', `Our work began on ${began}. The day must be then or later`)]
  }
  if (work.endedOn !== null && isAfter(on, work.endedOn)) {
    const ended = formatDate(work.endedOn)
    return [stop('happenedOn', `This ended on ${ended}. The day must be then or earlier`)]
  }
  return []
}

function reviewStops({ kind, on, reviewOn }: EventDraft): EventStop[] {
  if (reviewOn === null) {
    if (reviewDayOf(kind) !== 'needed') return []
    return [stop('reviewOn', 'Enter the day on which it is looked at again')]
  }
  if (!isBefore(reviewOn, on)) return []
  return [stop('reviewOn', 'It is looked at again on its own day or later: check the two days')]
}

function aboutStops({ isOfThisChild }: AroundEvent): EventStop[] {
  return isOfThisChild ? [] : [stop('aboutId', 'What this is about is not in the child’s record')]
}

/** Stages of a disagreement are taken one at a time. */
function stageStops({ draft, events }: EventGuardFacts): EventStop[] {
  const skipped = skippedStage(draft, events)
  if (skipped === null) return []
  const message = `Stages are taken one at a time. Record first: ${escalationStages[skipped]}`
  return [{ ...stop('topic', message), ruleId: 'OM-9.5-escalate' }]
}

function stop(field: EventStop['field'], message: string): EventStop {
  return { ruleId: null, field, message, mayAgree: null }
}
