import { z } from 'zod'
import { nextPlan } from '#domain/plans/next-plan.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findIntervention, lockWorkWith } from '#records/interventions.ts'
import { findOptionalLatestPlan } from '#records/plans.ts'
import { childBanner } from '../child-banner.ts'
import { interventionUrl } from '../interventions/urls.ts'
import { idInUrl, page } from '../page.ts'
import { newPlanBody } from './new-plan.html.ts'
import { planForm } from './plan-form.ts'
import { insertPlan } from './queries.ts'
import { planUrl, reviewPlanUrl } from './urls.ts'

export const newPlanPage = page({
  permission: 'plan.write',
  params: z.object({ childId: idInUrl, interventionId: idInUrl }),
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    work: await findIntervention(scope, params),
    latest: (await findOptionalLatestPlan(scope, params.interventionId)) ?? null,
  }),
  form: planForm,
  initial: ({ latest }, { today }) => planForm.fill({ ...latest, writtenOn: today }),
  submit: async ({ scope, user, today }, values, { params }) => {
    await lockWorkWith(scope, params.childId)
    const work = await findIntervention(scope, params)
    const latest = (await findOptionalLatestPlan(scope, work.id)) ?? null
    const decision = nextPlan({ today, work, latest, writtenOn: values.writtenOn })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    const { previousPlanId } = decision
    const subjectId = await insertPlan(scope, {
      ...params,
      previousPlanId,
      authorId: user.id,
      values,
    })
    await insertAuditEntry(scope, { action: 'plan.written', childId: params.childId, subjectId })
    return goTo(planUrl(params.childId, subjectId), 'Plan saved. Read it together, then sign it')
  },
  view: ({ child, work, latest }, shown, { today }) => ({
    title: 'Make a plan together',
    identity: childBanner(child, today),
    backLink: interventionUrl(child.id, work.id),
    body: newPlanBody(shown, {
      startsFromLast: latest !== null && latest.reviewedOn !== null,
      reviewFirst:
        latest !== null && latest.reviewedOn === null ? reviewPlanUrl(child.id, latest.id) : null,
    }),
  }),
})
