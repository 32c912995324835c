import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { EventKind } from '#domain/vocabulary/events.ts'
import { workingDaysBefore } from '../days.ts'
import type { Random } from '../random.ts'
import { eventWords, type EventWords } from '../words/events.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'

interface WrittenEvent {
  readonly kind: EventKind
  readonly topic?: string
  readonly words: EventWords
  /** Working days ago; or the day itself. */
  readonly daysAgo?: number
  readonly on?: PlainDate
  readonly reviewOn?: PlainDate
  readonly aboutId?: string
  readonly people?: string
  /** It stands under the referral. */
  readonly isBeforeWork?: boolean
}

/** Writes an event into the record, at the end of its day, and returns its id. */
export function writeEvent(life: CaseLife, random: Random, written: WrittenEvent): string {
  const { making, known, worker, referralId, interventionId } = life
  const id = random.uuid()
  const childId = known.child.id
  const on = written.on ?? workingDaysBefore(making.today, written.daysAgo ?? 0)
  const underReferral = written.isBeforeWork === true && referralId !== null
  making.rows.caseEvents.push({
    id,
    childId,
    referralId: underReferral ? referralId : null,
    interventionId: underReferral ? null : interventionId,
    kind: written.kind,
    topic: written.topic ?? null,
    aboutId: written.aboutId ?? null,
    happenedOn: on,
    reviewOn: written.reviewOn ?? null,
    people: written.people ?? null,
    note: random.pick(eventWords[written.words]),
    recordedAt: recordedAt(on, 17),
    recordedBy: worker.id,
  })
  note(making, on, { staffId: worker.id, action: 'event.recorded', childId, subjectId: id })
  return id
}
