import type { PolicyPack } from '#domain/rules/policy.ts'
import type { Exception } from '#domain/rules/rule.ts'
import type { Rule } from '#domain/rules/rule-book.ts'
import { sources } from '#domain/rules/sources.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { PolicyChange } from '#records/policy-changes.ts'
import { changeNumberUrl, switchRuleUrl } from '../policy/urls.ts'
import { howItActs, kindNames, numberInWords, numbersOf, type WordsOn } from '../rule-words.ts'
import { numberHistory, switchHistory } from './number-history.html.ts'
import { standingInWords } from './standing-tags.ts'
import { touchesInWords } from './touches.ts'

interface ShownRule {
  readonly rule: Rule
  readonly pack: PolicyPack
  readonly words: WordsOn
  /** Those of this rule, in the order in which they were recorded. */
  readonly changes: readonly PolicyChange[]
  readonly touched: ReadonlyMap<string, number>
  readonly mayChange: boolean
}

/** One rule: what it says, why, its source, its numbers today and before, and who may agree to something else. */
export function ruleBody(shown: ShownRule): Html {
  const { rule, changes, touched } = shown
  const touches = touchesInWords(rule, touched)
  return html`<h1 class="govuk-heading-l">${rule.title}</h1>
    <p class="govuk-body-l">${rule.why}</p>
    ${summaryList({
      rows: [
        { key: 'Rule', value: rule.id },
        { key: 'Kind', value: html`${kindNames[rule.kind]}. ${howItActs[rule.kind]}` },
        {
          key: 'Source',
          value: `${sources[rule.citation.source]}, section ${rule.citation.section}`,
        },
        ...numberRows(shown),
        { key: 'Exception', value: exceptionInWords(rule.exception) },
        standingRow(shown),
        touches !== null && { key: 'Today', value: touches },
      ],
    })}
    ${numbersOf(rule).map(({ key, parameter }) => numberHistory(parameter, ofNumber(changes, key)))}
    ${switchHistory(changes)}`
}

function ofNumber(changes: readonly PolicyChange[], key: string): PolicyChange[] {
  return changes.filter(change => change.kind === 'number' && change.parameter === key)
}

function numberRows({ rule, words, mayChange }: ShownRule): SummaryListRow[] {
  return numbersOf(rule).map(({ key, parameter }) => ({
    key: parameter.name,
    value: numberInWords(parameter, words),
    actions: mayChange
      ? [
          {
            href: changeNumberUrl(rule.id, key),
            content: 'Change',
            visuallyHiddenText: parameter.name,
          },
        ]
      : [],
  }))
}

function standingRow({ rule, pack, words, mayChange }: ShownRule): SummaryListRow {
  if (rule.alwaysOn !== undefined) {
    return { key: 'In this service', value: `Always on. ${rule.alwaysOn}` }
  }
  const said = standingInWords(rule, pack, words)
  const isOff = !words.policy.isOn(rule.id, words.today)
  return {
    key: 'In this service',
    value: (isOff || rule.waitsFor !== undefined ? said : ['On', ...said]).join('; '),
    actions: mayChange
      ? [{ href: switchRuleUrl(rule.id), content: 'Switch', visuallyHiddenText: 'this rule' }]
      : [],
  }
}

function exceptionInWords(exception: Exception | undefined): string {
  if (exception === undefined) return 'None'
  const { by, what, untilQuestion, childAgrees } = exception
  const who = by === 'worker' ? 'The worker writes down the reason' : `A ${by} may agree`
  const end = untilQuestion === null ? '' : ', until a day that is named'
  return `${what}. ${who}${end}${childAgrees ? '; the child has to agree too' : ''}.`
}
