import { ageOn } from '#domain/calendar/age.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { relationshipKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Relationship } from '#records/relationships.ts'
import { childUrl } from '../children/urls.ts'
import {
  changePersonUrl,
  endRelationshipUrl,
  familyUrl,
  knownChildUrl,
  newPersonUrl,
  professionalsUrl,
} from './urls.ts'

interface People {
  readonly childId: string
  readonly family: readonly Relationship[]
  readonly professionals: readonly Relationship[]
  readonly before: readonly Relationship[]
  readonly today: PlainDate
  readonly mayRecord: boolean
}

/** Everybody in three lists, each person with what may be done. */
export function peopleBody(people: People): Html {
  const { childId, family, professionals, before, mayRecord } = people
  const list = (rows: readonly Relationship[], nothing: string) =>
    rows.length === 0
      ? html`<p class="govuk-body">${nothing}</p>`
      : rows.map(row => personCard(row, people))
  return html`<h1 class="govuk-heading-l">People around the child</h1>
    ${
      mayRecord &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${newPersonUrl(childId)}">Record somebody</a>
      </p>`
    }
    <section>
      <h2 class="govuk-heading-m">Family and friends</h2>
      ${list(family, 'Nobody is recorded yet.')}
      <p class="govuk-body">
        <a class="govuk-link" href="${familyUrl(childId)}">Who is whose parent and partner</a>
      </p>
    </section>
    <section>
      <h2 class="govuk-heading-m">Who works with the child</h2>
      ${list(professionals, 'Nobody of another service is recorded.')}
      <p class="govuk-body">
        <a class="govuk-link" href="${professionalsUrl(childId)}">Map of the professionals</a>
      </p>
    </section>
    ${
      before.length > 0 &&
      html`<section>
        <h2 class="govuk-heading-m">Who was around before</h2>
        ${list(before, '')}
      </section>`
    }`
}

function personCard(person: Relationship, { mayRecord, today }: People): Html {
  const { childId, id, name, knownChildId } = person
  const what = { visuallyHiddenText: name }
  const isOpen = person.endedOn === null
  const actions = [
    { href: changePersonUrl(childId, id), content: 'Change', ...what },
    ...(isOpen ? [{ href: endRelationshipUrl(childId, id), content: 'End', ...what }] : []),
  ]
  return summaryList({
    card: {
      title: html`${name}, ${nameOf(relationshipKinds, person.kind).toLowerCase()}`,
      actions: mayRecord ? actions : [],
    },
    rows: [
      person.mayBeContacted ? null : { key: 'Contact', value: doNotContact(person) },
      ...contactRows(person),
      ...factRows(person, today),
      knownChildId === null
        ? mayRecord && isOpen && mayBeKnown(person)
          ? {
              key: 'Record here',
              value: html`<a class="govuk-link" href="${knownChildUrl(childId, id)}"
                >Say which child with a record they are</a
              >`,
            }
          : null
        : {
            key: 'Record here',
            value: html`<a class="govuk-link" href="${childUrl(knownChildId)}">Open the record of ${name}</a>`,
          },
    ].filter(row => row !== null),
  })
}

/** Offered for those who may be children themselves. */
function mayBeKnown({ kind }: Relationship): boolean {
  return ['sibling', 'half-sibling', 'step-sibling', 'friend', 'partner', 'own-child'].includes(
    kind,
  )
}

/** Stands before telephone number and address, so that nobody rings first and reads afterwards. */
function doNotContact({ note }: Relationship): Html {
  return html`${tag({ content: 'Do not contact', classes: 'govuk-tag--red' })}${
    note !== null && html`<br />${note}`
  }`
}

function contactRows(person: Relationship): SummaryListRow[] {
  const work = [person.jobTitle, person.organisation].filter(part => part !== null).join(', ')
  return [
    ...textRow('Work', work === '' ? null : work),
    ...textRow('Telephone', person.phone),
    ...textRow('E-mail', person.email),
    ...textRow('Address', person.address),
  ]
}

function factRows(person: Relationship, today: PlainDate): SummaryListRow[] {
  const facts = [
    person.hasParentalResponsibility && 'Has parental responsibility',
    person.livesWithChild && 'Lives with the child',
  ].filter(fact => fact !== false)
  return [
    ...textRow('Called', person.knownAs),
    ...textRow('Born', person.bornOn === null ? null : bornWords(person.bornOn, person, today)),
    ...textRow('Died', person.diedOn === null ? null : formatDate(person.diedOn)),
    ...textRow('Gender', person.genderShown),
    ...textRow('For the child', facts.length === 0 ? null : facts.join('. ')),
    ...textRow('Since', person.startedOn === null ? null : formatDate(person.startedOn)),
    ...textRow('Until', person.endedOn === null ? null : formatDate(person.endedOn)),
    ...(person.mayBeContacted ? textRow('Note', person.note) : []),
  ]
}

function bornWords(bornOn: PlainDate, { diedOn }: Relationship, today: PlainDate): string {
  if (diedOn !== null) return formatDate(bornOn)
  return `${formatDate(bornOn)}, ${ageOn(bornOn, today)} years old`
}

function textRow(key: string, value: string | null): SummaryListRow[] {
  return value === null ? [] : [{ key, value }]
}
