import { textAnswer, type Answers } from '#domain/assessment/answers.ts'
import { eventOfTool } from '#domain/assessment/tool-result.ts'
import { parsePlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { recordEvent } from '#domain/events/record-event.ts'
import { eventGuards } from '#domain/safety/safety-rules.ts'
import type { EventCase } from '#records/event-cases.ts'
import { insertEvent, readEventGuardFacts } from '#records/events.ts'
import { findPolicy } from '#records/policy.ts'
import type { PageContext } from '../../page.ts'

interface Used {
  readonly childId: string
  readonly tool: string
  readonly doneOn: PlainDate
  readonly answers: Answers
  /** The case that the event belongs to; null: none was chosen. */
  readonly work: EventCase | null
}

interface Problem {
  readonly field: string
  readonly message: string
}

type Recorded =
  | { readonly kind: 'recorded'; readonly eventId: string | null }
  | { readonly kind: 'stopped'; readonly problems: readonly Problem[] }

/** Records the event by which the rules see that the tool was used. A tool that no rule reads has none. */
export async function recordToolEvent(
  { scope, today }: PageContext,
  { childId, tool, doneOn, answers, work }: Used,
): Promise<Recorded> {
  const read = eventOfTool(tool)
  if (read === null) return { kind: 'recorded', eventId: null }
  if (work === null) {
    const message = 'Choose which work it belongs to'
    return { kind: 'stopped', problems: [{ field: 'belongsTo', message }] }
  }
  const topic = textAnswer(answers, 'topic')
  const draft = {
    kind: read.event,
    topic: topic === '' ? null : topic,
    aboutId: null,
    on: doneOn,
    reviewOn: parsePlainDate(textAnswer(answers, 'reviewOn')) ?? null,
  }
  const facts = await readEventGuardFacts(scope, childId, draft)
  const around = { today, policy: await findPolicy(scope), work, isOfThisChild: true }
  const recording = recordEvent(facts, around, eventGuards)
  if (recording.kind === 'stopped') {
    const problems = recording.stops.map(({ field, message }) => ({
      field: field === null || field === 'happenedOn' ? 'doneOn' : field,
      message,
    }))
    return { kind: 'stopped', problems }
  }
  const eventId = await insertEvent(scope, {
    ...draft,
    childId,
    referralId: work.kind === null ? work.id : null,
    interventionId: work.kind === null ? null : work.id,
    people: null,
    note: textAnswer(answers, read.note),
  })
  return { kind: 'recorded', eventId }
}
