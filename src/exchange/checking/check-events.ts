import { Temporal } from 'temporal-polyfill'
import { earliest, isOnOrAfter, plainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { londonTime } from '#domain/calendar/time.ts'
import type { EventDraft } from '#domain/events/event-draft.ts'
import { recordEvent, type AroundEvent } from '#domain/events/record-event.ts'
import type { EventFact } from '#domain/rules/case-facts.ts'
import { eventGuards } from '#domain/safety/safety-rules.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'
import { agreementsOf } from './decision-facts-of-line.ts'
import type { Checking } from './known-records.ts'

type Event = ChildLine['events'][number]

/**
 * Whether events are recorded as the page would have let them be recorded, with what was known when they were written down. Nothing is
 * asked of one that was withdrawn: it counts no more.
 */
export function checkEvents(child: ChildLine, { known, today, policy }: Checking): Problem[] {
  const agreements = agreementsOf(child, known)
  return child.events.flatMap((event, index) => {
    const work = caseOf(child, event)
    if (event.withdrawnOn !== undefined || work === null) return []
    const facts = { draft: draftOf(event), events: knownWith(child, event), agreements }
    // That it is about a record of the child was asked with the references.
    const around = { today, policy, work, isOfThisChild: true }
    const recording = recordEvent(facts, around, eventGuards)
    if (recording.kind === 'record') return []
    return recording.stops.map(({ ruleId, field, message }) => ({
      path: `events[${index}]${field === null ? '' : `.${field}`}`,
      rule: ruleId ?? 'event',
      reason: message,
      rowId: event.id,
    }))
  })
}

/** The work that it belongs to, from the referral on; or a referral, which lasts as long as the work that it led to. */
function caseOf(child: ChildLine, event: Event): AroundEvent['work'] | null {
  const work = child.interventions.find(
    ({ id, referralId }) =>
      id === event.interventionId ||
      (event.referralId !== undefined && referralId === event.referralId),
  )
  const referralId = event.referralId ?? work?.referralId
  const referral = child.referrals.find(({ id }) => id === referralId)
  const startedOn = earliest(dayOf(referral?.receivedOn), dayOf(work?.startedOn))
  if (startedOn === undefined) return null
  const endedOn = work === undefined ? referral?.closedOn : work.endedOn
  return { startedOn, endedOn: dayOf(endedOn) }
}

/** The others that stood recorded when this one was written down, earliest first. */
function knownWith(child: ChildLine, event: Event): EventFact[] {
  const writtenAt = Temporal.Instant.from(event.recordedAt)
  const writtenOn = londonTime(writtenAt).date
  return child.events
    .filter(other => other !== event)
    .filter(other => Temporal.Instant.compare(other.recordedAt, writtenAt) <= 0)
    .filter(({ withdrawnOn }) => {
      const on = dayOf(withdrawnOn)
      return on === null || isOnOrAfter(on, writtenOn)
    })
    .toSorted((a, b) => (a.happenedOn + a.recordedAt < b.happenedOn + b.recordedAt ? -1 : 1))
    .map(other => ({ id: other.id, ...draftOf(other) }))
}

function draftOf(event: Event): EventDraft {
  return {
    kind: event.kind,
    topic: event.topic ?? null,
    aboutId: event.aboutId ?? null,
    on: plainDate(event.happenedOn),
    reviewOn: dayOf(event.reviewOn),
  }
}

function dayOf(text: string | undefined): PlainDate | null {
  return text === undefined ? null : plainDate(text)
}
