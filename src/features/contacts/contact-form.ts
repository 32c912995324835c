import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ContactRecord } from '#domain/contacts/record-contact.ts'
import { attendances, contactKinds } from '#domain/vocabulary/work.ts'
import type { Attendance, ContactKind } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { timeField } from '#platform/forms/time-field.ts'
import { changeFields, changeProblems } from './contact-change.ts'

export const people = { child: 'The child', 'parent-or-carer': 'A parent or carer' } as const
type Person = keyof typeof people

export interface ContactValues {
  readonly kind: ContactKind
  readonly plannedOn: PlainDate
  readonly plannedTime: string | null
  readonly place: string | null
}

export interface RecordValues {
  readonly attendance: Attendance
  readonly present: readonly Person[]
  readonly note: string | null
}

const dayFields = {
  plannedOn: dateField({ name: 'The day', missing: 'Enter the day' }),
  plannedTime: timeField({ name: 'The time', optional: true }),
  place: textField({ name: 'The place', optional: true }),
}

const recordFields = {
  present: choicesField({ choices: people, optional: true }),
  note: longTextField({ name: 'The note', optional: true }),
}

const didTheyCome = 'Say whether the child came'

export const newContactForm = defineForm({
  fields: {
    kind: choiceField({ choices: contactKinds, missing: 'Choose what kind of contact it is' }),
    ...dayFields,
    happened: choiceField({
      choices: ['planned', 'happened'],
      missing: 'Say whether it is planned or has happened',
    }),
    attendance: choiceField({ choices: attendances, optional: true, unknown: didTheyCome }),
    ...recordFields,
    ...changeFields,
  },
  check: ({ happened, attendance, ...change }) => {
    if (happened === 'planned') return []
    const missing =
      attendance === null ? [{ field: 'attendance', message: didTheyCome } as const] : []
    return [...missing, ...changeProblems(change)]
  },
})

export const recordForm = defineForm({
  fields: {
    attendance: choiceField({ choices: attendances, missing: didTheyCome }),
    ...recordFields,
    ...changeFields,
  },
  check: changeProblems,
})

export const moveForm = defineForm({ fields: dayFields })

/** What the domain decides about, from what was typed. */
export function contactRecord(
  values: RecordValues,
  on: PlainDate,
  today: PlainDate,
): ContactRecord {
  return {
    on,
    today,
    attendance: values.attendance,
    sawChild: values.present.includes('child'),
    sawParent: values.present.includes('parent-or-carer'),
    note: values.note,
  }
}
