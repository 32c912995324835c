import { familyAndFriendKinds, professionalRelationships } from '#domain/vocabulary/children.ts'
import { personSexes } from '#domain/vocabulary/family.ts'
import { ask, offers, type Asked } from '#platform/views/ask.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'

/** Who they are to the child: family and friends, then those who work with the child. */
export function kindQuestion(asked: Asked): Html {
  const choices = [...offers(familyAndFriendKinds), ...offers(professionalRelationships)]
  return ask(asked).from(
    'kind',
    'Who are they to the child?',
    choices.map(({ value, content }) => ({ value, content: String(content) })),
  )
}

/** The name, and what tells one person from another of the same name. */
export function nameQuestions(asked: Asked): Html {
  const form = ask(asked)
  return html`${form.text('givenName', 'First name', {
    width: 20,
    hint: 'Or what they are called, like Nan, while nobody knows more',
  })}
  ${form.text('familyName', 'Family name, if known', { width: 20 })}
  ${form.text('phone', 'Telephone number, if known', { width: 20, inputmode: 'tel' })}`
}

/** Whom the child may be told by: birth, and sex for the drawing of the family. */
export function birthQuestions(asked: Asked): Html {
  const form = ask(asked)
  return html`${form.date('bornOn', 'Date of birth, if known')}
  ${form.one('sex', 'Sex', offers(personSexes), { inline: true })}`
}

/** What is asked less often, folded away until it is filled in or wrong. */
export function moreQuestions(asked: Asked): Html {
  const form = ask(asked)
  const names = ['knownAs', 'genderShown', 'email', 'address', 'organisation', 'jobTitle']
  const isFilled = [...names, 'diedOn-year'].some(name => (asked.values[name] ?? '') !== '')
  const isWrong = asked.errors.some(({ field }) => [...names, 'diedOn'].includes(field))
  return details({
    summary: 'More about them: organisation and job, e-mail, address, date of death',
    open: isFilled || isWrong,
    content: html`${form.text('organisation', 'Organisation, for somebody who works with the child')}
    ${form.text('jobTitle', 'Job')}
    ${form.text('email', 'E-mail address', { inputmode: 'email' })}
    ${form.text('address', 'Address')} ${form.text('knownAs', 'What they are called', { width: 20 })}
    ${form.text('genderShown', 'Gender in their own words', { width: 20 })}
    ${form.date('diedOn', 'Date of death')}`,
  })
}

/** What this file says of them: responsibility, home, contact, since when. */
export function fileQuestions(asked: Asked): Html {
  const form = ask(asked)
  return html`${form.several('facts', 'What is true of them?', [
    { value: 'responsible', content: 'They have parental responsibility' },
    { value: 'lives-with', content: 'They live with the child' },
  ])}
  ${form.yesNo('mayBeContacted', 'May we contact them?')}
  ${form.longText('note', 'Note', {
    rows: 2,
    hint: 'If we may not contact them, say why. Write it so that the child could read it.',
  })}
  ${form.date('startedOn', 'Around the child since, if known')}`
}
