import { may } from '#domain/access/permissions.ts'
import { alertKinds } from '#domain/vocabulary/alerts.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import type { ComparedQuestion } from '#platform/http/version.ts'
import { ask, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Scope } from '#records/scope.ts'
import { listStaff, type StaffMember } from '#records/staff.ts'

const longest = 1000

/** What is asked about an alert; its owner is one of these people. */
export function alertForm(owners: readonly StaffMember[]) {
  return defineForm({
    fields: {
      kind: choiceField({ choices: alertKinds, missing: 'Select what the alert is about' }),
      what: longTextField({
        name: 'What it is',
        missing: 'Write what it is, in a sentence or two',
        maxLength: longest,
      }),
      whatToDo: longTextField({
        name: 'What to do',
        missing: 'Write what whoever reads this is to do',
        maxLength: longest,
      }),
      ownerId: choiceField({
        choices: owners.map(({ id }) => id),
        missing: 'Choose who looks after the alert',
      }),
      startedOn: dateField({ name: 'The first day', missing: 'Enter since when it holds' }),
      reviewOn: dateField({
        name: 'The day for looking at it again',
        missing: 'Enter the day on which it is looked at again',
      }),
    },
  })
}

const kindNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(alertKinds).map(([code, { name }]) => [code, name] as const),
)

const days = ['day', 'month', 'year']

/** The same questions, where two people's answers are compared. */
export function alertQuestions(owners: readonly StaffMember[]): ComparedQuestion[] {
  return [
    { field: 'kind', title: 'What is it about?', words: kindNames },
    { field: 'what', title: 'What is it?' },
    { field: 'whatToDo', title: 'What is to be done?' },
    {
      field: 'ownerId',
      title: 'Who looks after it?',
      words: Object.fromEntries(owners.map(({ id, name }) => [id, name])),
    },
    { field: 'startedOn', title: 'Since when?', parts: days },
    { field: 'reviewOn', title: 'When is it looked at again?', parts: days },
  ]
}

/** Who can look after an alert: those who may record one. */
export async function listOwners(scope: Scope): Promise<StaffMember[]> {
  return (await listStaff(scope)).filter(({ role }) => may(role, 'alert.record'))
}

/** The questions, in the order in which one thinks of them. */
export function askAboutAlert(asked: Asked, owners: readonly StaffMember[]): Html {
  const question = ask(asked)
  const kinds = Object.entries(alertKinds).map(([value, { name, hint }]) => ({
    value,
    content: name,
    hint,
  }))
  return html`${question.one('kind', 'What is it about?', kinds, { size: 's' })}
  ${question.longText('what', 'What is it?', {
    size: 's',
    rows: 3,
    hint: 'The fact, and who said it. Write it so that the child could read it.',
  })}
  ${question.longText('whatToDo', 'What is to be done?', {
    size: 's',
    rows: 3,
    hint: 'For example: visit in twos. Ring before you come.',
  })}
  ${question.from(
    'ownerId',
    'Who looks after it?',
    owners.map(({ id, name, jobTitle }) => ({ value: id, content: `${name}, ${jobTitle}` })),
    { size: 's', hint: 'They are asked to look at it again.' },
  )}
  ${question.date('startedOn', 'Since when?', { size: 's' })}
  ${question.date('reviewOn', 'When is it looked at again?', {
    size: 's',
    hint: 'An alert that nobody looks at again is soon read by nobody.',
  })}`
}
