import { formatShortDate } from '#domain/calendar/format-date.ts'
import { formatTime, londonTime } from '#domain/calendar/time.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Content, type Html } from '#platform/views/html.ts'
import type { FieldChange } from '#records/row-changes.ts'

/** A change of one field, in words. */
export interface ChangeInWords {
  readonly at: FieldChange['at']
  readonly by: string | null
  /** The name of the field as people know it. */
  readonly what: Content
  readonly was: Content
  readonly became: Content
}

/** Who changed what and when, the latest first: what it was stays readable beside what it became. */
export function changesTable(changes: readonly ChangeInWords[], nothing: string): Html {
  if (changes.length === 0) return html`<p class="govuk-body">${nothing}</p>`
  return scrollingTable({
    caption: 'Earlier versions',
    captionClasses: 'govuk-visually-hidden',
    head: ['When', 'Who', 'What', 'It was', 'It became'],
    rows: changes.map(({ at, by, what, was, became }) => {
      const { date, time } = londonTime(at)
      return [
        `${formatShortDate(date)}, ${formatTime(time)}`,
        by ?? 'Alongside itself',
        what,
        was,
        became,
      ]
    }),
  })
}
