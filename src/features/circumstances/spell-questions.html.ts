import { kindOf } from '#domain/circumstances/kinds.ts'
import type { CircumstanceKind } from '#domain/vocabulary/children.ts'
import { ask, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { askedFacts } from './fact-fields.ts'
import { factQuestion } from './fact-questions.html.ts'
import { sourceQuestion } from './source-question.ts'

/** Everything that a kind asks, from when to when, who said it, and a note. */
export function spellQuestions(asked: Asked, kind: CircumstanceKind): Html {
  const declared = kindOf(kind)
  const question = ask(asked)
  return html`${factQuestion(asked, declared.main)}
  ${declared.facts.map(fact => factQuestion(asked, fact))}
  ${question.date('startedOn', 'From which day?', { size: 's' })}
  ${question.date('endedOn', 'Until which day? (if it is over)', {
    size: 's',
    hint: 'The first day on which it was no longer so',
  })}
  ${sourceQuestion(asked)}
  ${question.longText('detail', 'Is there more to say? (if there is)', { size: 's', rows: 3 })}`
}

/** What has to be known when something changes, and no more. */
export function changeQuestions(asked: Asked, kind: CircumstanceKind): Html {
  const declared = kindOf(kind)
  return html`${factQuestion(asked, declared.main)}
  ${askedFacts(declared, 'change').map(fact => factQuestion(asked, fact))}
  ${ask(asked).date('startedOn', 'From which day?', { size: 's' })} ${sourceQuestion(asked)}`
}
