import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type ErrorSummaryItem = {
  readonly content: Content
  /** The address of the field: `#started-on-day`. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type ErrorSummaryOptions = ElementOptions & {
  readonly title?: Content | undefined
  readonly description?: Content | undefined
  readonly errorList?: readonly ErrorSummaryItem[] | undefined
  readonly disableAutoFocus?: boolean | undefined
}

export function errorSummary(options: ErrorSummaryOptions): Html {
  const { description, errorList = [], disableAutoFocus } = options
  return html`<div${attributes({
    class: classNames('govuk-error-summary', options.classes),
    'data-disable-auto-focus':
      disableAutoFocus === undefined ? undefined : String(disableAutoFocus),
    ...options.attributes,
    'data-module': 'govuk-error-summary',
  })}>
  <div role="alert">
    <h2 class="govuk-error-summary__title">${options.title ?? 'There is a problem'}</h2>
    <div class="govuk-error-summary__body">
      ${description && html`<p>${description}</p>`}
      ${
        errorList.length > 0 &&
        html`<ul class="govuk-list govuk-error-summary__list">
          ${errorList.map(listItem)}
        </ul>`
      }
    </div>
  </div>
</div>`
}

function listItem(item: ErrorSummaryItem): Html {
  if (!item.href) return html`<li>${item.content}</li>`
  return html`<li><a${attributes({ href: item.href, ...item.attributes })}>${item.content}</a></li>`
}
