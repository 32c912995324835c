import { attributes, classNames } from '../attributes.ts'
import { html, isHtml, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type ButtonOptions = ElementOptions & {
  readonly content: Content
  /** Makes a link that looks like a button. */
  readonly href?: string | undefined
  readonly type?: 'button' | 'submit' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly isStartButton?: boolean | undefined
}

const startIcon = html`<svg
  class="govuk-button__start-icon"
  xmlns="http://www.w3.org/2000/svg"
  width="17.5"
  height="19"
  viewBox="0 0 33 40"
  aria-hidden="true"
  focusable="false"
>
  <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
</svg>`

export function button(options: ButtonOptions): Html {
  const shared = {
    class: classNames(
      'govuk-button',
      options.classes,
      options.isStartButton && 'govuk-button--start',
    ),
    'data-module': 'govuk-button',
    ...options.attributes,
    id: options.id,
  }
  const { content, isStartButton } = options
  const inside = isStartButton && isHtml(content) ? html`<span>${content}</span>` : content
  const label = html`${inside} ${isStartButton && startIcon}`
  if (options.href) {
    return html`<a${attributes({
      href: options.href,
      role: 'button',
      draggable: 'false',
      ...shared,
    })}>${label}</a>`
  }
  return html`<button${attributes({ ...buttonAttributes(options), ...shared })}>${label}</button>`
}

function buttonAttributes(options: ButtonOptions) {
  const { preventDoubleClick } = options
  return {
    type: options.type ?? 'submit',
    value: options.value || undefined,
    name: options.name || undefined,
    disabled: options.disabled,
    'aria-disabled': options.disabled ? 'true' : undefined,
    'data-prevent-double-click':
      preventDoubleClick === undefined ? undefined : String(preventDoubleClick),
  }
}
