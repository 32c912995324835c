import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'

/** How often and how it was explained to the child and a parent or carer, latest first. */
export async function selectExplanations(scope: Scope, referralId: string) {
  return await scope.db
    .selectFrom('explanations')
    .innerJoin('staff', join =>
      join
        .onRef('staff.serviceId', '=', 'explanations.serviceId')
        .onRef('staff.id', '=', 'explanations.explainedBy'),
    )
    .select([
      'explanations.id',
      'explainedOn',
      'how',
      'childUnderstood',
      'childWords',
      'parentName',
      'parentUnderstood',
      'staff.name as explainedBy',
    ])
    .where('explanations.serviceId', '=', scope.serviceId)
    .where('referralId', '=', referralId)
    .orderBy('explainedOn', 'desc')
    .orderBy('explanations.recordedAt', 'desc')
    .execute()
}
export type Explanation = Awaited<ReturnType<typeof selectExplanations>>[number]

interface NewExplanation {
  readonly referralId: string
  readonly explainedOn: PlainDate
  readonly explainedBy: string
  readonly how: string
  readonly childUnderstood: boolean
  readonly childWords: string
  readonly parentName: string
  readonly parentUnderstood: boolean
}

/** Keeps an explanation and returns its id. */
export async function insertExplanation(scope: Scope, values: NewExplanation): Promise<string> {
  const { id } = await scope.db
    .insertInto('explanations')
    .values({ serviceId: scope.serviceId, ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
