import { formatDate } from '#domain/calendar/format-date.ts'
import { panelAgencies, type PanelAgency } from '#domain/vocabulary/work.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Panel } from '#records/panels.ts'
import { panelUrl } from './urls.ts'

interface AttendanceView {
  readonly panel: Panel
  readonly agencies: readonly PanelAgency[]
  readonly shown: ShownForm
  readonly hasMet: boolean
}

/** For each agency: it came, and who; or it could not, and why. */
export function attendanceBody({ panel, agencies, shown, hasMet }: AttendanceView): Html {
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Who came to the panel on ${formatDate(panel.heldOn)}?</h1>
    ${
      hasMet
        ? postForm(
            shown,
            { submit: 'Record who came', cancel: panelUrl(panel.id) },
            html`${agencies.map((agency, row) => agencyRow(shown, agency, row))}`,
          )
        : html`<p class="govuk-body">
            The panel has not met yet. Come back on its day or after it.
          </p>`
    }`
}

function agencyRow(shown: ShownForm, agency: PanelAgency, row: number): Html {
  const form = ask(shown)
  const name = (part: string) => `agencies-${row}-${part}`
  return html`<input type="hidden" name="${name('agency')}" value="${agency}" />
    ${form.one(name('came'), panelAgencies[agency], [
      {
        value: 'yes',
        content: 'Came',
        conditional: form.text(name('person'), 'Who came?', { width: 20 }),
      },
      {
        value: 'no',
        content: 'Could not come',
        conditional: form.text(name('reason'), 'Why not?'),
      },
    ])}`
}
