import { html, type Html } from '../html.ts'
import type { Optional } from './optional-item.ts'

/** Buttons and links side by side, made with `button` or as ordinary links. */
export function buttonGroup(items: readonly Optional<Html>[]): Html {
  return html`<div class="govuk-button-group">${items}</div>`
}
