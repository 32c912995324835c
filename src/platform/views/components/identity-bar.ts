import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type IdentityBarOptions = ElementOptions & { readonly title: Content }

/** MoJ identity bar: whose record this is, on every page of it. */
export function identityBar(options: IdentityBarOptions): Html {
  return html`<div${attributes({
    class: classNames('moj-identity-bar', options.classes),
    ...options.attributes,
  })}>
  <div class="moj-identity-bar__container">
    <div class="moj-identity-bar__details"><span class="moj-identity-bar__title">${options.title}</span></div>
  </div>
</div>`
}
