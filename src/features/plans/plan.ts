import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { maySignFor } from '#domain/plans/sign-plan.ts'
import { missingSignatures, planSigned } from '#domain/plans/plan-signed.ts'
import { agreementsAbout } from '#domain/rules/agreements.ts'
import { listAgreements } from '#records/agreements.ts'
import { findChild } from '#records/children.ts'
import { findIntervention } from '#records/interventions.ts'
import { findPlan, type Plan } from '#records/plans.ts'
import { childBanner } from '../child-banner.ts'
import { interventionUrl } from '../interventions/urls.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { planBody, type PlanSteps } from './plan.html.ts'

export const planInUrl = z.object({ childId: idInUrl, planId: idInUrl })

export const planPage = page({
  permission: 'plan.open',
  params: planInUrl,
  load: async ({ scope, user }, { params }) => {
    const plan = await findPlan(scope, params)
    const agreements = await listAgreements(scope, params.childId)
    return {
      child: await findChild(scope, user, params.childId),
      plan,
      work: await findIntervention(scope, { ...params, interventionId: plan.interventionId }),
      wait:
        agreementsAbout(agreements, { ruleId: planSigned.id, subjectId: plan.id }).at(-1) ?? null,
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
    wait: writes && !isSigned ? waitFor(plan, user) : null,
    review: writes,
  }
}

/** A manager agrees to wait, unless the plan is their own; anybody else who writes plans asks for it. */
function waitFor({ authorId }: Plan, { id, role }: PageContext['user']): PlanSteps['wait'] {
  return may(role, 'agreement.grant') && authorId !== id ? 'agree' : 'ask'
}
