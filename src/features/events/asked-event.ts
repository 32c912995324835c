import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { EventDraft } from '#domain/events/event-draft.ts'
import { isEventKind, isTopicOf, topicsOf, type EventKind } from '#domain/vocabulary/events.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { PageInput } from '#platform/http/page.ts'
import { readEventGuardFacts } from '#records/events.ts'
import { findPolicy } from '#records/policy.ts'
import type { Scope } from '#records/scope.ts'
import { listEventCases, type EventCase } from '#records/event-cases.ts'
import type { childInUrl } from '../page.ts'
import { idInUrl, type PageContext } from '../page.ts'
import { eventForm, type TypedEvent } from './event-form.ts'
import { guardStandings, type EventGuardStanding } from './guard-standings.ts'
import { findOptionalAbout, type AboutRecord } from './queries.ts'

export const newEventQuery = z.object({
  kind: z.string().max(50).optional(),
  topic: z.string().max(50).optional(),
  about: idInUrl.optional(),
  intervention: idInUrl.optional(),
  referral: idInUrl.optional(),
})
type Query = z.output<typeof newEventQuery>
type Input = PageInput<z.output<typeof childInUrl>, Query>

/** What the address says of the event that is to be recorded, and what it can belong to. */
export interface AskedEvent {
  readonly kind: EventKind
  /** Chosen already; null: not yet. */
  readonly topic: string | null
  readonly about: AboutRecord | null
  readonly cases: readonly EventCase[]
  readonly belongsTo: EventCase | null
}

/**
 * Reads the address.
 *
 * @returns null while no kind is chosen
 * @throws NotFound when it names a record, work or a referral that is not this child's
 */
export async function readAskedEvent(
  scope: Scope,
  { params: { childId }, query }: Input,
): Promise<AskedEvent | null> {
  const { kind } = query
  if (kind === undefined || !isEventKind(kind)) return null
  const about =
    query.about === undefined ? null : await findOptionalAbout(scope, childId, query.about)
  if (about === undefined) throw new NotFound()
  const cases = await listEventCases(scope, childId)
  return {
    kind,
    topic: topicAsked(kind, query.topic),
    about,
    cases,
    belongsTo: caseAsked(cases, query),
  }
}

/** The topic that is chosen already: the one in the address, or the only one there is. */
function topicAsked(kind: EventKind, topic: string | undefined): string | null {
  if (topic !== undefined && isTopicOf(kind, topic)) return topic
  const [only, ...others] = Object.keys(topicsOf(kind))
  return only !== undefined && others.length === 0 ? only : null
}

/** The case in the address, else the first one that is open. A referral that led to work stands for that work. */
function caseAsked(
  cases: readonly EventCase[],
  { intervention, referral }: Query,
): EventCase | null {
  if (intervention === undefined && referral === undefined) return cases[0] ?? null
  const asked = cases.find(
    one => one.id === intervention || (referral !== undefined && one.referralId === referral),
  )
  if (asked === undefined) throw new NotFound()
  return asked
}

/** Where the guards stand with what is chosen and typed so far. */
export async function readStandings(
  { scope, today }: PageContext,
  { params, again }: Input,
  asked: AskedEvent,
): Promise<EventGuardStanding[]> {
  const form = eventForm(asked.kind, asked.cases)
  const typed = again === null ? null : form.parse(again.values, { today })
  const draft =
    typed?.kind === 'valid'
      ? draftOf(asked, typed.value)
      : draftOf(asked, { topic: asked.topic, happenedOn: today, reviewOn: null })
  const facts = await readEventGuardFacts(scope, params.childId, draft)
  return guardStandings(facts, { asOf: today, policy: await findPolicy(scope) })
}

/** The event as the domain decides about it. */
export function draftOf(
  { kind, about }: Pick<AskedEvent, 'kind' | 'about'>,
  typed: Pick<TypedEvent, 'topic' | 'reviewOn'> & { readonly happenedOn: PlainDate },
): EventDraft {
  const { topic, happenedOn, reviewOn } = typed
  return { kind, topic, aboutId: about?.id ?? null, on: happenedOn, reviewOn }
}
