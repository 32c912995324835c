import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { raw } from '../trusted-html.ts'
import { asOptions, type ElementOptions, type Optional } from './optional-item.ts'

export type SummaryListAction = {
  readonly href: string
  readonly content: Content
  /** Says what the link changes: "Change" alone is read out on its own. */
  readonly visuallyHiddenText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type SummaryListCell = { readonly content: Content; readonly classes?: string | undefined }

export type SummaryListRow = {
  readonly key: Content | SummaryListCell
  readonly value: Content | SummaryListCell
  readonly actions?: readonly SummaryListAction[] | undefined
  readonly classes?: string | undefined
}

export type SummaryCardTitle = {
  readonly content: Content
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  readonly classes?: string | undefined
}

export type SummaryCardOptions = ElementOptions & {
  readonly title?: Content | SummaryCardTitle | undefined
  readonly actions?: readonly SummaryListAction[] | undefined
}

export type SummaryListOptions = ElementOptions & {
  readonly rows: readonly Optional<SummaryListRow>[]
  readonly card?: SummaryCardOptions | undefined
}

export function summaryList(options: SummaryListOptions): Html {
  const rows = options.rows.flatMap(row => row || [])
  const hasActions = rows.some(row => row.actions && row.actions.length > 0)
  const title = options.card?.title && asOptions<SummaryCardTitle>(options.card.title)
  const cardTitle = title === '' ? undefined : title
  const list = html`<dl${attributes({
    class: classNames('govuk-summary-list', options.classes),
    ...options.attributes,
  })}>${rows.map(row => summaryRow(row, hasActions, cardTitle?.content))}</dl>`
  return options.card ? summaryCard(options.card, cardTitle, list) : list
}

function summaryRow(
  row: SummaryListRow,
  hasActions: boolean,
  cardTitle: Content | undefined,
): Html {
  const key: SummaryListCell = asOptions(row.key)
  const value: SummaryListCell = asOptions(row.value)
  const actions = row.actions ?? []
  const rowClass = classNames(
    'govuk-summary-list__row',
    hasActions && actions.length === 0 && 'govuk-summary-list__row--no-actions',
    row.classes,
  )
  return html`<div class="${rowClass}">
    <dt class="${classNames('govuk-summary-list__key', key.classes)}">${key.content}</dt>
    <dd class="${classNames('govuk-summary-list__value', value.classes)}">${value.content}</dd>
    ${actions.length > 0 && html`<dd class="govuk-summary-list__actions">${rowActions(actions, cardTitle)}</dd>`}
  </div>`
}

function rowActions(actions: readonly SummaryListAction[], cardTitle: Content | undefined): Html {
  const links = actions.map(action => actionLink(action, cardTitle))
  if (links.length === 1) return html`${links}`
  const item = (link: Html) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`
  return html`<ul class="govuk-summary-list__actions-list">
    ${links.map(item)}
  </ul>`
}

function actionLink(action: SummaryListAction, cardTitle: Content | undefined): Html {
  const { visuallyHiddenText } = action
  const hidden =
    (visuallyHiddenText || cardTitle) &&
    html`<span class="govuk-visually-hidden"
      >${visuallyHiddenText && ` ${visuallyHiddenText}`}${cardTitle && html` (${cardTitle})`}</span
    >`
  return html`<a${attributes({
    class: classNames('govuk-link', action.classes),
    href: action.href,
    ...action.attributes,
  })}>${action.content}${hidden}</a>`
}

function summaryCard(
  card: SummaryCardOptions,
  title: SummaryCardTitle | undefined,
  list: Html,
): Html {
  const tag = raw(`h${title?.headingLevel ?? 2}`)
  return html`<div${attributes({
    class: classNames('govuk-summary-card', card.classes),
    ...card.attributes,
  })}>
  <div class="govuk-summary-card__title-wrapper">
    ${title && html`<${tag} class="${classNames('govuk-summary-card__title', title.classes)}">${title.content}</${tag}>`}
    ${cardActions(card.actions ?? [], title?.content)}
  </div>
  <div class="govuk-summary-card__content">${list}</div>
</div>`
}

function cardActions(
  actions: readonly SummaryListAction[],
  title: Content | undefined,
): Html | null {
  if (actions.length === 0) return null
  const links = actions.map(action => actionLink(action, title))
  if (links.length === 1) return html`<div class="govuk-summary-card__actions">${links}</div>`
  const item = (link: Html) => html`<li class="govuk-summary-card__action">${link}</li>`
  return html`<ul class="govuk-summary-card__actions">
    ${links.map(item)}
  </ul>`
}
