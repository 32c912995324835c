import { formatDate } from '#domain/calendar/format-date.ts'
import { limitInWords } from '#domain/rules/deadline.ts'
import { numberOfSource, switchesAfter, type PolicyPack } from '#domain/rules/policy.ts'
import type { Rule } from '#domain/rules/rule-book.ts'
import { button } from '#platform/views/components/button.ts'
import { scrollingTable, type TableCell } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ClosedDay } from '#records/policy-changes.ts'
import { isSettledHere, numberInWords, numbersOf, type WordsOn } from '../rule-words.ts'
import { ruleBookUrl, ruleUrl } from '../rules/urls.ts'
import { changeNumberUrl, closeDayUrl, policyHistoryUrl, switchRuleUrl } from './urls.ts'

interface ShownPolicy {
  readonly rules: readonly Rule[]
  readonly pack: PolicyPack
  readonly words: WordsOn
  readonly closedDays: readonly ClosedDay[]
  readonly mayChange: boolean
}

/** What the service has settled, the days on which it is closed, and every rule with its numbers. */
export function policyBody(shown: ShownPolicy): Html {
  return html`<h1 class="govuk-heading-l">Policy pack</h1>
    <p class="govuk-body-l">
      What this service has settled over <a class="govuk-link" href="${ruleBookUrl}">the rule book</a>.
      Everything else holds as its source says.
    </p>
    <p class="govuk-body">
      ${!shown.mayChange && 'The head of service changes it. '}<a
        class="govuk-link"
        href="${policyHistoryUrl}"
        >Every change, with who made it and why</a
      >
    </p>
    ${settledHere(shown)} ${closedDaysSection(shown)} ${everyRule(shown)}`
}

function settledHere(shown: ShownPolicy): Html {
  const rows = shown.rules.flatMap(rule => settledRows(rule, shown))
  const heading = html`<h2 class="govuk-heading-m">Settled by this service</h2>`
  if (rows.length === 0) {
    return html`${heading}
      <p class="govuk-body">Nothing yet: every rule is on, with the numbers of its source.</p>`
  }
  return html`${heading}
  ${scrollingTable({
    caption: 'Settled by this service',
    captionClasses: 'govuk-visually-hidden',
    head: ['Rule', 'Here', 'In the source'],
    rows,
  })}`
}

function settledRows(rule: Rule, { pack, words }: ShownPolicy): TableCell[][] {
  const numbers = numbersOf(rule)
    .filter(({ parameter }) => isSettledHere(parameter, words))
    .map(({ parameter }) => [
      ruleLink(rule),
      `${parameter.name}: ${numberInWords(parameter, words)}`,
      limitInWords(parameter.unit, numberOfSource(parameter, words.today)),
    ])
  const standing = standingOf(rule, pack, words)
  return standing === 'On' || rule.alwaysOn !== undefined
    ? numbers
    : [[ruleLink(rule), standing, 'On'], ...numbers]
}

function ruleLink(rule: Rule): Html {
  return html`<a class="govuk-link" href="${ruleUrl(rule.id)}">${rule.title}</a>`
}

function standingOf(rule: Rule, pack: PolicyPack, { today, policy }: WordsOn): string {
  const later = switchesAfter(pack, rule.id, today).map(
    ({ isOn, from }) => `${isOn ? 'on' : 'off'} from ${formatDate(from)}`,
  )
  return [policy.isOn(rule.id, today) ? 'On' : 'Off', ...later].join('; ')
}

function closedDaysSection({ closedDays, mayChange }: ShownPolicy): Html {
  const add =
    mayChange &&
    button({
      content: 'Add a closed day',
      href: closeDayUrl,
      classes: 'govuk-button--secondary',
    })
  return html`<h2 class="govuk-heading-m">Closed days</h2>
    ${
      closedDays.length === 0
        ? html`<p class="govuk-body">None besides weekends and bank holidays.</p>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${closedDays.map(({ closedOn, reason }) => html`<li>${formatDate(closedOn)}: ${reason}</li>`)}
          </ul>`
    }
    ${add}`
}

function everyRule(shown: ShownPolicy): Html {
  return html`<h2 class="govuk-heading-m">Every rule</h2>
    <ul class="app-rules">
      ${shown.rules.map(rule => ruleItem(rule, shown))}
    </ul>`
}

function ruleItem(rule: Rule, { pack, words, mayChange }: ShownPolicy): Html {
  return html`<li class="app-rules__item">
    <h3 class="govuk-heading-s">${ruleLink(rule)}</h3>
    <p class="app-rules__source">${rule.id}</p>
    <ul class="govuk-list govuk-list--bullet">
      ${numbersOf(rule).map(
        ({ key, parameter }) =>
          html`<li>
            ${parameter.name}: ${numberInWords(parameter, words)}
            ${mayChange && way(changeNumberUrl(rule.id, key), 'Change', parameter.name)}
          </li>`,
      )}
      <li>
        ${rule.alwaysOn === undefined ? standingOf(rule, pack, words) : 'Always on'}
        ${mayChange && rule.alwaysOn === undefined && way(switchRuleUrl(rule.id), 'Switch', rule.title)}
      </li>
    </ul>
  </li>`
}

function way(url: string, verb: string, about: string): Html {
  return html`<a class="govuk-link" href="${url}"
    >${verb}<span class="govuk-visually-hidden"> ${about}</span></a
  >`
}
