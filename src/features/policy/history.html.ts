import { formatDate } from '#domain/calendar/format-date.ts'
import { isOnOrBefore } from '#domain/calendar/plain-date.ts'
import { limitInWords } from '#domain/rules/deadline.ts'
import { numberOn, policyOf } from '#domain/rules/policy.ts'
import { findRule } from '#domain/rules/rule-book.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ClosedDay, PolicyChange } from '#records/policy-changes.ts'
import { momentInWords } from '../moment-in-words.ts'
import { ruleUrl } from '../rules/urls.ts'

/** Who settled what, when, from which day, and why. */
export function historyBody(
  changes: readonly PolicyChange[],
  closedDays: readonly ClosedDay[],
): Html {
  return html`<h1 class="govuk-heading-l">Every change of the policy pack</h1>
    <p class="govuk-body">
      The latest first. A change is never edited or taken back: another one from the same day or a later
      one takes its place.
    </p>
    ${
      changes.length === 0
        ? html`<p class="govuk-body">No number was changed and no rule switched yet.</p>`
        : scrollingTable({
            caption: 'Numbers and switches',
            head: ['Rule', 'What', 'From', 'Why', 'Who and when'],
            rows: changes.map((change, at) => changeRow(change, changes.slice(0, at))).toReversed(),
          })
    }
    ${
      closedDays.length > 0 &&
      scrollingTable({
        caption: 'Closed days',
        head: ['Day', 'Why', 'Who and when'],
        rows: closedDays
          .map(day => [formatDate(day.closedOn), day.reason, whoAndWhen(day)])
          .toReversed(),
      })
    }`
}

function changeRow(change: PolicyChange, earlier: readonly PolicyChange[]) {
  const { ruleId, from, reason } = change
  return [
    html`<a class="govuk-link" href="${ruleUrl(ruleId)}">${ruleId}</a>`,
    change.kind === 'switch' ? switchInWords(change) : numberInWords(change, earlier),
    formatDate(from),
    reason,
    whoAndWhen(change),
  ]
}

function switchInWords({ isOn }: { readonly isOn: boolean }): string {
  return isOn ? 'Off to on' : 'On to off'
}

/** "Time to sign: 10 working days to 7 working days": from the number that would have held on the day. */
function numberInWords(
  change: PolicyChange & { readonly kind: 'number' },
  earlier: readonly PolicyChange[],
): string {
  const rule = findRule(change.ruleId)
  const parameter = rule?.parameters[change.parameter]
  if (rule === undefined || parameter === undefined) return `${change.parameter}: ${change.value}`
  const numbers = earlier.flatMap(one => (one.kind === 'number' ? [one] : []))
  const before = policyOf({ numbers, switches: [], closedDays: [] }, [rule])
  const is = limitInWords(parameter.unit, change.value)
  const hadBegun = before.valuesOf(parameter).some(({ from }) => isOnOrBefore(from, change.from))
  if (!hadBegun) return `${parameter.name}: ${is}`
  const was = limitInWords(parameter.unit, numberOn(before, parameter, change.from))
  return `${parameter.name}: ${was} to ${is}`
}

function whoAndWhen({ by, recordedAt }: Pick<ClosedDay, 'by' | 'recordedAt'>): Html {
  return html`${by}<br /><span class="govuk-hint">${momentInWords(recordedAt)}</span>`
}
