import type { Temporal } from 'temporal-polyfill'
import type { Signatory, SignatureMethod } from '#domain/vocabulary/work.ts'
import { planHash, type Plan } from '#records/plans.ts'
import type { Scope } from '#records/scope.ts'
import { draftOf, type PlanValues } from './plan-form.ts'

type PlainDate = Temporal.PlainDate

export async function insertPlan(
  scope: Scope,
  plan: {
    readonly childId: string
    readonly interventionId: string
    readonly previousPlanId: string | null
    readonly authorId: string
    readonly values: PlanValues
  },
): Promise<string> {
  const { values, ...head } = plan
  const { serviceId } = scope
  const { id } = await scope.db
    .insertInto('plans')
    .values({ serviceId, ...head, writtenOn: values.writtenOn, ...draftOf(values) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await scope.db
    .insertInto('planSteps')
    .values(
      values.steps.map(({ goal, step, who, byWhen }, position) => ({
        serviceId,
        planId: id,
        position,
        goal,
        step,
        who,
        byWhen,
      })),
    )
    .execute()
  return id
}

/** Writes a signature with the fingerprint of what the plan said at that moment. */
export async function insertPlanSignature(
  scope: Scope,
  plan: Plan,
  signature: {
    readonly signatory: Signatory
    readonly name: string
    readonly on: PlainDate
    readonly method: SignatureMethod
  },
): Promise<void> {
  await scope.db
    .insertInto('signatures')
    .values({
      serviceId: scope.serviceId,
      childId: plan.childId,
      planId: plan.id,
      signatory: signature.signatory,
      signedName: signature.name,
      signedOn: signature.on,
      method: signature.method,
      contentHash: planHash(plan),
      recordedBy: scope.staffId,
    })
    .execute()
}

/** Progress on each step, and the look back on the whole plan. */
export async function updatePlanReview(
  scope: Scope,
  plan: Plan,
  review: {
    readonly on: PlainDate
    readonly childView: string
    readonly progress: string
    /** By step id. */
    readonly steps: ReadonlyMap<string, string>
  },
): Promise<void> {
  const { serviceId } = scope
  await scope.db
    .updateTable('plans')
    .set({
      reviewedOn: review.on,
      reviewChildView: review.childView,
      reviewProgress: review.progress,
    })
    .where('serviceId', '=', serviceId)
    .where('childId', '=', plan.childId)
    .where('id', '=', plan.id)
    .execute()
  for (const [stepId, progress] of review.steps) {
    await scope.db
      .updateTable('planSteps')
      .set({ progress })
      .where('serviceId', '=', serviceId)
      .where('planId', '=', plan.id)
      .where('id', '=', stepId)
      .execute()
  }
}
