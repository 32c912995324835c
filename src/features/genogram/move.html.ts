import type { DrawnPerson } from '#domain/genogram/drawn-person.ts'
import { directions } from '#domain/genogram/move-piece.ts'
import { html, type Html } from '#platform/views/html.ts'
import { button } from '#platform/views/components/button.ts'
import { input } from '#platform/views/components/input.ts'
import { select } from '#platform/views/components/select.ts'
import { movePieceUrl } from './urls.ts'

interface Moving {
  readonly childId: string
  readonly people: readonly DrawnPerson[]
  readonly chosen: string | null
  /** How many steps at once; as it was typed, where that was no number. */
  readonly steps: number | string
  readonly errors?: { readonly piece?: string | undefined; readonly steps?: string | undefined }
}

/** Which piece, how far, and a button for each way. With script a piece is dragged, and this form is how it is saved. */
export function moveForm(
  hiddenFields: Html,
  { childId, people, chosen, steps, errors }: Moving,
): Html {
  return html`<form method="post" action="${movePieceUrl(childId)}" class="app-genogram__form" novalidate>
    ${hiddenFields}
    ${select({
      name: 'piece',
      id: 'piece',
      label: 'Who',
      value: chosen ?? '',
      errorMessage: errors?.piece,
      items: people.map(({ id, name }) => ({ value: id, content: name })),
    })}
    ${input({
      name: 'steps',
      id: 'steps',
      label: 'Steps',
      value: String(steps),
      errorMessage: errors?.steps,
      classes: 'govuk-input--width-2',
      inputmode: 'numeric',
      autocomplete: 'off',
    })}
    <div class="govuk-button-group">
      ${Object.entries(directions).map(([direction, name]) =>
        button({
          content: name,
          name: 'direction',
          value: direction,
          classes: 'govuk-button--secondary',
        }),
      )}
    </div>
  </form>`
}
