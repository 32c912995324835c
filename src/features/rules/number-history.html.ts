import { formatDate } from '#domain/calendar/format-date.ts'
import { compareDates } from '#domain/calendar/plain-date.ts'
import { limitInWords } from '#domain/rules/deadline.ts'
import type { Parameter } from '#domain/rules/parameter.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import type { Html } from '#platform/views/html.ts'
import type { PolicyChange } from '#records/policy-changes.ts'

/** What the source says of a number, and each change that the service has made, by the day from which it holds. */
export function numberHistory(parameter: Parameter, changes: readonly PolicyChange[]): Html {
  const ofSource = parameter.values.map(value => ({ ...value, why: 'The source' }))
  const ofService = changes.flatMap(change =>
    change.kind === 'number'
      ? [{ from: change.from, value: change.value, why: `This service: ${change.reason}` }]
      : [],
  )
  return scrollingTable({
    caption: `${parameter.name}: how it has changed`,
    captionClasses: 'govuk-table__caption--s',
    head: ['From', 'Number', 'Who settled it, and why'],
    rows: [...ofSource, ...ofService]
      .toSorted((a, b) => compareDates(a.from, b.from))
      .map(({ from, value, why }) => [formatDate(from), limitInWords(parameter.unit, value), why]),
  })
}

/** When the service switched the rule and why; nothing where it never did. */
export function switchHistory(changes: readonly PolicyChange[]): Html | null {
  const switches = changes.flatMap(change => (change.kind === 'switch' ? [change] : []))
  if (switches.length === 0) return null
  return scrollingTable({
    caption: 'When it was on and off',
    captionClasses: 'govuk-table__caption--s',
    head: ['From', 'On or off', 'Why'],
    rows: switches
      .toSorted((a, b) => compareDates(a.from, b.from))
      .map(({ from, isOn, reason }) => [formatDate(from), isOn ? 'On' : 'Off', reason]),
  })
}
