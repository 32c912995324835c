import type { EventCase } from '#records/event-cases.ts'
import { reviewDayOf } from '#domain/events/review-day.ts'
import { topicsOf, type EventKind } from '#domain/vocabulary/events.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import type { Field } from '#platform/forms/field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'

/** What is asked about an event of a kind. Null: none is chosen, and nothing can be recorded. */
export function eventForm(kind: EventKind | null, cases: readonly EventCase[]) {
  const topics = kind === null ? {} : topicsOf(kind)
  const topic: Field<string | null> =
    Object.keys(topics).length === 0
      ? choiceField({ choices: topics, optional: true })
      : choiceField({ choices: topics, missing: 'Choose one from the list' })
  return defineForm({
    fields: {
      belongsTo: choiceField({
        choices: cases.map(({ id }) => id),
        missing: 'Choose which work it belongs to',
      }),
      topic,
      happenedOn: dateField({ name: 'The day', missing: 'Enter the day' }),
      people: textField({ name: 'The people', optional: true }),
      reviewOn: reviewField(kind),
      note: longTextField({ name: 'The note', missing: 'Write what happened or what was done' }),
    },
  })
}

export type TypedEvent = FormValue<ReturnType<typeof eventForm>>

function reviewField(kind: EventKind | null): Field<PlainDate | null> {
  const name = 'The day on which it is looked at again'
  return kind !== null && reviewDayOf(kind) === 'needed'
    ? dateField({ name, missing: 'Enter the day on which it is looked at again' })
    : dateField({ name, optional: true })
}
