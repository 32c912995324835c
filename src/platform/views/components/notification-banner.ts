import { attributes, classNames } from '../attributes.ts'
import { html, isHtml, type Content, type Html } from '../html.ts'
import { raw } from '../trusted-html.ts'
import type { ElementOptions } from './optional-item.ts'

export type NotificationBannerOptions = ElementOptions & {
  /** A string becomes a heading; markup is printed as it is. */
  readonly content: Content
  readonly title?: Content | undefined
  readonly titleId?: string | undefined
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  readonly type?: 'success' | undefined
  readonly role?: string | undefined
  readonly disableAutoFocus?: boolean | undefined
}

export function notificationBanner(options: NotificationBannerOptions): Html {
  const isSuccess = options.type === 'success'
  const { content, disableAutoFocus } = options
  const titleId = options.titleId || 'govuk-notification-banner-title'
  const title = options.title ?? (isSuccess ? 'Success' : 'Important')
  const tag = raw(`h${options.titleHeadingLevel ?? 2}`)
  return html`<div${attributes({
    class: classNames(
      'govuk-notification-banner',
      isSuccess && 'govuk-notification-banner--success',
      options.classes,
    ),
    role: options.role ?? (isSuccess ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus':
      disableAutoFocus === undefined ? undefined : String(disableAutoFocus),
    ...options.attributes,
  })}>
  <div class="govuk-notification-banner__header">
    <${tag} class="govuk-notification-banner__title" id="${titleId}">${title}</${tag}>
  </div>
  <div class="govuk-notification-banner__content">${bannerContent(content)}</div>
</div>`
}

function bannerContent(content: Content): Html | null {
  if (isHtml(content)) return content
  return content ? html`<p class="govuk-notification-banner__heading">${content}</p>` : null
}
