import { whyNotBornOn } from '#domain/identity/date-of-birth.ts'
import { refused } from '#domain/interventions/refused.ts'
import { sexes } from '#domain/vocabulary/children.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { ask, offers } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { matchKeysOf } from '#records/new-child.ts'
import { editPart } from './edit-part.ts'
import { selectOffenceDays } from './queries.ts'

const namesForm = defineForm({
  fields: {
    givenName: textField({ name: 'Given name', missing: 'Enter the given name' }),
    middleNames: textField({ name: 'Middle names', optional: true }),
    familyName: textField({ name: 'Family name', missing: 'Enter the family name' }),
    knownAs: textField({ name: 'What the child is called', optional: true }),
    bornOn: dateField({
      name: 'Date of birth',
      missing: 'Enter the date of birth',
      mustBe: 'today or in the past',
    }),
    sex: choiceField({ choices: sexes, missing: 'Select girl, boy or not known' }),
  },
})

/** Names and date of birth; the keys by which the child is found again follow the names. */
export const namesPage = editPart({
  part: 'names',
  action: 'child.names-changed',
  lead: 'Correct a mistake, or write down a new name. The earlier one stays in the history.',
  form: namesForm,
  filled: identity => namesForm.fill(identity),
  decide: async (names, { identity, context: { scope, today } }) => {
    const offencesOn = await selectOffenceDays(scope, identity.id)
    const whyNot = whyNotBornOn(names.bornOn, { offencesOn, today })
    if (whyNot !== null) return refused({ field: 'bornOn', message: whyNot })
    return { kind: 'save', set: { ...names, matchKeys: [...matchKeysOf(names)] } }
  },
  questions: asked => {
    const question = ask(asked)
    return html`${question.text('givenName', 'Given name', { size: 's' })}
    ${question.text('middleNames', 'Middle names, if any', { size: 's' })}
    ${question.text('familyName', 'Family name', { size: 's' })}
    ${question.text('knownAs', 'What is the child called?', {
      size: 's',
      hint: 'If not by the given name. Every page uses this name.',
    })}
    ${question.date('bornOn', 'Date of birth', { size: 's', hint: 'For example, 27 3 2011' })}
    ${question.one('sex', 'Sex', offers(sexes), {
      size: 's',
      hint: 'As registered. Gender, as the child says it, is asked under “How I describe myself”.',
    })}`
  },
})
