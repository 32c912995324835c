import { attributes, classNames } from '../attributes.ts'
import { html, isHtml, type Content, type Html } from '../html.ts'
import { raw } from '../trusted-html.ts'
import type { ElementOptions, Optional } from './optional-item.ts'

export type AccordionItem = {
  readonly heading: Content
  readonly summary?: Content | undefined
  readonly content: Content
  readonly expanded?: boolean | undefined
}

export type AccordionOptions = ElementOptions & {
  readonly id: string
  readonly items: readonly Optional<AccordionItem>[]
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  /** The browser remembers what was open. Say false where that would tell of a child. */
  readonly rememberExpanded?: boolean | undefined
}

export function accordion(options: AccordionOptions): Html {
  const { id, headingLevel = 2, rememberExpanded } = options
  return html`<div${attributes({
    class: classNames('govuk-accordion', options.classes),
    'data-module': 'govuk-accordion',
    id,
    'data-remember-expanded': rememberExpanded === undefined ? undefined : String(rememberExpanded),
    ...options.attributes,
  })}>${options.items.map((item, index) => item && section(item, id, index + 1, headingLevel))}</div>`
}

function section(item: AccordionItem, id: string, number: number, headingLevel: number): Html {
  const tag = raw(`h${headingLevel}`)
  const { summary, content, expanded } = item
  const sectionClass = classNames(
    'govuk-accordion__section',
    expanded && 'govuk-accordion__section--expanded',
  )
  return html`<div class="${sectionClass}">
  <div class="govuk-accordion__section-header">
    <${tag} class="govuk-accordion__section-heading">
      <span class="govuk-accordion__section-button" id="${id}-heading-${number}">${item.heading}</span>
    </${tag}>
    ${summary && html`<div class="govuk-accordion__section-summary govuk-body" id="${id}-summary-${number}">${summary}</div>`}
  </div>
  <div id="${id}-content-${number}" class="govuk-accordion__section-content">${isHtml(content) ? content : content && html`<p class="govuk-body">${content}</p>`}</div>
</div>`
}
