import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { asOptions, type ElementOptions } from './optional-item.ts'
import { tag, type TagOptions } from './tag.ts'

export type PhaseBannerOptions = ElementOptions & {
  readonly tag: Content | TagOptions
  readonly content: Content
}

export function phaseBanner(options: PhaseBannerOptions): Html {
  const tagOptions: TagOptions = asOptions(options.tag)
  return html`<div${attributes({
    class: classNames('govuk-phase-banner govuk-width-container', options.classes),
    ...options.attributes,
  })}>
  <p class="govuk-phase-banner__content">
    ${tag({ ...tagOptions, classes: classNames('govuk-phase-banner__content__tag', tagOptions.classes) })}
    <span class="govuk-phase-banner__text">${options.content}</span>
  </p>
</div>`
}
