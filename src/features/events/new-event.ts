import { recordEvent, type EventStop } from '#domain/events/record-event.ts'
import { eventGuards } from '#domain/safety/safety-rules.ts'
import { eventKinds } from '#domain/vocabulary/events.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse, type SubmitResult } from '#platform/http/page.ts'
import { findChild } from '#records/children.ts'
import { insertEvent, readEventGuardFacts } from '#records/events.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { findPolicy } from '#records/policy.ts'
import { listEventCases } from '#records/event-cases.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page, type PageContext } from '../page.ts'
import {
  draftOf,
  newEventQuery,
  readAskedEvent,
  readStandings,
  type AskedEvent,
} from './asked-event.ts'
import { chooseKindBody } from './choose-kind.html.ts'
import { eventForm, type TypedEvent } from './event-form.ts'
import { guardAnchor } from './guard-standings.ts'
import { newEventBody } from './new-event.html.ts'
import { eventsUrl, eventUrl } from './urls.ts'

/** Records what happened to a child or what was done. While the address names no kind, it is chosen first. */
export const newEventPage = page({
  permission: 'event.record',
  params: childInUrl,
  query: newEventQuery,
  load: async (context, input) => {
    const asked = await readAskedEvent(context.scope, input)
    return {
      child: await findChild(context.scope, context.user, input.params.childId),
      query: input.query,
      asked,
      standings: asked === null ? [] : await readStandings(context, input, asked),
    }
  },
  form: ({ asked }) => eventForm(asked?.kind ?? null, asked?.cases ?? []),
  initial: ({ asked }, { today }) =>
    eventForm(asked?.kind ?? null, asked?.cases ?? []).fill({
      topic: asked?.topic ?? null,
      belongsTo: asked?.belongsTo?.id ?? null,
      happenedOn: today,
    }),
  submit: async (context, typed, { params: { childId }, loaded: { asked } }) => {
    if (asked === null) throw new NotFound()
    await lockWorkWith(context.scope, childId)
    return await record(context, { childId, asked, typed })
  },
  view: ({ child, query, asked, standings }, shown, { today, user }) => ({
    title: asked === null ? 'Record what happened or was done' : eventKinds[asked.kind].name,
    identity: childBanner(child, today),
    backLink: eventsUrl(child.id),
    body:
      asked === null
        ? chooseKindBody(child.id, query)
        : newEventBody(shown, { ...asked, childId: child.id, role: user.role, standings }),
  }),
})

interface Recording {
  readonly childId: string
  readonly asked: AskedEvent
  readonly typed: TypedEvent
}

async function record(
  { scope, today }: PageContext,
  { childId, asked, typed }: Recording,
): Promise<SubmitResult> {
  const cases = await listEventCases(scope, childId)
  const work = cases.find(({ id }) => id === typed.belongsTo)
  if (work === undefined) throw new NotFound()
  const draft = draftOf(asked, typed)
  const recording = recordEvent(
    await readEventGuardFacts(scope, childId, draft),
    { today, policy: await findPolicy(scope), work, isOfThisChild: true },
    eventGuards,
  )
  if (recording.kind === 'stopped') return refuse(...recording.stops.map(problemOf))
  const id = await insertEvent(scope, {
    ...draft,
    childId,
    referralId: work.kind === null ? work.id : null,
    interventionId: work.kind === null ? null : work.id,
    people: typed.people,
    note: typed.note,
  })
  return goTo(eventUrl(childId, id), 'Recorded')
}

function problemOf({ ruleId, field, message }: EventStop) {
  if (ruleId === null || field !== null) return { field: field ?? 'note', message }
  return { field: guardAnchor(ruleId), message: `${ruleId}: ${message}` }
}
