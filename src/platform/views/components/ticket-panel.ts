import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions, Optional } from './optional-item.ts'

/** Classes: `moj-ticket-panel__content--blue`, `--red`, `--green`… */
export type TicketPanelItem = ElementOptions & { readonly content: Content }

/** Classes: `moj-ticket-panel--inline` puts the items side by side. */
export type TicketPanelOptions = ElementOptions & {
  readonly items: readonly Optional<TicketPanelItem>[]
}

/** MoJ ticket panel: a card or a row of cards. */
export function ticketPanel(options: TicketPanelOptions): Html {
  return html`<article${attributes({
    class: classNames('moj-ticket-panel', options.classes),
    ...options.attributes,
  })}>${options.items.map(item => item && ticket(item))}</article>`
}

function ticket(item: TicketPanelItem): Html {
  return html`<section${attributes({
    class: classNames('moj-ticket-panel__content', item.classes),
    ...item.attributes,
  })}>${item.content}</section>`
}
