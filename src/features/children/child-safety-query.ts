import type { Scope } from '#records/scope.ts'

/** The latest completed assessment with how safe the child was judged to be, or undefined. */
export async function findOptionalSafety(scope: Scope, childId: string) {
  return await scope.db
    .selectFrom('assessments')
    .innerJoin('judgements', join =>
      join
        .onRef('judgements.serviceId', '=', 'assessments.serviceId')
        .onRef('judgements.assessmentId', '=', 'assessments.id')
        .on('judgements.kind', '=', 'safety-and-wellbeing'),
    )
    .select(['assessments.id', 'assessments.completedOn', 'judgements.level', 'judgements.reasons'])
    .where('assessments.serviceId', '=', scope.serviceId)
    .where('assessments.childId', '=', childId)
    .where('assessments.completedOn', 'is not', null)
    .orderBy('assessments.completedOn', 'desc')
    .limit(1)
    .executeTakeFirst()
}
