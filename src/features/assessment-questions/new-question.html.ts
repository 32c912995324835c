import { ownQuestionTypes } from '#domain/assessment/own-questions.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, offers, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { sections } from './sections.ts'
import { assessmentQuestionsUrl } from './urls.ts'

/** A new question of the service's own. */
export function newQuestionBody(shown: ShownForm): Html {
  const asked = ask(shown)
  const choices = asked.longText('choices', 'The choices', { hint: 'One on each line.', rows: 4 })
  const types = offers(ownQuestionTypes).map(offer =>
    offer.value === 'one' ? { ...offer, conditional: choices } : offer,
  )
  const places = [...sections].map(([value, { title, forms }]) => ({
    value,
    content: `${title} (${forms.length === 1 ? (forms[0] ?? '') : `${forms.length} forms`})`,
  }))
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Add a question</h1>
    ${postForm(
      shown,
      { submit: 'Add the question', cancel: assessmentQuestionsUrl },
      html`<p class="govuk-body">
          Its words cannot be changed later, so that every answer stays an answer to what was asked. It
          can be ended, and another one added.
        </p>
        ${asked.text('title', 'The question', { size: 's', hint: 'Short and plain. Name no child.' })}
        ${asked.text('help', 'What helps to answer it, if anything', { size: 's' })}
        ${asked.from('section', 'In which section is it asked?', places, { size: 's' })}
        ${asked.one('type', 'How is it answered?', types, { size: 's' })}
        ${asked.date('startsOn', 'From which day is it asked?', { size: 's' })}`,
    )}`
}
