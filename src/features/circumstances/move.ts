import { may } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { spellTitle } from '#domain/circumstances/describe-spell.ts'
import { whyNotEndOn } from '#domain/circumstances/follow-spell.ts'
import type { FormValue } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import {
  endCircumstance,
  insertCircumstance,
  listCircumstances,
  lockCircumstance,
  type Circumstance,
} from '#records/circumstances.ts'
import { listEventCases, type EventCase } from '#records/event-cases.ts'
import { lockWorkWith } from '#records/interventions.ts'
import type { Scope } from '#records/scope.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page, type PageContext } from '../page.ts'
import { saveHeardChange, whyNotChange, type HeardChange } from '../significant-change.ts'
import { factsTyped } from './fact-fields.ts'
import { homeFacts, moveForm, moveQuestions } from './move-form.ts'
import { fromSectionInUrl, saidForSection } from './from-section.ts'
import { sourceInWords } from './source-question.ts'
import { backFrom, type FromSection } from './urls.ts'

/** A move: address and kind of home change on one day, and what held before ends by itself. */
export const moveHomePage = page({
  permission: 'circumstance.record',
  params: childInUrl,
  query: fromSectionInUrl,
  load: async ({ scope, user }, { params: { childId }, query }) => ({
    back: backFrom(childId, query),
    child: await findChild(scope, user, childId),
    homes: await listOpenHomes(scope, childId),
    openCase: may(user.role, 'event.record') ? await findOptionalOpenCase(scope, childId) : null,
  }),
  form: moveForm,
  initial: (_loaded, { today }) => moveForm.fill({ startedOn: today }),
  submit: async (context, value, { params: { childId }, query, loaded: { openCase, back } }) => {
    const { scope } = context
    await lockWorkWith(scope, childId)
    const homes = await holdOpenHomes(scope, childId)
    const whyNot = whyNotLeave(homes, value.startedOn, context.today)
    if (whyNot !== null) return refuse({ field: 'startedOn', message: whyNot, parts: ['day'] })
    const change = value.changed.length > 0 ? changeIn(openCase, childId, value.startedOn) : null
    const refused = change === null ? [] : await whyNotChange(context, change)
    if (refused.length > 0)
      return refuse(...refused.map(message => ({ field: 'changed', message })))
    await saveMove(context, { childId, homes, value, from: query })
    if (change !== null)
      await saveHeardChange(scope, change, { aboutId: null, note: noteOf(change) })
    return goTo(back, 'Move recorded. The home before has ended')
  },
  view: ({ child, homes, openCase, back }, shown, { today }) => ({
    title: 'A move of home',
    identity: childBanner(child, today),
    backLink: back,
    body: moveBody(shown, { homes, mayTick: openCase !== null, back }),
  }),
})

async function listOpenHomes(scope: Scope, childId: string): Promise<Circumstance[]> {
  const spells = await listCircumstances(scope, childId)
  return spells.filter(
    ({ kind, endedOn, withdrawnOn }) =>
      (kind === 'address' || kind === 'accommodation') && endedOn === null && withdrawnOn === null,
  )
}

async function holdOpenHomes(scope: Scope, childId: string): Promise<Circumstance[]> {
  for (const { id } of await listOpenHomes(scope, childId)) await lockCircumstance(scope, id)
  return await listOpenHomes(scope, childId)
}

async function findOptionalOpenCase(scope: Scope, childId: string): Promise<EventCase | null> {
  const cases = await listEventCases(scope, childId)
  return cases.find(({ endedOn }) => endedOn === null) ?? null
}

function whyNotLeave(homes: readonly Circumstance[], on: PlainDate, today: PlainDate) {
  return homes.map(home => whyNotEndOn(home, on, today)).find(reason => reason !== null) ?? null
}

function changeIn(openCase: EventCase | null, childId: string, on: PlainDate): HeardChange | null {
  if (openCase === null) return null
  const isReferral = openCase.kind === null
  return {
    childId,
    referralId: isReferral ? openCase.id : null,
    interventionId: isReferral ? null : openCase.id,
    work: openCase,
    on,
    topic: 'home-moved',
  }
}

/** The home itself is not in it: an event is read by people who do not see where the child lives. */
function noteOf({ on }: HeardChange): string {
  return `Moved home on ${formatDate(on)}. Where to is in the record of what is true of the child.`
}

interface Move {
  readonly childId: string
  readonly homes: readonly Circumstance[]
  readonly value: FormValue<typeof moveForm>
  readonly from: FromSection
}

async function saveMove(
  context: PageContext,
  { childId, homes, value, from }: Move,
): Promise<void> {
  const { scope } = context
  const { startedOn } = value
  for (const { id } of homes)
    await endCircumstance(scope, { childId, circumstanceId: id }, startedOn)
  const both = { childId, detail: null, startedOn, endedOn: null, source: sourceInWords(value) }
  const facts = factsTyped(homeFacts, value)
  const homeId = await insertCircumstance(scope, {
    ...both,
    kind: 'accommodation',
    value: value.accommodation,
    facts,
  })
  const addressId = await insertCircumstance(scope, {
    ...both,
    kind: 'address',
    value: value.address,
    facts: {},
  })
  for (const circumstanceId of [homeId, addressId]) {
    await saidForSection(context, { childId, circumstanceId, source: both.source }, from)
  }
}

interface Moving {
  readonly homes: readonly Circumstance[]
  readonly mayTick: boolean
  readonly back: string
}

function moveBody(asked: Asked, { homes, mayTick, back }: Moving): Html {
  return html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">Something changed</span>
    <h1 class="govuk-heading-l">A move of home</h1>
    ${
      homes.length > 0 &&
      html`<p class="govuk-body">Until now, and ending on the day of the move:</p>
        <ul class="govuk-list govuk-list--bullet">
          ${homes.map(
            home => html`<li>${spellTitle(home)}, since ${formatDate(home.startedOn)}</li>`,
          )}
        </ul>`
    }
    ${postForm(asked, { submit: 'Save', cancel: back }, moveQuestions(asked, mayTick))}`
}
