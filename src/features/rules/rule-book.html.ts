import type { PolicyPack } from '#domain/rules/policy.ts'
import { ruleBook, type Rule } from '#domain/rules/rule-book.ts'
import { sources } from '#domain/rules/sources.ts'
import { button } from '#platform/views/components/button.ts'
import { select } from '#platform/views/components/select.ts'
import { html, type Html } from '#platform/views/html.ts'
import { howItActs, kindNames, numberInWords, numbersOf, type WordsOn } from '../rule-words.ts'
import { standings, type AskedRules } from './asked-rules.ts'
import { standingTags } from './standing-tags.ts'
import { ruleBookUrl, ruleUrl } from './urls.ts'
import { touchesInWords } from './touches.ts'

interface ShownBook {
  readonly asked: AskedRules
  readonly rules: readonly Rule[]
  readonly pack: PolicyPack
  readonly words: WordsOn
  readonly touched: ReadonlyMap<string, number>
}

const kinds = (Object.keys(kindNames) as Rule['kind'][]).filter(kind => kind !== 'setting')
const kindsInTheBook = Object.fromEntries(kinds.map(kind => [kind, kindNames[kind]]))

/** All rules on one page by kind, each leading to its own. */
export function ruleBookBody(shown: ShownBook): Html {
  const { rules, asked } = shown
  const isAll = Object.values(asked).every(value => value === null)
  const count = isAll ? `${ruleBook.length} rules.` : `${rules.length} of ${ruleBook.length} rules.`
  return html`<h1 class="govuk-heading-l">The rule book</h1>
    <p class="govuk-body-l">
      What this service has promised every child. Each task and each stop on a screen comes from one
      of these.
    </p>
    ${filterForm(asked)}
    <p class="govuk-body">
      ${count} ${!isAll && html`<a class="govuk-link" href="${ruleBookUrl}">Show all</a>`}
    </p>
    ${kinds.map(kind => kindSection(kind, shown))}`
}

function filterForm(asked: AskedRules): Html {
  return html`<form method="get" action="${ruleBookUrl}" class="app-filter app-no-print" role="search" aria-label="Rules">
    ${chooseFrom('kind', 'Kind', kindsInTheBook, asked.kind)}
    ${chooseFrom('source', 'Source', sources, asked.source)}
    ${chooseFrom('standing', 'In this service', standings, asked.standing)}
    ${button({ content: 'Show these rules', classes: 'govuk-button--secondary' })}
  </form>`
}

function chooseFrom(
  name: string,
  label: string,
  choices: Readonly<Record<string, string>>,
  value: string | null,
): Html {
  return select({
    name,
    id: name,
    label,
    items: [
      { value: '', content: 'All' },
      ...Object.entries(choices).map(([key, content]) => ({ value: key, content })),
    ],
    value: value ?? '',
  })
}

function kindSection(kind: Rule['kind'], shown: ShownBook): Html | null {
  const rules = shown.rules.filter(rule => rule.kind === kind)
  if (rules.length === 0) return null
  return html`<section class="app-section">
    <h2 class="govuk-heading-m">${kindNames[kind]} (${rules.length})</h2>
    <p class="govuk-body">${howItActs[kind]}</p>
    <ul class="app-rules">
      ${rules.map(rule => ruleItem(rule, shown))}
    </ul>
  </section>`
}

function ruleItem(rule: Rule, { pack, words, touched }: ShownBook): Html {
  const numbers = numbersOf(rule).map(
    ({ parameter }) => `${parameter.name}: ${numberInWords(parameter, words)}`,
  )
  const touches = touchesInWords(rule, touched)
  const facts = touches === null ? numbers : [...numbers, touches]
  return html`<li class="app-rules__item">
    <h3 class="govuk-heading-s"><a class="govuk-link" href="${ruleUrl(rule.id)}">${rule.title}</a></h3>
    <p class="app-rules__source">
      ${rule.id}. ${sources[rule.citation.source]}, section ${rule.citation.section}.
    </p>
    ${standingTags(rule, pack, words)}
    ${
      facts.length > 0 &&
      html`<ul class="govuk-list govuk-list--bullet">${facts.map(fact => html`<li>${fact}</li>`)}</ul>`
    }
  </li>`
}
