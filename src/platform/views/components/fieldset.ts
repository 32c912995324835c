import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { asOptions, type ElementOptions } from './optional-item.ts'

export type LegendOptions = {
  readonly content: Content
  readonly classes?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

export type FieldsetOptions = ElementOptions & {
  readonly legend?: Content | LegendOptions | undefined
  readonly describedBy?: string | undefined
  readonly role?: string | undefined
  readonly content?: Html | undefined
}

export function fieldset(options: FieldsetOptions): Html {
  return html`<fieldset${attributes({
    class: classNames('govuk-fieldset', options.classes),
    role: options.role || undefined,
    'aria-describedby': options.describedBy || undefined,
    ...options.attributes,
  })}>
  ${options.legend && legend(asOptions(options.legend))}
  ${options.content}
</fieldset>`
}

function legend(options: LegendOptions): Html {
  const { content, classes, isPageHeading } = options
  return html`<legend class="${classNames('govuk-fieldset__legend', classes)}">
    ${isPageHeading ? html`<h1 class="govuk-fieldset__heading">${content}</h1>` : content}
  </legend>`
}
