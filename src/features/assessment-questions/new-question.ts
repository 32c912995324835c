import { ownQuestionProblem, ownQuestionTypes } from '#domain/assessment/own-questions.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { page } from '../page.ts'
import { newQuestionBody } from './new-question.html.ts'
import { insertOwnQuestion } from './queries.ts'
import { sections } from './sections.ts'
import { assessmentQuestionsUrl } from './urls.ts'

const questionForm = defineForm({
  fields: {
    title: textField({ name: 'The question', missing: 'Write the question' }),
    help: textField({ name: 'The help', maxLength: 500, optional: true }),
    section: choiceField({
      choices: [...sections.keys()],
      missing: 'Select the section in which it is asked',
    }),
    type: choiceField({ choices: ownQuestionTypes, missing: 'Select how it is answered' }),
    choices: longTextField({ name: 'The choices', maxLength: 1000, optional: true }),
    startsOn: dateField({
      name: 'The first day',
      mustBe: 'today or in the future',
      missing: 'Enter the first day on which it is asked',
    }),
  },
})

export const newQuestionPage = page({
  permission: 'assessment-question.change',
  load: () => Promise.resolve(null),
  form: questionForm,
  initial: (_nothing, { today }) => questionForm.fill({ startsOn: today }),
  submit: async ({ scope, user }, typed) => {
    const question = { ...typed, choices: choicesIn(typed) }
    const problem = ownQuestionProblem(question)
    if (problem !== null) return refuse(problem)
    const id = await insertOwnQuestion(scope, { ...question, recordedBy: user.id })
    await insertAuditEntry(scope, { action: 'assessment-question.added', subjectId: id })
    return goTo(assessmentQuestionsUrl, 'Question added')
  },
  view: (_nothing, shown) => ({
    title: 'Add a question',
    backLink: assessmentQuestionsUrl,
    body: newQuestionBody(shown),
  }),
})

/** What was typed as choices, one a line; none where the question is answered in another way. */
function choicesIn({ type, choices }: FormValue<typeof questionForm>): string[] {
  if (type !== 'one') return []
  return (choices ?? '')
    .split('\n')
    .map(choice => choice.trim())
    .filter(choice => choice !== '')
}
