import { chronologyPurposes } from '#domain/vocabulary/chronologies.ts'
import { ask, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'

const purposes = Object.entries(chronologyPurposes).map(([value, content]) => ({ value, content }))

/** The questions about what it is, for what and for whom. */
export function aboutQuestions(asked: Asked): Html {
  const question = ask(asked)
  return html`${question.text('title', 'Title', { size: 's' })}
  ${question.from('purpose', 'What is it for?', purposes, { size: 's' })}
  ${question.text('audience', 'Who will read it?', {
    size: 's',
    hint: 'For example: the chair and members of the conference, the child and their family',
  })}`
}
