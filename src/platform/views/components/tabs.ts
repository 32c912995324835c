import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, isHtml, type Content, type Html } from '../html.ts'
import type { ElementOptions, Optional } from './optional-item.ts'

export type TabItem = {
  readonly id?: string | undefined
  readonly label: string
  readonly panel: { readonly content: Content; readonly attributes?: Attributes | undefined }
  readonly attributes?: Attributes | undefined
}

export type TabsOptions = ElementOptions & {
  readonly items: readonly Optional<TabItem>[]
  readonly id?: string | undefined
  /** Needed for every tab without an id of its own. */
  readonly idPrefix?: string | undefined
  readonly title?: string | undefined
}

export function tabs(options: TabsOptions): Html {
  const { items, idPrefix = '' } = options
  const panelId = (item: TabItem, index: number) => item.id || `${idPrefix}-${index + 1}`
  const tabList = items.map((item, index) => item && tab(item, panelId(item, index), index === 0))
  const panels = items.map(
    (item, index) => item && tabPanel(item, panelId(item, index), index === 0),
  )
  return html`<div${attributes({
    id: options.id,
    class: classNames('govuk-tabs', options.classes),
    ...options.attributes,
    'data-module': 'govuk-tabs',
  })}>
  <h2 class="govuk-tabs__title">${options.title ?? 'Contents'}</h2>
  ${
    items.length > 0 &&
    html`<ul class="govuk-tabs__list">
      ${tabList}
    </ul>`
  }
  ${panels}
</div>`
}

function tab(item: TabItem, panelId: string, isFirst: boolean): Html {
  const className = classNames(
    'govuk-tabs__list-item',
    isFirst && 'govuk-tabs__list-item--selected',
  )
  return html`<li class="${className}">
  <a${attributes({ class: 'govuk-tabs__tab', href: `#${panelId}`, ...item.attributes })}>${item.label}</a>
</li>`
}

function tabPanel(item: TabItem, id: string, isFirst: boolean): Html {
  const { content } = item.panel
  return html`<div${attributes({
    class: classNames('govuk-tabs__panel', !isFirst && 'govuk-tabs__panel--hidden'),
    id,
    ...item.panel.attributes,
  })}>${isHtml(content) ? content : content && html`<p class="govuk-body">${content}</p>`}</div>`
}
