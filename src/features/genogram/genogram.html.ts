import { formatDate } from '#domain/calendar/format-date.ts'
import type { GenerationInWords, PersonInWords } from '#domain/genogram/in-words.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Child } from '#records/children.ts'
import type { CaseEvent } from '#records/events.ts'
import { eventUrl } from '../events/urls.ts'
import { peopleUrl } from '../people/urls.ts'
import { legend } from './legend.html.ts'
import type { LoadedDrawing } from './load-drawing.ts'
import { moveForm } from './move.html.ts'
import { picture } from './picture.html.ts'
import { drawnWithFamilyUrl, layOutAfreshUrl, pieceUrl } from './urls.ts'

interface ShownDrawing extends LoadedDrawing {
  readonly words: readonly GenerationInWords[]
  readonly chosen: string | null
  /** The latest record that the family drew it. */
  readonly drawn: CaseEvent | undefined
}

interface Reader {
  readonly mayChange: boolean
  readonly mayRecordEvent: boolean
}

export function drawingTitle(child: Pick<Child, 'knownAs' | 'givenName'>): string {
  return `${child.knownAs ?? child.givenName}’s family drawing`
}

/** The drawing, what moves it, and the same in words. */
export function genogramBody(shown: ShownDrawing, form: ShownForm, reader: Reader): Html {
  const { child, drawing, mayBeMoved } = shown
  const title = drawingTitle(child)
  const changes = reader.mayChange && mayBeMoved
  return html`<div class="app-genogram" ${changes && html`data-genogram`}>
    <h1 class="govuk-heading-l">${title}</h1>
    ${!mayBeMoved && nobodyYet(child.id)}
    <div
      class="app-genogram__box"
      tabindex="0"
      role="region"
      aria-label="${title}, the picture. It can be scrolled."
    >
      ${picture(drawing, title)}
    </div>
    ${changes && html`<p class="govuk-body app-genogram__status app-no-print" role="status"></p>`}
    ${details({ summary: 'What the symbols and lines mean', content: legend() })}
    ${changes && moving(shown, form)}
    ${drawnWithFamily(shown, form, reader)}
    ${inWords(shown, changes)}
    <p class="govuk-body app-no-print">
      The drawing is made from
      <a class="govuk-link" href="${peopleUrl(child.id)}">the people around the child</a>.
    </p>
  </div>`
}

function nobodyYet(childId: string): Html {
  return insetText({
    content: html`Nobody of the family is recorded yet.
      <a class="govuk-link" href="${peopleUrl(childId)}">Add the people around the child</a>, and they
      are drawn here.`,
  })
}

function moving({ child, drawing, pieces, chosen }: ShownDrawing, form: ShownForm): Html {
  const isMoved = pieces.some(({ place }) => place !== null)
  return html`<section class="app-genogram__move app-no-print" id="move">
    <h2 class="govuk-heading-s">Move a piece</h2>
    <p class="govuk-body app-genogram__hint">
      Drag a piece in the picture, or go to it with the Tab key and press the arrow keys. The buttons
      do the same.
    </p>
    ${moveForm(form.hiddenFields, { childId: child.id, people: drawing.people, chosen, steps: 1 })}
    ${
      isMoved &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${layOutAfreshUrl(child.id)}">Lay out afresh</a>
      </p>`
    }
  </section>`
}

function drawnWithFamily(
  { child, drawn, mayBeMoved }: ShownDrawing,
  { hiddenFields }: ShownForm,
  { mayRecordEvent }: Reader,
): Html | null {
  const last =
    drawn !== undefined &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="${eventUrl(child.id, drawn.id)}">Drawn with the family</a> on
      ${formatDate(drawn.on)}.
    </p>`
  if (!mayRecordEvent || !mayBeMoved) return last === false ? null : last
  return html`${last}
    <form method="post" action="${drawnWithFamilyUrl(child.id)}" class="app-no-print" novalidate>
      ${hiddenFields}
      ${button({
        content: 'Drawn with the family today',
        classes: 'govuk-button--secondary',
        preventDoubleClick: true,
      })}
    </form>`
}

function inWords({ words, child }: ShownDrawing, mayChange: boolean): Html {
  return html`<section class="app-genogram__words">
    <h2 class="govuk-heading-m">The drawing in words</h2>
    ${words.map(
      ({ title, people }) =>
        html`<h3 class="govuk-heading-s">${title}</h3>
          <ul class="govuk-list govuk-list--spaced">
            ${people.map(person => sentence(person, child.id, mayChange))}
          </ul>`,
    )}
  </section>`
}

function sentence(person: PersonInWords, childId: string, mayChange: boolean): Html {
  const { kinship, name, facts, id } = person
  return html`<li>
    ${kinship}: <strong>${name}</strong>${facts.map(fact => html`; ${fact}`)}.
    ${
      mayChange &&
      html`<a class="govuk-link app-no-print" href="${pieceUrl(childId, id)}"
        >Change<span class="govuk-visually-hidden"> how ${name} is drawn</span></a
      >`
    }
  </li>`
}
