import { z } from 'zod'
import { nextPlan } from '#domain/plans/next-plan.ts'
import { planPrompts } from '#domain/plans/plan-rules.ts'
import { planStops, type PlanStop } from '#domain/plans/plan-stops.ts'
import { askPrompts, type Advice } from '#domain/rules/ask-prompts.ts'
import type { FormValues, Problem } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findIntervention, lockWorkWith } from '#records/interventions.ts'
import { findOptionalLatestPlan, type Plan } from '#records/plans.ts'
import { findPolicy } from '#records/policy.ts'
import { findSurroundings } from '#records/surroundings.ts'
import { readWorkFacts } from '#records/work-facts.ts'
import { childBanner } from '../child-banner.ts'
import { guardStops, stopProblem } from '../guard-stops.ts'
import { interventionUrl } from '../interventions/urls.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { newPlanBody } from './new-plan.html.ts'
import { draftOf, planForm, stepsTyped, type PlanValues } from './plan-form.ts'
import { insertPlan, selectStepsUsedForOthers } from './queries.ts'
import { planUrl, reviewPlanUrl } from './urls.ts'

const workInUrl = z.object({ childId: idInUrl, interventionId: idInUrl })
type WorkInUrl = z.infer<typeof workInUrl>

export const newPlanPage = page({
  permission: 'plan.write',
  params: workInUrl,
  load: async (context, { params, again }) => {
    const { scope, user } = context
    const latest = (await findOptionalLatestPlan(scope, params.interventionId)) ?? null
    return {
      child: await findChild(scope, user, params.childId),
      work: await findIntervention(scope, params),
      latest,
      advice: await adviseOn(context, params, again?.values ?? startFrom(latest, context)),
    }
  },
  form: planForm,
  initial: ({ latest }, context) => startFrom(latest, context),
  submit: async (context, values, { params }) => {
    const { scope, user, today } = context
    await lockWorkWith(scope, params.childId)
    const work = await findIntervention(scope, params)
    const latest = (await findOptionalLatestPlan(scope, work.id)) ?? null
    const decision = nextPlan({ today, work, latest, writtenOn: values.writtenOn })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    const stops = await stopsOf(context, params, values)
    if (stops.length > 0) return refuse(...stops.map(problemOf))
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
  view: ({ child, work, latest, advice }, shown, { today, user }) => ({
    title: 'Make a plan together',
    identity: childBanner(child, today),
    backLink: interventionUrl(child.id, work.id),
    body: newPlanBody(shown, {
      startsFromLast: latest !== null && latest.reviewedOn !== null,
      reviewFirst:
        latest !== null && latest.reviewedOn === null ? reviewPlanUrl(child.id, latest.id) : null,
      advice,
      stops: guardStops(shown, { childId: child.id, subjectId: work.id, role: user.role }),
    }),
  }),
})

function startFrom(latest: Plan | null, { today }: PageContext): FormValues {
  return planForm.fill({ ...latest, writtenOn: today })
}

async function adviseOn(
  { scope, today }: PageContext,
  { childId }: WorkInUrl,
  values: FormValues,
): Promise<Advice[]> {
  const steps = stepsTyped(values)
  const words = steps.map(({ step }) => step)
  const facts = {
    steps,
    usedForOthers: await selectStepsUsedForOthers(scope, childId, words),
    ...(await findSurroundings(scope, childId, today)),
  }
  return askPrompts(planPrompts, facts, { asOf: today, policy: await findPolicy(scope) })
}

async function stopsOf(
  { scope, user }: PageContext,
  params: WorkInUrl,
  values: PlanValues,
): Promise<PlanStop[]> {
  const { writtenOn: on } = values
  const { isLookedAfter } = await findSurroundings(scope, params.childId, on)
  const work = await readWorkFacts(scope, params)
  const facts = { ...draftOf(values), ...work, isLookedAfter, on, byId: user.id }
  return planStops(facts, await findPolicy(scope))
}

function problemOf({ ruleId, section, message }: PlanStop): Problem {
  return section === null ? stopProblem(ruleId, message) : { field: section, message }
}
