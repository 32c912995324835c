import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { raw } from '../trusted-html.ts'
import { button } from './button.ts'
import type { ElementOptions } from './optional-item.ts'

export type PanelAction = ElementOptions & {
  readonly content: string
  readonly href?: string | undefined
  /** `button` makes a link look like a button; without an address it is a real one. */
  readonly type?: 'button' | 'submit' | 'reset' | undefined
}

export type PanelActions = ElementOptions & { readonly items: readonly PanelAction[] }

/** A confirmation; with the class `govuk-panel--interruption`, a question before going on. */
export type PanelOptions = ElementOptions & {
  readonly title: Content
  readonly content?: Content | undefined
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  /** Printed by an interruption only. */
  readonly actions?: PanelActions | undefined
}

export function panel(options: PanelOptions): Html {
  const tag = raw(`h${options.headingLevel ?? 1}`)
  const { content, actions } = options
  const isInterruption = options.classes?.includes('govuk-panel--interruption') ?? false
  return html`<div${attributes({
    class: classNames(
      'govuk-panel',
      !isInterruption && 'govuk-panel--confirmation',
      options.classes,
    ),
    ...options.attributes,
  })}>
  <${tag} class="govuk-panel__title">${options.title}</${tag}>
  ${content && html`<div class="govuk-panel__body">${content}</div>`}
  ${isInterruption && actions && panelActions(actions)}
</div>`
}

function panelActions(actions: PanelActions): Html {
  const group = html`<div class="govuk-button-group">${actions.items.map(panelAction)}</div>`
  return html`<div${attributes({
    class: classNames('govuk-panel__actions', actions.classes),
    ...actions.attributes,
  })}>${actions.items.length > 0 && group}</div>`
}

function panelAction(action: PanelAction): Html {
  const { content, href, type, classes } = action
  if (!href || type === 'button') {
    return button({
      content,
      href,
      type: type ?? 'button',
      classes: classNames('govuk-button--inverse', classes),
      attributes: action.attributes,
    })
  }
  return html`<a${attributes({
    class: classNames('govuk-link govuk-link--inverse', classes),
    href,
    ...action.attributes,
  })}>${content}</a>`
}
