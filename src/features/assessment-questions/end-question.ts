import { z } from 'zod'
import { isBefore } from '#domain/calendar/plain-date.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { listOwnQuestions } from '#records/own-questions.ts'
import { idInUrl, page } from '../page.ts'
import { updateQuestionEnd } from './queries.ts'
import { assessmentQuestionsUrl } from './urls.ts'

const endForm = defineForm({
  fields: {
    endsOn: dateField({
      name: 'The last day',
      mustBe: 'today or in the future',
      missing: 'Enter the last day on which it is asked',
    }),
  },
})

export const endQuestionPage = page({
  permission: 'assessment-question.change',
  params: z.object({ questionId: idInUrl }),
  load: async ({ scope }, { params: { questionId } }) => {
    const question = (await listOwnQuestions(scope)).find(({ id }) => id === questionId)
    if (question === undefined) throw new NotFound()
    return question
  },
  form: endForm,
  initial: (_question, { today }) => endForm.fill({ endsOn: today }),
  submit: async ({ scope }, { endsOn }, { params: { questionId }, loaded: question }) => {
    if (question.endsOn !== null) {
      return refuse({ field: 'endsOn', message: 'This question has an end already' })
    }
    if (isBefore(endsOn, question.startsOn)) {
      return refuse({ field: 'endsOn', message: 'The last day must not be before the first' })
    }
    await updateQuestionEnd(scope, questionId, endsOn)
    await insertAuditEntry(scope, { action: 'assessment-question.ended', subjectId: questionId })
    return goTo(assessmentQuestionsUrl, 'The question ends')
  },
  view: (question, shown) => ({
    title: 'Stop asking a question',
    backLink: assessmentQuestionsUrl,
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">Stop asking a question</h1>
      <p class="govuk-body">“${question.title}”</p>
      <p class="govuk-body">What was answered until now stays in the assessments and is read there.</p>
      ${postForm(
        shown,
        { submit: 'Stop asking it', cancel: assessmentQuestionsUrl },
        html`${ask(shown).date('endsOn', 'What is the last day on which it is asked?', { size: 's' })}`,
      )}`,
  }),
})
