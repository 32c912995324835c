import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { timeField } from '#platform/forms/time-field.ts'
import { goTo } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { page } from '../page.ts'
import { insertPanel } from './queries.ts'
import { panelsUrl, panelUrl } from './urls.ts'

const panelForm = defineForm({
  fields: {
    heldOn: dateField({
      name: 'Day of the panel',
      missing: 'Enter the day of the panel',
      mustBe: 'today or in the future',
    }),
    startsAt: timeField({ name: 'Time', missing: 'Enter the time at which the panel starts' }),
    place: textField({ name: 'Place', missing: 'Enter where the panel meets' }),
  },
})

export const newPanelPage = page({
  permission: 'panel.arrange',
  load: async () => ({}),
  form: panelForm,
  submit: async ({ scope }, panel) => goTo(panelUrl(await insertPanel(scope, panel)), 'Panel set'),
  view: (_loaded, shown) => ({
    title: 'Set the date of a panel',
    backLink: panelsUrl,
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">Set the date of a panel</h1>
      ${postForm(
        shown,
        { submit: 'Set the panel', cancel: panelsUrl },
        html`${ask(shown).date('heldOn', 'Which day?')}
        ${ask(shown).text('startsAt', 'What time does it start?', {
          width: 5,
          hint: 'For example, 14:30',
        })}
        ${ask(shown).text('place', 'Where?', { hint: 'A room, or a video call' })}`,
      )}`,
  }),
})
