import { ageOn } from '#domain/calendar/age.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { defineForm } from '#platform/forms/form.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild, type Child } from '#records/children.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { findRelationship } from '#records/relationships.ts'
import { childBanner } from '../child-banner.ts'
import { page, type PageContext } from '../page.ts'
import { relationshipInUrl } from './change-person.ts'
import { linkKnownChild } from './known-child-link.ts'
import { findSamePeople } from './same-person.ts'
import { peopleUrl } from './urls.ts'

const form = defineForm({
  fields: {
    known: textField({ optional: true }),
    givenName: textField({ name: 'First name', missing: 'Enter the first name' }),
    familyName: textField({ name: 'Family name', missing: 'Enter the family name' }),
    bornOn: dateField({ name: 'Date of birth', mustBe: 'today or in the past', optional: true }),
  },
})

/** Says which child with a record here somebody is. Only children whom the reader may open are found. */
export const knownChildPage = page({
  permission: 'person.record',
  params: relationshipInUrl,
  load: async (context, { params, again }) => {
    const { scope, user, today } = context
    const relationship = await findRelationship(scope, user, params)
    if (relationship.knownChildId !== null) throw new NotFound()
    const start = form.fill(relationship)
    const typed = form.parse(again?.values ?? start, { today })
    const found =
      typed.kind === 'valid' ? await findChildren(context, params.childId, typed.value) : []
    for (const { id } of found) {
      await insertAuditEntry(scope, { action: 'child.shown-as-match', childId: id })
    }
    return { child: await findChild(scope, user, params.childId), relationship, found }
  },
  form,
  initial: ({ relationship }) => form.fill(relationship),
  submit: async (context, typed, { params, loaded: { relationship } }) => {
    const { scope, user } = context
    await lockWorkWith(scope, params.childId)
    const found = await findChildren(context, params.childId, typed)
    const chosen = found.find(({ id }) => id === typed.known)
    if (chosen === undefined) {
      const message =
        found.length === 0
          ? 'No child whom you may open has this name. Try another name, or add the date of birth'
          : 'Choose the child they are, or look for another name'
      return refuse({ field: found.length === 0 ? 'givenName' : 'known', message })
    }
    await linkKnownChild(scope, user, { relationship, otherId: chosen.id })
    return goTo(peopleUrl(params.childId), 'Linked. The other record names this child too')
  },
  view: ({ child, relationship, found }, shown, { today }) => ({
    title: 'Which child with a record here are they?',
    identity: childBanner(child, today),
    backLink: peopleUrl(child.id),
    body: bodyOf(shown, { childId: child.id, name: relationship.name, found, today }),
  }),
})

async function findChildren(
  { scope, user }: PageContext,
  childId: string,
  typed: {
    readonly givenName: string
    readonly familyName: string | null
    readonly bornOn: PlainDate | null
  },
): Promise<Child[]> {
  const matches = await findSamePeople(scope, user, {
    childId,
    typed: { ...typed, knownAs: null, phone: null },
  })
  const ids = matches.flatMap(match => (match.childId === null ? [] : [match.childId]))
  return await Promise.all(ids.map(id => findChild(scope, user, id)))
}

function bodyOf(
  shown: Asked,
  {
    childId,
    name,
    found,
    today,
  }: {
    readonly childId: string
    readonly name: string
    readonly found: readonly Child[]
    readonly today: PlainDate
  },
): Html {
  const asked = ask(shown)
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Which child with a record here is ${name}?</h1>
    <p class="govuk-body">
      From then on both records name each other, each to those who may open both. To everybody else
      they stay a name. What was noted of ${name} here beyond the name goes: their own record says
      it.
    </p>
    ${postForm(
      shown,
      { submit: found.length === 0 ? 'Look' : 'Go on', cancel: peopleUrl(childId) },
      html`${
        found.length > 0 &&
        asked.one(
          'known',
          'Is it one of these children?',
          found.map(child => ({
            value: child.id,
            content: `${child.givenName} ${child.familyName}`,
            hint: `Born ${formatDate(child.bornOn)}, ${ageOn(child.bornOn, today)} years old`,
          })),
          { size: 'm' },
        )
      }
      <h2 class="govuk-heading-m">${found.length === 0 ? 'Look for them' : 'Or look for another name'}</h2>
      ${asked.text('givenName', 'First name', { width: 20 })}
      ${asked.text('familyName', 'Family name', { width: 20 })}
      ${asked.date('bornOn', 'Date of birth, if known')}`,
    )}`
}
