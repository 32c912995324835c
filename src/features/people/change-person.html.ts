import { postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { textOf } from '#platform/forms/typed-values.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Relationship } from '#records/relationships.ts'
import { childUrl } from '../children/urls.ts'
import {
  birthQuestions,
  fileQuestions,
  kindQuestion,
  moreQuestions,
  nameQuestions,
} from './person-questions.html.ts'
import { peopleUrl } from './urls.ts'

interface ChangeView {
  readonly relationship: Relationship
  /** Names of other children, whom the reader may open, in whose files this person is. */
  readonly otherFiles: readonly string[]
}

/** The same questions as for somebody new, filled in; for a child with a record, only what this file says. */
export function changePersonBody(asked: Asked, { relationship, otherFiles }: ChangeView): Html {
  const { childId, name, knownChildId } = relationship
  const own =
    knownChildId === null
      ? html`${insetText({ content: sharedWords(otherFiles) })} ${kindQuestion(asked)}
        ${nameQuestions(asked)} ${birthQuestions(asked)} ${fileQuestions(asked)}
        ${moreQuestions(asked)}`
      : html`${insetText({
          content: html`${name} has a record here, which says who they are:
            <a class="govuk-link" href="${childUrl(knownChildId)}">open it</a>. Here you change what
            this file says of them.`,
        })}
        ${kept.map(field => hidden(asked, field))} ${kindQuestion(asked)} ${fileQuestions(asked)}`
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Change ${name}</h1>
    ${postForm(asked, { submit: 'Save', cancel: peopleUrl(childId) }, own)}`
}

function sharedWords(otherFiles: readonly string[]): string {
  const all = 'Name, birth, contact and work are the same in every file in which this person is.'
  if (otherFiles.length === 0)
    return `${all} If they are around other children too, those files show the change.`
  return `${all} The files of ${otherFiles.join(', ')} show the change too.`
}

const kept = [
  'givenName',
  'familyName',
  'knownAs',
  'sex',
  'genderShown',
  'phone',
  'email',
  'address',
  'organisation',
  'jobTitle',
  ...['bornOn', 'diedOn'].flatMap(day => [`${day}-day`, `${day}-month`, `${day}-year`]),
]

function hidden(asked: Asked, field: string): Html {
  return html`<input type="hidden" name="${field}" value="${textOf(asked.values, field)}" />`
}
