import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { raw } from '../trusted-html.ts'
import type { ElementOptions, Optional } from './optional-item.ts'

export type TimelineItem = ElementOptions & {
  readonly label: Content
  readonly content: Content
  /** For machines: `2026-03-02` or `2026-03-02T14:30:00Z`. */
  readonly datetime: string
  /** For people: `2 March 2026 at 2:30pm`. */
  readonly date: Content
  /** Who did it; "by" is printed before it. */
  readonly byline?: Content | undefined
}

export type TimelineOptions = ElementOptions & {
  readonly items: readonly Optional<TimelineItem>[]
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined
}

/** MoJ timeline. */
export function timeline(options: TimelineOptions): Html {
  const { items, headingLevel = 2 } = options
  return html`<div${attributes({
    class: classNames('moj-timeline', options.classes),
    ...options.attributes,
  })}>${items.map(item => item && timelineItem(item, headingLevel))}</div>`
}

function timelineItem(item: TimelineItem, headingLevel: number): Html {
  const tag = raw(`h${headingLevel}`)
  return html`<div${attributes({
    class: classNames('moj-timeline__item', item.classes),
    ...item.attributes,
  })}>
  <div class="moj-timeline__header">
    <${tag} class="moj-timeline__title">${item.label}</${tag}>
    ${item.byline && html`<p class="moj-timeline__byline">by ${item.byline}</p>`}
  </div>
  <p class="moj-timeline__date"><time datetime="${item.datetime}">${item.date}</time></p>
  <div class="moj-timeline__description">${item.content}</div>
</div>`
}
