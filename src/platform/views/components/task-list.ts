import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { asOptions, type ElementOptions, type Optional } from './optional-item.ts'
import { tag, type TagOptions } from './tag.ts'

export type TaskListTitle = { readonly content: Content; readonly classes?: string | undefined }

export type TaskListStatus = {
  readonly content?: Content | undefined
  readonly tag?: TagOptions | undefined
  readonly classes?: string | undefined
}

export type TaskListItem = {
  readonly title: Content | TaskListTitle
  readonly hint?: Content | undefined
  readonly status: TaskListStatus
  readonly href?: string | undefined
  readonly classes?: string | undefined
}

export type TaskListOptions = ElementOptions & {
  readonly items: readonly Optional<TaskListItem>[]
  readonly idPrefix?: string | undefined
}

export function taskList(options: TaskListOptions): Html {
  const idPrefix = options.idPrefix || 'task-list'
  return html`<ul${attributes({
    class: classNames('govuk-task-list', options.classes),
    ...options.attributes,
  })}>${options.items.map((item, index) => item && task(item, `${idPrefix}-${index + 1}`))}</ul>`
}

function task(item: TaskListItem, id: string): Html {
  const { href, hint, status } = item
  const itemClass = classNames(
    'govuk-task-list__item',
    href && 'govuk-task-list__item--with-link',
    item.classes,
  )
  const title: TaskListTitle = asOptions(item.title)
  return html`<li class="${itemClass}">
    <div class="govuk-task-list__name-and-hint">
      ${href ? titleLink(title, href, `${hint ? `${id}-hint ` : ''}${id}-status`) : html`<div${attributes({ class: title.classes })}>${title.content}</div>`}
      ${hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${hint}</div>`}
    </div>
    <div class="${classNames('govuk-task-list__status', status.classes)}" id="${id}-status">
      ${status.tag ? tag(status.tag) : status.content}
    </div>
  </li>`
}

function titleLink(title: TaskListTitle, href: string, describedBy: string): Html {
  return html`<a${attributes({
    class: classNames('govuk-link govuk-task-list__link', title.classes),
    href,
    'aria-describedby': describedBy,
  })}>${title.content}</a>`
}
