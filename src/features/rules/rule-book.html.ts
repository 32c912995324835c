import { limitInWords } from '#domain/rules/deadline.ts'
import { numberOn, type Policy } from '#domain/rules/policy.ts'
import type { Rule } from '#domain/rules/rule-book.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { html, type Html } from '#platform/views/html.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { ruleUrl } from './urls.ts'

const kindNames = {
  duty: 'Owed by a day',
  guard: 'Needed before a step',
  prompt: 'Advice while writing',
  standard: 'Owed by the service',
} as const

/** All rules on one page, each leading to its own. */
export function ruleBookBody(rules: readonly Rule[]): Html {
  return html`<h1 class="govuk-heading-l">The rule book</h1>
    <p class="govuk-body-l">
      What this service has promised every child. Each task and each stop on a screen comes from one
      of these.
    </p>
    ${scrollingTable({
      caption: 'Rules',
      captionClasses: 'govuk-visually-hidden',
      head: [{ content: 'Rule' }, { content: 'What it says' }, { content: 'Kind' }],
      rows: rules.map(rule => [
        { content: html`<a class="govuk-link" href="${ruleUrl(rule.id)}">${rule.id}</a>` },
        { content: rule.title },
        { content: kindNames[rule.kind] },
      ]),
    })}`
}

/** One rule: what it says, why, its source and its numbers today. */
export function ruleBody(
  rule: Rule,
  source: string,
  { today, policy }: { readonly today: PlainDate; readonly policy: Policy },
): Html {
  const numbers = Object.values(rule.parameters).map(parameter => ({
    key: { content: parameter.name },
    value: { content: limitInWords(parameter.unit, numberOn(policy, parameter, today)) },
  }))
  return html`<h1 class="govuk-heading-l">${rule.title}</h1>
    <p class="govuk-body-l">${rule.why}</p>
    ${summaryList({
      rows: [
        { key: { content: 'Rule' }, value: { content: rule.id } },
        { key: { content: 'Kind' }, value: { content: kindNames[rule.kind] } },
        {
          key: { content: 'Source' },
          value: { content: `${source}, section ${rule.citation.section}` },
        },
        ...numbers,
      ],
    })}`
}
