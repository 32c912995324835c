import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { maySignFor } from '#domain/plans/sign-plan.ts'
import { missingSignatures } from '#domain/plans/plan-signed.ts'
import { findChild } from '#records/children.ts'
import { findIntervention } from '#records/interventions.ts'
import { findPlan, type Plan } from '#records/plans.ts'
import { childBanner } from '../child-banner.ts'
import { interventionUrl } from '../interventions/urls.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { planBody, type PlanSteps } from './plan.html.ts'
import { findOptionalWait } from './queries.ts'

export const planInUrl = z.object({ childId: idInUrl, planId: idInUrl })

export const planPage = page({
  permission: 'plan.open',
  params: planInUrl,
  load: async ({ scope, user }, { params }) => {
    const plan = await findPlan(scope, params)
    return {
      child: await findChild(scope, user, params.childId),
      plan,
      work: await findIntervention(scope, { ...params, interventionId: plan.interventionId }),
      wait: (await findOptionalWait(scope, params)) ?? null,
    }
  },
  view: ({ child, plan, work, wait }, _shown, context) => ({
    title: 'Plan',
    identity: childBanner(child, context.today),
    ...(may(context.user.role, 'intervention.open') && {
      backLink: interventionUrl(child.id, work.id),
    }),
    body: planBody({
      calledName: child.knownAs ?? child.givenName,
      plan,
      wait: missingSignatures(plan).length === 0 ? null : wait,
      next: stepsFor(plan, work.endedOn === null, context),
    }),
  }),
})

/** What this person may do with the plan now. */
function stepsFor(plan: Plan, isOpen: boolean, { user }: PageContext): PlanSteps {
  const writes = may(user.role, 'plan.write') && isOpen && plan.reviewedOn === null
  const isSigned = missingSignatures(plan).length === 0
  return {
    sign: writes && maySignFor(plan, user).length > 0,
    wait: writes && !isSigned && may(user.role, 'agreement.grant') && plan.authorId !== user.id,
    review: writes,
  }
}
