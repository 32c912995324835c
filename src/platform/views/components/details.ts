import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type DetailsOptions = ElementOptions & {
  readonly summary: Content
  readonly content: Content
  readonly id?: string | undefined
  readonly open?: boolean | undefined
}

export function details(options: DetailsOptions): Html {
  return html`<details${attributes({
    id: options.id,
    class: classNames('govuk-details', options.classes),
    ...options.attributes,
    open: options.open,
  })}>
  <summary class="govuk-details__summary">
    <span class="govuk-details__summary-text">${options.summary}</span>
  </summary>
  <div class="govuk-details__text">${options.content}</div>
</details>`
}
