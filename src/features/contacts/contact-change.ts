import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { recordEvent, type AroundEvent } from '#domain/events/record-event.ts'
import { eventGuards } from '#domain/safety/safety-rules.ts'
import { topicsOf } from '#domain/vocabulary/events.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import type { Problem } from '#platform/forms/form.ts'
import { insertEvent, listEvents, readEventGuardFacts } from '#records/events.ts'
import { findPolicy } from '#records/policy.ts'
import type { Scope } from '#records/scope.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PageContext } from '../page.ts'
import type { Belonging } from './belonging.ts'

const kind = 'significant-change'

/** What kinds of change a contact can bring to light. */
export const changes = topicsOf(kind)

export const changeFields = {
  changed: choicesField({ choices: ['yes'], optional: true }),
  change: choiceField({ choices: changes, optional: true }),
}

interface TypedChange {
  readonly changed: readonly string[]
  readonly change: string | null
}

/** A tick says which change it was. */
export function changeProblems({ changed, change }: TypedChange): Problem<'change'>[] {
  if (changed.length === 0 || change !== null) return []
  return [{ field: 'change', message: 'Choose what changed' }]
}

/** The change that was ticked; a choice left over from changing one's mind is none. */
export function tickedChange({ changed, change }: TypedChange): string | null {
  return changed.length === 0 ? null : change
}

interface ChangeAtContact {
  readonly childId: string
  readonly belonging: Belonging
  readonly work: AroundEvent['work']
  readonly on: PlainDate
  readonly topic: string
}

/** Whether a change that came up at a contact may be recorded, with what is wrong where it may not. */
export async function changeRefused(
  { scope, today }: PageContext,
  { childId, work, on, topic }: ChangeAtContact,
): Promise<Problem[]> {
  const draft = { kind, topic, aboutId: null, on, reviewOn: null } as const
  const recording = recordEvent(
    await readEventGuardFacts(scope, childId, draft),
    // The contact itself is saved in the same transaction.
    { today, policy: await findPolicy(scope), work, isOfThisChild: true },
    eventGuards,
  )
  if (recording.kind === 'record') return []
  return recording.stops.map(({ message }) => ({ field: 'changed', message }))
}

/** Records the change as an event about the contact. */
export async function saveChange(
  scope: Scope,
  contactId: string,
  { childId, belonging, on, topic }: ChangeAtContact,
): Promise<void> {
  await insertEvent(scope, {
    ...belonging,
    childId,
    kind,
    topic,
    aboutId: contactId,
    on,
    reviewOn: null,
    people: null,
    note: `We heard of this at the contact on ${formatDate(on)}. The note of that day says more.`,
  })
}

/** The change that is recorded about a contact already; undefined: none, or it was withdrawn. */
export async function findOptionalChange(
  scope: Scope,
  { childId, contactId }: { readonly childId: string; readonly contactId: string },
) {
  const events = await listEvents(scope, childId)
  return events.find(
    event => event.kind === kind && event.aboutId === contactId && event.withdrawnOn === null,
  )
}
