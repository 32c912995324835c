import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse, type FormAgain, type SubmitResult } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { aroundOn, listRelationships } from '#records/relationships.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page, type PageContext } from '../page.ts'
import { newPersonBody } from './new-person.html.ts'
import { belongsThrough, newPersonForm, nameFields, type NewPerson } from './person-form.ts'
import { findSamePeople, noneOfThese, type PersonMatch } from './same-person.ts'
import { saveNewPerson } from './save-new-person.ts'
import { peopleUrl } from './urls.ts'

const parentKinds = ['mother', 'father', 'adoptive-parent', 'step-parent']

/** Records somebody around a child, after a look whether they are recorded in this service already. */
export const newPersonPage = page({
  permission: 'person.record',
  params: childInUrl,
  load: async (context, { params: { childId }, again }) => {
    const { scope, user, today } = context
    const around = await listRelationships(scope, user, childId)
    return {
      child: await findChild(scope, user, childId),
      parents: around.filter(({ kind }) => parentKinds.includes(kind)),
      around: aroundOn(around, today),
      matches: again === null ? [] : await matchesToShow(context, childId, again),
    }
  },
  form: ({ parents }) => newPersonForm(parents.map(({ personId }) => personId)),
  initial: ({ parents }) => ({
    ...newPersonForm(parents.map(({ personId }) => personId)).empty(),
    sex: 'not-known',
    mayBeContacted: 'yes',
  }),
  submit: async (context, typed, { params: { childId } }) => record(context, childId, typed),
  view: ({ child, parents, matches }, shown, { today }) => ({
    title: 'Record somebody around the child',
    identity: childBanner(child, today),
    backLink: peopleUrl(child.id),
    body: newPersonBody(shown, { childId: child.id, parents, matches }),
  }),
})

const somebodyForm = defineForm({ fields: nameFields })

/** Who may be the same, for the page that comes back; showing a child to somebody is written down. */
async function matchesToShow(
  { scope, user, today }: PageContext,
  childId: string,
  again: FormAgain,
): Promise<PersonMatch[]> {
  const typed = somebodyForm.parse(again.values, { today })
  if (typed.kind !== 'valid') return []
  const matches = await findSamePeople(scope, user, { childId, typed: typed.value })
  for (const match of matches) {
    if (match.childId === null) continue
    await insertAuditEntry(scope, { action: 'child.shown-as-match', childId: match.childId })
  }
  return matches
}

async function record(
  { scope, user, today }: PageContext,
  childId: string,
  typed: NewPerson,
): Promise<SubmitResult> {
  await lockWorkWith(scope, childId)
  const matches = await findSamePeople(scope, user, { childId, typed })
  const chosen = matches.find(({ answer }) => answer === typed.samePerson)
  const isAnswered = matches.length === 0 || typed.samePerson === noneOfThese(matches)
  if (chosen === undefined && !isAnswered) {
    const message = 'Say whether this is one of the people recorded already'
    return refuse({ field: 'samePerson', message })
  }
  const around = aroundOn(await listRelationships(scope, user, childId), today)
  const isThere = around.some(
    ({ personId, kind }) => personId === chosen?.personId && kind === typed.kind,
  )
  if (isThere) {
    const message = 'They are recorded around the child already: change what is there'
    return refuse({ field: 'samePerson', message })
  }
  const isPlaced = await saveNewPerson(scope, user, { childId, typed, chosen: chosen ?? null })
  const message =
    !isPlaced && belongsThrough(typed.kind)
      ? 'Recorded. Their place in the family is still to be said'
      : 'Recorded'
  return goTo(peopleUrl(childId), message)
}
