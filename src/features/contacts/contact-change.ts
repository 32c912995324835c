import { formatDate } from '#domain/calendar/format-date.ts'
import { topicsOf } from '#domain/vocabulary/events.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import type { Problem } from '#platform/forms/form.ts'
import { listEvents } from '#records/events.ts'
import type { Scope } from '#records/scope.ts'
import type { PageContext } from '../page.ts'
import { saveHeardChange, whyNotChange, type HeardChange } from '../significant-change.ts'
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

interface ChangeAtContact extends Omit<HeardChange, keyof Belonging> {
  readonly belonging: Belonging
}

/** Whether a change that came up at a contact may be recorded, with what is wrong where it may not. */
export async function changeRefused(
  context: PageContext,
  { belonging, ...change }: ChangeAtContact,
): Promise<Problem[]> {
  const reasons = await whyNotChange(context, { ...change, ...belonging })
  return reasons.map(message => ({ field: 'changed', message }))
}

/** Records the change as an event about the contact. */
export async function saveChange(
  scope: Scope,
  contactId: string,
  { belonging, ...change }: ChangeAtContact,
): Promise<void> {
  await saveHeardChange(
    scope,
    { ...change, ...belonging },
    {
      aboutId: contactId,
      note: `We heard of this at the contact on ${formatDate(change.on)}. The note of that day says more.`,
    },
  )
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
