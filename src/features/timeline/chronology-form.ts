import { chronologyPurposes } from '#domain/vocabulary/chronologies.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import type { ShownEntry } from './chosen-entries.ts'

/** What it is, for what and for whom. */
export const aboutFields = {
  title: textField({ name: 'The title', missing: 'Enter a title' }),
  purpose: choiceField({ choices: chronologyPurposes, optional: true }),
  audience: textField({ name: 'Who will read it', optional: true }),
}

/** Everything that can be written of a chronology with these entries. */
export function chronologyForm(entries: readonly ShownEntry[]) {
  return defineForm({
    fields: {
      ...aboutFields,
      ...whyFields(entries),
      out: choicesField({ choices: entries.map(({ id }) => id), optional: true }),
      pattern: longTextField({ name: 'What the pattern tells us', optional: true }),
      childView: longTextField({ name: 'The child’s view', optional: true }),
    },
  })
}

export type TypedChronology = FormValue<ReturnType<typeof chronologyForm>>

/** The field that says why an entry matters. */
export function whyField(entryId: string): string {
  return `why${entryId.replaceAll('-', '')}`
}

function whyFields(entries: readonly ShownEntry[]) {
  return Object.fromEntries(
    entries.map(({ id }) => [
      whyField(id),
      longTextField({ name: 'Why it matters', optional: true }),
    ]),
  )
}
