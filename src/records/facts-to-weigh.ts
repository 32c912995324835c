import { factsToWeigh, type FactsToWeigh } from '#domain/assessment/facts-to-weigh.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import {
  judgementKinds,
  judgementLevels,
  type JudgementKind,
  type JudgementLevel,
} from '#domain/vocabulary/work.ts'
import { listCircumstances } from './circumstances.ts'
import { readCode } from './codes.ts'
import { listEvents } from './events.ts'
import type { Scope } from './scope.ts'

interface About {
  readonly childId: string
  /** The assessment that is being written: its own judgements are not weighed. */
  readonly assessmentId: string
}

/** What the record holds on this day that the judgements of an assessment have to answer. */
export async function readFactsToWeigh(
  scope: Scope,
  { childId, assessmentId }: About,
  today: PlainDate,
): Promise<FactsToWeigh> {
  const events = await listEvents(scope, childId)
  const spells = await listCircumstances(scope, childId)
  const record = {
    events: events.filter(({ withdrawnOn }) => withdrawnOn === null),
    spells: spells.filter(({ withdrawnOn }) => withdrawnOn === null),
    offences: await selectOffencesOf(scope, childId),
    judgements: (await listJudgements(scope, childId)).filter(
      one => one.assessmentId !== assessmentId,
    ),
  }
  return factsToWeigh(record, today)
}

async function selectOffencesOf(scope: Scope, childId: string) {
  return await scope.db
    .selectFrom('offences')
    .select(['title', 'occurredOn as on'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .execute()
}

/** A judgement of a completed assessment, on the day on which that was completed. */
export interface PastJudgement {
  readonly assessmentId: string
  readonly kind: JudgementKind
  readonly level: JudgementLevel
  readonly on: PlainDate
}

/** The judgements of the child's completed assessments, earliest first, each on the day on which its assessment was completed. */
export async function listJudgements(scope: Scope, childId: string): Promise<PastJudgement[]> {
  const rows = await scope.db
    .selectFrom('judgements as j')
    .innerJoin('assessments as a', join =>
      join.onRef('a.serviceId', '=', 'j.serviceId').onRef('a.id', '=', 'j.assessmentId'),
    )
    .select(['j.kind', 'j.level', 'j.assessmentId', 'a.completedOn'])
    .where('j.serviceId', '=', scope.serviceId)
    .where('a.childId', '=', childId)
    .where('a.completedOn', 'is not', null)
    .orderBy('a.completedOn')
    .orderBy('j.id')
    .execute()
  return rows.flatMap(({ completedOn, assessmentId, kind, level }) =>
    completedOn === null
      ? []
      : [
          {
            assessmentId,
            kind: readCode(judgementKinds, kind),
            level: readCode(judgementLevels, level),
            on: completedOn,
          },
        ],
  )
}
