import { offenceGroups } from '#domain/vocabulary/work.ts'
import { rowCount } from '#platform/forms/group-rows.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { fieldset } from '#platform/views/components/fieldset.ts'
import { html, type Html } from '#platform/views/html.ts'

/** The offences, one below the other, with buttons that add and take away without JavaScript. */
export function offenceRows(shown: ShownForm): Html {
  const count = Math.max(rowCount(shown.values, 'offences'), 1)
  const rows = Array.from({ length: count }, (_, row) => offenceRow(shown, row, count))
  return html`<h2 class="govuk-heading-m">What the police say the child did</h2>
    ${rows}
    ${button({
      content: 'Add another offence',
      name: 'add-offences',
      value: 'yes',
      classes: 'govuk-button--secondary',
    })}`
}

function offenceRow(shown: ShownForm, row: number, count: number): Html {
  const form = ask(shown)
  const name = (part: string) => `offences-${row}-${part}`
  const groups = Object.entries(offenceGroups).map(([value, content]) => ({ value, content }))
  return fieldset({
    legend: {
      content: count === 1 ? 'Offence' : `Offence ${row + 1}`,
      classes: 'govuk-fieldset__legend--s',
    },
    content: html`${form.text(name('title'), 'What it is called', { hint: 'For example, theft of a bike' })}
    ${form.from(name('group'), 'Group', groups)}
    ${form.date(name('occurredOn'), 'Date of the offence')}
    ${form.text(name('cjsCode'), 'CJS code, if known', {
      width: 10,
      hint: 'For example, TH68010',
    })}
    ${
      count > 1 &&
      button({
        content: html`Remove<span class="govuk-visually-hidden"> offence ${row + 1}</span>`,
        name: 'remove-offences',
        value: String(row),
        classes: 'govuk-button--secondary',
      })
    }`,
  })
}
