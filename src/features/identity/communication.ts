import { wordsBeside } from '#domain/identity/own-words.ts'
import { refused } from '#domain/interventions/refused.ts'
import { disabilityAnswers, speechLanguageAnswers } from '#domain/vocabulary/identity.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { yesNoField } from '#platform/forms/yes-no-field.ts'
import { ask, offers, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { editPart } from './edit-part.ts'

const longest = 1000

const communicationForm = defineForm({
  fields: {
    firstLanguage: textField({ name: 'First language', optional: true }),
    otherLanguages: textField({ name: 'Other languages', optional: true }),
    needsInterpreter: yesNoField({ missing: 'Select whether an interpreter is needed' }),
    interpreterLanguage: textField({ name: 'The language', optional: true }),
    communication: longTextField({
      name: 'How the child understands best',
      optional: true,
      maxLength: longest,
    }),
    speechLanguageNeeds: choiceField({
      choices: speechLanguageAnswers,
      missing: 'Select what is known, or “Not looked at yet”',
    }),
    speechLanguageWords: longTextField({
      name: 'What is known',
      optional: true,
      maxLength: longest,
    }),
    disability: choiceField({
      choices: disabilityAnswers,
      missing: 'Select an answer, or “Not asked yet”',
    }),
    disabilityWords: longTextField({
      name: 'The child’s words',
      optional: true,
      maxLength: longest,
    }),
  },
})

/** In which languages and how one talks with the child, and what makes it harder for them. */
export const communicationPage = editPart({
  part: 'communication',
  action: 'child.communication-changed',
  lead: 'What everybody who meets the child has to know to be understood, and to understand.',
  form: communicationForm,
  filled: identity => communicationForm.fill(identity),
  decide: async typed => {
    const { speechLanguageNeeds, speechLanguageWords } = typed
    if (wordsBeside(speechLanguageNeeds, speechLanguageWords) !== speechLanguageWords) {
      const message = 'Select what is known, or clear the words below: they do not fit together'
      return refused({ field: 'speechLanguageNeeds', message })
    }
    return {
      kind: 'save',
      set: {
        ...typed,
        interpreterLanguage: typed.needsInterpreter
          ? (typed.interpreterLanguage ?? typed.firstLanguage)
          : null,
        disabilityWords: wordsBeside(typed.disability, typed.disabilityWords),
      },
    }
  },
  questions: asked =>
    html`${languageQuestions(asked)}
    ${ask(asked).longText('communication', 'How does the child understand best?', {
      size: 's',
      rows: 3,
      hint: 'For example: short sentences, pictures, time to answer. It stands at the head of every page.',
    })}
    ${needQuestions(asked)}`,
})

function languageQuestions(asked: Asked): Html {
  const question = ask(asked)
  return html`${question.text('firstLanguage', 'First language', {
    size: 's',
    width: 20,
    hint: 'British Sign Language is one too',
  })}
  ${question.text('otherLanguages', 'Other languages, if any', { size: 's' })}
  ${question.one(
    'needsInterpreter',
    'Is an interpreter needed?',
    [
      {
        value: 'yes',
        content: 'Yes',
        conditional: question.text('interpreterLanguage', 'For which language?', {
          width: 20,
          hint: 'The first language, unless you write another',
        }),
      },
      { value: 'no', content: 'No' },
    ],
    { size: 's' },
  )}`
}

function needQuestions(asked: Asked): Html {
  const question = ask(asked)
  return html`${question.one(
    'speechLanguageNeeds',
    'Speech, language and communication',
    offers(speechLanguageAnswers),
    { size: 's' },
  )}
  ${question.longText('speechLanguageWords', 'What is known of it, and what helps?', { rows: 3 })}
  ${question.one(
    'disability',
    'Does the child have a disability or a long-term condition?',
    offers(disabilityAnswers).map(offer =>
      offer.value === 'yes'
        ? {
            ...offer,
            conditional: question.longText('disabilityWords', 'Which, in the child’s words', {
              rows: 3,
            }),
          }
        : offer,
    ),
    {
      size: 's',
      hint: 'Ask “Is there anything that makes everyday things harder for you?”',
    },
  )}`
}
