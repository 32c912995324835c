import { formatDate } from '#domain/calendar/format-date.ts'
import { switchesAfter, type PolicyPack } from '#domain/rules/policy.ts'
import { waitsForScreens } from '#domain/rules/rule.ts'
import type { Rule } from '#domain/rules/rule-book.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { WordsOn } from '../rule-words.ts'

/** Whether a rule is in use, waits for its screens, is off, or will be switched; nothing where it is simply in use. */
export function standingTags(rule: Rule, pack: PolicyPack, words: WordsOn): Html | null {
  const said = standingInWords(rule, pack, words)
  if (said.length === 0) return null
  return html`<p class="app-rules__tags">${said.map(content => html`${tag({ content, classes: 'govuk-tag--grey' })} `)}</p>`
}

/** "Waits for court, orders and reports", "Off", "On from 1 June 2026". */
export function standingInWords(
  rule: Rule,
  pack: PolicyPack,
  { today, policy }: WordsOn,
): string[] {
  const later =
    rule.alwaysOn === undefined
      ? switchesAfter(pack, rule.id, today).map(
          ({ isOn, from }) => `${isOn ? 'On' : 'Off'} from ${formatDate(from)}`,
        )
      : []
  return [
    ...(rule.waitsFor === undefined ? [] : [`Waits for ${waitsForScreens[rule.waitsFor]}`]),
    ...(policy.isOn(rule.id, today) ? [] : ['Off']),
    ...later,
  ]
}
