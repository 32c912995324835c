import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { switchesAfter, type Policy, type PolicyPack } from '#domain/rules/policy.ts'
import type { Rule } from '#domain/rules/rule-book.ts'
import { ask, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { howItActs } from '../rule-words.ts'
import type { Ahead } from './look-ahead.ts'
import { aheadSection, lookFirstForm } from './look-ahead.html.ts'

interface ShownSwitch {
  readonly rule: Rule
  readonly pack: PolicyPack
  readonly policy: Policy
  readonly ahead: (Ahead & { readonly isOn: boolean }) | null
}

/** Whether the rule is on, what switching it would do, and the form for it; only the reason where it has to stay on. */
export function switchRuleBody(shown: ShownSwitch, asked: Asked, today: PlainDate): Html {
  const { rule, ahead } = shown
  return html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">${rule.id}: ${rule.title}</span>
    <h1 class="govuk-heading-l">${ahead === null ? 'Switch a rule on or off' : 'What would change'}</h1>
    ${
      rule.alwaysOn === undefined
        ? switching(shown, asked, today)
        : html`<p class="govuk-body">This rule is always on. ${rule.alwaysOn}</p>`
    }`
}

function switching(shown: ShownSwitch, asked: Asked, today: PlainDate): Html {
  const { rule, ahead } = shown
  return html`${ahead !== null && aheadSection(ahead, html`The rule is <strong>${onOrOff(ahead.isOn)}</strong> from ${formatDate(ahead.from)}.`)}
    ${ahead !== null && html`<h2 class="govuk-heading-m">Your change</h2>`}
    ${summaryList({
      rows: [
        { key: 'The rule is', value: standingInWords(shown, today) },
        { key: 'How it acts', value: howItActs[rule.kind] },
      ],
    })}
    ${lookFirstForm(asked, ahead, questions(asked))}`
}

function standingInWords({ rule, pack, policy }: ShownSwitch, today: PlainDate): string {
  const later = switchesAfter(pack, rule.id, today).map(
    ({ isOn, from }) => `${onOrOff(isOn)} from ${formatDate(from)}`,
  )
  return [onOrOff(policy.isOn(rule.id, today)), ...later].join('; ')
}

function onOrOff(isOn: boolean): string {
  return isOn ? 'on' : 'off'
}

function questions(asked: Asked): Html {
  const question = ask(asked)
  const choices = [
    { value: 'on', content: 'On' },
    { value: 'off', content: 'Off', hint: 'What fell due while it was on stays owed.' },
  ]
  return html`${question.one('isOn', 'What should it be?', choices, { size: 's' })}
  ${question.date('from', 'From which day?', { size: 's', hint: 'Today or later' })}
  ${question.longText('reason', 'Why?', {
    size: 's',
    hint: 'Everybody who reads the rule book can read this. It cannot be changed later. Name no child.',
  })}`
}
