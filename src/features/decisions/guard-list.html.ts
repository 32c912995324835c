import { formatDate } from '#domain/calendar/format-date.ts'
import type { GuardStanding, StandingGap } from '#domain/out-of-court/guard-standing.ts'
import type { Reason } from '#domain/rules/rule.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { html, type Html } from '#platform/views/html.ts'
import { guardStop } from '../guard-stop.ts'

const states = {
  there: { words: 'There', look: 'met' },
  missing: { words: 'Missing', look: 'overdue' },
  'asked-below': { words: 'Asked below', look: 'due' },
  'not-applicable': { words: 'Not needed', look: 'met' },
} as const

interface GuardList {
  readonly standings: readonly GuardStanding[]
  /** Where each part of the record is put right. */
  readonly placeOf: (about: StandingGap['about']) => string
  /** What a sent form was stopped by, by rule. */
  readonly stopped: ReadonlyMap<string, readonly string[]>
  /** What to offer under a rule. */
  readonly offerOf: (ruleId: string) => Html | null
}

/** The id of a rule's entry: what the error summary leads to. */
export function guardAnchor(ruleId: string): string {
  return `guard-${ruleId}`
}

/** The rules in front of a decision, each with what is there and what is missing. */
export function guardList(list: GuardList): Html {
  return html`<ul class="app-owed">
    ${list.standings.map(standing => entry(standing, list))}
  </ul>`
}

function entry(
  { guard, state, missing, because, notNeededFor }: GuardStanding,
  list: GuardList,
): Html {
  const stopped = list.stopped.get(guard.id) ?? []
  const known = new Set(missing.map(gap => gap.message))
  const typed = stopped.filter(message => !known.has(message))
  const { words, look } = stopped.length > 0 ? states.missing : states[state]
  return html`<li
    class="app-owed__item app-owed__item--${look}"
    id="${guardAnchor(guard.id)}"
    tabindex="-1"
  >
    <span class="app-owed__what">${guard.title}</span>
    <span class="app-owed__when">${words}</span>
    <div class="app-owed__why">
      ${stopped.length === 0 && because.map(reason)}
      ${state === 'missing' && notNeeded(notNeededFor)}
      ${guardStop({
        ruleId: guard.id,
        missing: [...missing.map(gap => gapLink(gap, list)), ...typed],
        offer: list.offerOf(guard.id),
      })}
    </div>
  </li>`
}

function gapLink({ about, message }: StandingGap, { placeOf }: GuardList): Html {
  return html`<a class="govuk-link" href="${placeOf(about)}">${message}</a>`
}

function reason({ text, on }: Reason): Html {
  return html`<p class="govuk-body-s">
    ${text}${on !== undefined && html`, ${formatDate(on)}`}
  </p>`
}

function notNeeded(decisions: GuardStanding['notNeededFor']): Html | null {
  if (decisions.length === 0) return null
  const names = decisions.map(kind => outcomeKinds[kind].name.toLowerCase()).join(', ')
  return html`<p class="govuk-body-s">Not needed for: ${names}.</p>`
}
