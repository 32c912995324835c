import { relationshipKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { ask, postForm, whatIsWrong, type Asked, type Offer } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Relationship } from '#records/relationships.ts'
import {
  birthQuestions,
  fileQuestions,
  kindQuestion,
  moreQuestions,
  nameQuestions,
} from './person-questions.html.ts'
import { noneOfThese, type PersonMatch } from './same-person.ts'
import { peopleUrl } from './urls.ts'

interface NewPersonView {
  readonly childId: string
  readonly parents: readonly Relationship[]
  readonly matches: readonly PersonMatch[]
}

/** Who they are and what they are called first; where somebody may be the same, that question stands before all. */
export function newPersonBody(asked: Asked, { childId, parents, matches }: NewPersonView): Html {
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Record somebody around the child</h1>
    ${postForm(
      asked,
      { submit: 'Record', cancel: peopleUrl(childId) },
      html`${sameQuestion(asked, matches)} ${kindQuestion(asked)} ${nameQuestions(asked)}
      ${throughQuestion(asked, parents)} ${birthQuestions(asked)} ${fileQuestions(asked)}
      ${moreQuestions(asked)}`,
    )}`
}

function sameQuestion(asked: Asked, matches: readonly PersonMatch[]): Html | null {
  if (matches.length === 0) return null
  return html`<div class="app-card">
    ${ask(asked).one(
      'samePerson',
      'Is it one of these people?',
      [
        ...matches.map(offerOf),
        { value: noneOfThese(matches), content: 'None of these: somebody new' },
      ],
      {
        size: 'm',
        hint: 'One person is one record, however many files they are in. If you choose one, their own details stay as they are and you can change them afterwards.',
      },
    )}
  </div>`
}

function offerOf({ answer, name, places }: PersonMatch): Offer {
  const hint = places.length === 0 ? 'Works with children of this service' : places.join('; ')
  return { value: answer, content: name, hint }
}

function throughQuestion(asked: Asked, parents: readonly Relationship[]): Html | null {
  if (parents.length === 0) return null
  return ask(asked).from(
    'throughId',
    'Through whom do they belong to the family?',
    parents.map(({ personId, name, kind }) => ({
      value: personId,
      content: `${name}, ${nameOf(relationshipKinds, kind).toLowerCase()}`,
    })),
    {
      nothing: 'Not known, or not needed',
      hint: 'For a grandparent, aunt or uncle: whose side. For a half-brother or half-sister: which parent you share. For a step-parent: whose partner.',
    },
  )
}
