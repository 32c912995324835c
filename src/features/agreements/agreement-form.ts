import type { Exception } from '#domain/rules/rule.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { yesNoField } from '#platform/forms/yes-no-field.ts'
import { ask, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'

/** Everything is optional here: `whyNotAgree` says what is missing, to pages and files alike. */
export const agreementForm = defineForm({
  fields: {
    untilOn: dateField({ name: 'The last day', optional: true }),
    childAgrees: yesNoField({ optional: true }),
    reason: longTextField({ optional: true }),
  },
})

/** The questions that the rule asks of whoever agrees. */
export function agreementQuestions(asked: Asked, exception: Exception, whyQuestion: string): Html {
  const question = ask(asked)
  const { untilQuestion, childAgrees } = exception
  return html`${
    untilQuestion !== null &&
    question.date('untilOn', untilQuestion, { size: 's', hint: 'The last day that it covers' })
  }
  ${childAgrees && question.yesNo('childAgrees', 'Does the child agree?', { size: 's' })}
  ${question.longText('reason', whyQuestion, { size: 's' })}`
}
