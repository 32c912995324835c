import type { EventDraft, EventGuardFacts } from '#domain/events/event-draft.ts'
import type { Asked } from '#domain/rules/policy.ts'
import { askGuard } from '#domain/rules/ask-guard.ts'
import type { GuardDecision, GuardRule } from '#domain/rules/rule.ts'
import { meetingsBefore } from '#domain/safety/mappa-category-3.ts'
import { eventGuards } from '#domain/safety/safety-rules.ts'
import { topicsOf } from '#domain/vocabulary/events.ts'

/** Where a guard in front of an event stands, to be seen before anything is written. */
export interface EventGuardStanding {
  readonly guard: GuardRule<EventGuardFacts>
  readonly decision: Exclude<GuardDecision, { readonly kind: 'not-applicable' }>
  /** What an agreement would be about; null: there is nothing to agree to yet. */
  readonly agreedAboutId: string | null
}

/** The id of a guard's entry on the page: what the error summary leads to. */
export function guardAnchor(ruleId: string): string {
  return `guard-${ruleId}`
}

/** The guards that ask for something before an event of this kind; while its topic is open, what any topic would be let through with. */
export function guardStandings(facts: EventGuardFacts, asked: Asked): EventGuardStanding[] {
  return eventGuards.flatMap(guard => {
    const decisions = draftsOf(facts.draft).map(draft =>
      askGuard(guard, { ...facts, draft }, asked),
    )
    const decision = decisions.find(({ kind }) => kind === 'allowed') ?? decisions[0]
    if (decision === undefined || decision.kind === 'not-applicable') return []
    return [
      {
        guard,
        decision,
        agreedAboutId: meetingsBefore(facts.draft, facts.events).at(-1)?.id ?? null,
      },
    ]
  })
}

function draftsOf(draft: EventDraft): EventDraft[] {
  const topics = Object.keys(topicsOf(draft.kind))
  if (draft.topic !== null || topics.length === 0) return [draft]
  return topics.map(topic => ({ ...draft, topic }))
}
