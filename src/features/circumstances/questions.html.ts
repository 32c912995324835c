import type { Mend, RecordQuestion } from '#domain/circumstances/question.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import {
  changeCircumstanceUrl,
  correctCircumstanceUrl,
  endCircumstanceUrl,
  newCircumstanceUrl,
  stillTrueUrl,
} from './urls.ts'

const names = {
  contradiction: 'Does not fit',
  gap: 'Gap',
  'not-said': 'Not known',
  stale: 'Said long ago',
} as const

/** What the record asks about itself, each with the steps that would answer it. */
export function questionList(
  childId: string,
  questions: readonly RecordQuestion[],
  mayRecord: boolean,
): Html {
  return html`<section class="app-card app-card--quiet">
    <h2 class="app-card__title">To ask or to put right</h2>
    ${
      questions.length === 0
        ? html`<p class="govuk-body">The record fits together.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${questions.map(question => questionItem(childId, question, mayRecord))}
          </ul>`
    }
  </section>`
}

function questionItem(
  childId: string,
  { about, text, mends }: RecordQuestion,
  mayRecord: boolean,
): Html {
  const links = mends.map(
    (mend, index) => html`${index > 0 && html` or `}${mendLink(childId, mend, text)}`,
  )
  return html`<li>
    ${tag({ content: names[about], classes: 'govuk-tag--grey' })}<br />${text}${
      mayRecord && html`<br />${links}`
    }
  </li>`
}

const steps = {
  correct: { words: 'Correct it', url: correctCircumstanceUrl },
  change: { words: 'Record the change', url: changeCircumstanceUrl },
  end: { words: 'End it', url: endCircumstanceUrl },
} as const

function mendLink(childId: string, mend: Mend, text: string): Html {
  const [words, url] = wayOf(childId, mend)
  return html`<a class="govuk-link" href="${url}"
    >${words}<span class="govuk-visually-hidden">. ${text}</span></a
  >`
}

function wayOf(childId: string, mend: Mend): readonly [string, string] {
  switch (mend.how) {
    case 'add':
      return [`Add: ${circumstanceKinds[mend.kind]}`, newCircumstanceUrl(childId, mend.kind)]
    case 'ask-again':
      return ['Say what is still true', stillTrueUrl(childId)]
    default:
      return [steps[mend.how].words, steps[mend.how].url(childId, mend.spellId)]
  }
}
