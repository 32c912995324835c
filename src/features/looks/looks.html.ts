import { isRole, roles } from '#domain/access/permissions.ts'
import { formatShortDate } from '#domain/calendar/format-date.ts'
import { formatTime, londonTime } from '#domain/calendar/time.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Child } from '#records/children.ts'
import { inWords, isLook } from './page-words.ts'
import type { Look } from './queries.ts'
import { looksUrl } from './urls.ts'

interface Looks {
  readonly child: Child
  readonly looks: readonly Look[]
  readonly isNewest: boolean
  readonly older: number | null
}

/** The looks and changes of one page, newest first, and the way to newer and older ones. */
export function looksBody({ child, looks, isNewest, older }: Looks): Html {
  const url = looksUrl(child.id)
  const name = child.knownAs ?? child.givenName
  return html`<h1 class="govuk-heading-l">Who looked</h1>
    <p class="govuk-body-l">
      Everyone who opened a page about ${name} or changed something, newest first. Your own looks are
      here too.
    </p>
    ${
      looks.length === 0
        ? html`<p class="govuk-body">There is nothing older.</p>`
        : scrollingTable({
            caption: 'Looks and changes',
            captionClasses: 'govuk-visually-hidden',
            head: [{ content: 'When' }, { content: 'Who' }, { content: 'What' }],
            rows: looks.map(row),
          })
    }
    ${
      (!isNewest || older !== null) &&
      pagination({
        previous: isNewest ? undefined : { href: url, content: 'Newest' },
        next: older === null ? undefined : { href: `${url}?before=${older}`, content: 'Older' },
      })
    }`
}

function row(look: Look) {
  const { date, time } = londonTime(look.at)
  return [
    { content: `${formatShortDate(date)}, ${formatTime(time)}` },
    { content: look.who === null ? 'Alongside itself' : html`${look.who}${roleOf(look)}` },
    { content: isLook(look) ? `Looked at: ${inWords(look)}` : `Changed: ${inWords(look)}` },
  ]
}

function roleOf({ role }: Look): Html | null {
  if (role === null || !isRole(role)) return null
  return html`<br /><span class="govuk-hint">${roles[role]}</span>`
}
