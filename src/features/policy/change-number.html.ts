import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { limitInWords } from '#domain/rules/deadline.ts'
import type { Parameter } from '#domain/rules/parameter.ts'
import { numberOfSource, numberOn, type Policy } from '#domain/rules/policy.ts'
import type { Rule } from '#domain/rules/rule-book.ts'
import { ask, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { howItActs, numberInWords } from '../rule-words.ts'
import type { Ahead } from './look-ahead.ts'
import { aheadSection, lookFirstForm } from './look-ahead.html.ts'

interface ShownNumber {
  readonly rule: Rule
  readonly parameter: Parameter
  readonly policy: Policy
  readonly ahead: (Ahead & { readonly value: number }) | null
}

/** The number as it is, what it would do when it is another one, and the form to change it. */
export function changeNumberBody(shown: ShownNumber, asked: Asked, today: PlainDate): Html {
  const { rule, parameter, policy, ahead } = shown
  return html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">${rule.id}: ${rule.title}</span>
    <h1 class="govuk-heading-l">${ahead === null ? 'Change a number' : 'What would change'}</h1>
    ${ahead !== null && aheadSection(ahead, changeInWords(shown, ahead))}
    ${ahead !== null && html`<h2 class="govuk-heading-m">Your change</h2>`}
    ${summaryList({
      rows: [
        { key: parameter.name, value: numberInWords(parameter, { today, policy }) },
        {
          key: 'In the source',
          value: limitInWords(parameter.unit, numberOfSource(parameter, today)),
        },
        { key: 'How it acts', value: howItActs[rule.kind] },
      ],
    })}
    ${lookFirstForm(asked, ahead, questions(shown, asked))}`
}

function changeInWords(
  { parameter, policy }: ShownNumber,
  { from, value }: { from: PlainDate; value: number },
) {
  const [was, is] = [numberOn(policy, parameter, from), value].map(one =>
    limitInWords(parameter.unit, one),
  )
  return html`${parameter.name}: <strong>${is}</strong> instead of ${was}, from ${formatDate(from)}.`
}

function questions({ parameter }: ShownNumber, asked: Asked): Html {
  const { unit, least, most } = parameter
  const question = ask(asked)
  return html`${question.text('value', html`New number, ${unitInWords(unit)}`, {
    size: 's',
    width: 4,
    inputmode: 'numeric',
    hint: `From ${least} to ${most}`,
  })}
  ${question.date('from', 'From which day?', {
    size: 's',
    hint: 'Today or later. What fell due before that day keeps its number.',
  })}
  ${question.longText('reason', 'Why?', {
    size: 's',
    hint: 'Everybody who reads the rule book can read this. It cannot be changed later. Name no child.',
  })}`
}

function unitInWords(unit: Parameter['unit']): string {
  return unit === 'a month' || unit === 'a year' ? `how many ${unit}` : `in ${unit}`
}
