import { describeMyself } from '#domain/identity/describe-myself.ts'
import { ethnicities } from '#domain/vocabulary/children.ts'
import { genders, nationalities, religions, sameAsRegistered } from '#domain/vocabulary/identity.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { ask, offers, type Asked, type Offer } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { editPart } from './edit-part.ts'

const ownWords = textField({ name: 'The child’s words', optional: true })

const myselfForm = defineForm({
  fields: {
    pronouns: textField({ name: 'Pronouns', optional: true, maxLength: 50 }),
    gender: choiceField({ choices: genders, missing: 'Select a gender, or “Not asked yet”' }),
    genderWords: ownWords,
    genderAsRegistered: choiceField({
      choices: sameAsRegistered,
      missing: 'Select an answer, or “Not asked yet”',
    }),
    ethnicity: choiceField({
      choices: ethnicities,
      missing: 'Choose an ethnicity, or “Not asked yet”',
    }),
    ethnicityAskedOn: dateField({ name: 'The day of asking', optional: true }),
    religion: choiceField({ choices: religions, missing: 'Select a religion, or “Not asked yet”' }),
    religionWords: ownWords,
    nationality: choiceField({
      choices: nationalities,
      missing: 'Select a nationality, or “Not asked yet”',
    }),
    nationalityWords: ownWords,
  },
})

/** How the child describes themselves. What they would rather not say is an answer; what nobody asked is not. */
export const myselfPage = editPart({
  part: 'myself',
  action: 'child.description-changed',
  lead: 'Ask the child, and write down what they say. Nobody has to answer. Where you have not asked, leave “Not asked yet”.',
  form: myselfForm,
  filled: identity => myselfForm.fill(identity),
  initial: (identity, { today }) =>
    myselfForm.fill({ ...identity, ethnicityAskedOn: identity.ethnicityAskedOn ?? today }),
  decide: async ({ pronouns, ...typed }, { identity, context: { today } }) => {
    const decision = describeMyself(typed, { bornOn: identity.bornOn, today })
    if (decision.kind === 'refused') return decision
    return { kind: 'save', set: { pronouns, ...decision.value } }
  },
  questions: asked =>
    html`${ask(asked).text('pronouns', 'Pronouns', {
      size: 's',
      width: 20,
      hint: 'For example, she/her, he/him or they/them',
    })}
    ${genderQuestions(asked)} ${ethnicityQuestions(asked)}
    ${ask(asked).one(
      'religion',
      'Religion or belief',
      withWords(offers(religions), { another: besideQuestion(asked, 'religionWords', 'Which?') }),
      { size: 's' },
    )}
    ${ask(asked).one(
      'nationality',
      'Nationality',
      withWords(offers(nationalities), {
        another: besideQuestion(asked, 'nationalityWords', 'Which?'),
      }),
      { size: 's' },
    )}`,
})

function genderQuestions(asked: Asked): Html {
  const words = besideQuestion(asked, 'genderWords', 'In the child’s words')
  return html`${ask(asked).one(
    'gender',
    'Gender',
    withWords(offers(genders), { 'own-words': words }),
    {
      size: 's',
      hint: 'Ask “How would you describe your gender?” when you are alone with the child.',
    },
  )}
  ${ask(asked).one(
    'genderAsRegistered',
    'Is that the same as registered at birth?',
    offers(sameAsRegistered),
    {
      size: 's',
      hint: 'Ask only if the child is at ease with it. Others in the room may not know.',
    },
  )}`
}

function ethnicityQuestions(asked: Asked): Html {
  const groups = Object.entries(ethnicities).map(([value, { name, group }]) => ({
    value,
    content: group === 'Information not obtained' ? name : `${group}: ${name}`,
  }))
  return html`${ask(asked).from('ethnicity', 'Ethnicity', groups, {
    size: 's',
    hint: 'As the child says. Never guess it.',
  })}
  ${ask(asked).date('ethnicityAskedOn', 'When was the child asked about ethnicity?', {
    hint: 'Today, unless you write another day. “Prefers not to say” is an answer too.',
  })}`
}

function withWords(list: readonly Offer[], beside: Readonly<Record<string, Html>>): Offer[] {
  return list.map(offer => {
    const conditional = beside[offer.value]
    return conditional === undefined ? offer : { ...offer, conditional }
  })
}

function besideQuestion(asked: Asked, name: string, label: string): Html {
  return ask(asked).text(name, label)
}
