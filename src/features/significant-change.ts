import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { recordEvent, type AroundEvent } from '#domain/events/record-event.ts'
import { eventGuards } from '#domain/safety/safety-rules.ts'
import { insertEvent, readEventGuardFacts } from '#records/events.ts'
import { findPolicy } from '#records/policy.ts'
import type { Scope } from '#records/scope.ts'
import type { PageContext } from './page.ts'

/** A significant change that comes up while something else is recorded, with the case that it belongs to. */
export interface HeardChange {
  readonly childId: string
  readonly referralId: string | null
  readonly interventionId: string | null
  readonly work: AroundEvent['work']
  readonly on: PlainDate
  readonly topic: string
}

const kind = 'significant-change'

/** Why it may not be recorded, each reason a sentence; none: it may. */
export async function whyNotChange(
  { scope, today }: PageContext,
  { childId, work, on, topic }: HeardChange,
): Promise<string[]> {
  const draft = { kind, topic, aboutId: null, on, reviewOn: null } as const
  const recording = recordEvent(
    await readEventGuardFacts(scope, childId, draft),
    // What it is about is saved in the same transaction.
    { today, policy: await findPolicy(scope), work, isOfThisChild: true },
    eventGuards,
  )
  return recording.kind === 'record' ? [] : recording.stops.map(({ message }) => message)
}

/** Records it as an event, from which what is owed follows. */
export async function saveHeardChange(
  scope: Scope,
  { childId, referralId, interventionId, on, topic }: HeardChange,
  about: { readonly aboutId: string | null; readonly note: string },
): Promise<void> {
  await insertEvent(scope, {
    ...{ childId, referralId, interventionId, kind, topic, on },
    ...about,
    reviewOn: null,
    people: null,
  })
}
