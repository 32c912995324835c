import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import {
  restorativeKinds,
  signatories,
  signatureMethods,
  type RestorativeKind,
  type Signatory,
  type SignatureMethod,
} from '#domain/vocabulary/work.ts'
import { NotFound } from '#platform/http/errors.ts'
import { readCode } from './codes.ts'
import { documentHash } from './document-hash.ts'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/** A plan made with a child. */
export interface Plan {
  readonly id: string
  readonly childId: string
  readonly interventionId: string
  readonly previousPlanId: string | null
  readonly writtenOn: PlainDate
  readonly strengths: string
  readonly easierForYou: string
  readonly keepingSafe: string
  readonly contingency: string
  readonly restorative: string
  /** Null, like the two below, in a plan from before it was asked. */
  readonly restorativeKind: RestorativeKind | null
  readonly restorativeChoices: string | null
  /** Why standard reparation; null where the activity is made for the child. */
  readonly restorativeReason: string | null
  readonly exitPlan: string
  readonly authorId: string
  readonly authorName: string
  readonly reviewedOn: PlainDate | null
  readonly reviewChildView: string | null
  readonly reviewProgress: string | null
  readonly steps: readonly PlanStep[]
  readonly signatures: readonly Signature[]
}

export interface PlanStep {
  readonly id: string
  readonly goal: string
  readonly step: string
  readonly who: string
  readonly byWhen: PlainDate | null
  readonly progress: string | null
}

/** A signature under a plan or a service agreement. */
export interface Signature {
  readonly signatory: Signatory
  readonly name: string
  readonly on: PlainDate
  readonly method: SignatureMethod
}

/**
 * A plan of this child with its steps and signatures.
 *
 * @throws NotFound when there is none, or it is another child's
 */
export async function findPlan(
  scope: Scope,
  about: { readonly childId: string; readonly planId: string },
): Promise<Plan> {
  const row = await selectPlans(scope)
    .where('plans.childId', '=', about.childId)
    .where('plans.id', '=', about.planId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  return await wholePlan(scope, row)
}

/** The latest plan of a piece of work, or undefined: none is written yet. */
export async function findOptionalLatestPlan(
  scope: Scope,
  interventionId: string,
): Promise<Plan | undefined> {
  const row = await selectPlans(scope)
    .where('plans.interventionId', '=', interventionId)
    .orderBy('plans.writtenOn', 'desc')
    .orderBy('plans.recordedAt', 'desc')
    .executeTakeFirst()
  if (row === undefined) return undefined
  return await wholePlan(scope, row)
}

/** Signatures under a plan or a service agreement, in the order in which they were given. */
export async function selectSignatures(
  scope: Scope,
  document: { readonly planId: string } | { readonly serviceAgreementId: string },
): Promise<Signature[]> {
  const query = scope.db
    .selectFrom('signatures')
    .select(['signatory', 'signedName as name', 'signedOn as on', 'method'])
    .where('serviceId', '=', scope.serviceId)
    .orderBy('signedOn')
    .orderBy('recordedAt')
  const rows =
    'planId' in document
      ? await query.where('planId', '=', document.planId).execute()
      : await query.where('serviceAgreementId', '=', document.serviceAgreementId).execute()
  return rows.map(row => ({
    ...row,
    signatory: readCode(signatories, row.signatory),
    method: readCode(signatureMethods, row.method),
  }))
}

/** The fingerprint of what a plan says: everything that is signed, and nothing that is written later, such as progress. */
export function planHash(plan: Plan): string {
  return documentHash({
    document: 'plan',
    id: plan.id,
    childId: plan.childId,
    writtenOn: plan.writtenOn.toString(),
    strengths: plan.strengths,
    easierForYou: plan.easierForYou,
    keepingSafe: plan.keepingSafe,
    contingency: plan.contingency,
    restorative: plan.restorative,
    // What was signed before it was asked keeps its fingerprint.
    ...(plan.restorativeKind !== null && {
      restorativeKind: plan.restorativeKind,
      restorativeChoices: plan.restorativeChoices,
      restorativeReason: plan.restorativeReason,
    }),
    exitPlan: plan.exitPlan,
    steps: plan.steps.map(({ goal, step, who, byWhen }) => ({
      goal,
      step,
      who,
      byWhen: byWhen?.toString() ?? null,
    })),
  })
}

function selectPlans(scope: Scope) {
  return scope.db
    .selectFrom('plans')
    .innerJoin('staff', join =>
      join
        .onRef('staff.serviceId', '=', 'plans.serviceId')
        .onRef('staff.id', '=', 'plans.authorId'),
    )
    .select([
      'plans.id',
      'plans.childId',
      'plans.interventionId',
      'plans.previousPlanId',
      'plans.writtenOn',
      'plans.strengths',
      'plans.easierForYou',
      'plans.keepingSafe',
      'plans.contingency',
      'plans.restorative',
      'plans.restorativeKind',
      'plans.restorativeChoices',
      'plans.restorativeReason',
      'plans.exitPlan',
      'plans.authorId',
      'staff.name as authorName',
      'plans.reviewedOn',
      'plans.reviewChildView',
      'plans.reviewProgress',
    ])
    .where('plans.serviceId', '=', scope.serviceId)
}

type PlanRow = Omit<Plan, 'restorativeKind' | 'steps' | 'signatures'> & {
  readonly restorativeKind: string | null
}

async function wholePlan(scope: Scope, row: PlanRow): Promise<Plan> {
  const { restorativeKind: kind } = row
  return {
    ...row,
    restorativeKind: kind === null ? null : readCode(restorativeKinds, kind),
    steps: await selectSteps(scope, row.id),
    signatures: await selectSignatures(scope, { planId: row.id }),
  }
}

async function selectSteps(scope: Scope, planId: string): Promise<PlanStep[]> {
  const { rows } = await sql<PlanStep>`
    select id, goal, step, who, by_when, progress
    from plan_steps
    where service_id = ${scope.serviceId} and plan_id = ${planId}
    order by position`.execute(scope.db)
  return rows
}
