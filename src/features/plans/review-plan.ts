import { reviewPlan } from '#domain/plans/next-plan.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { groupField } from '#platform/forms/group-field.ts'
import { hiddenField } from '#platform/forms/hidden-field.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findIntervention, lockWorkWith } from '#records/interventions.ts'
import { findPlan, type Plan } from '#records/plans.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page } from '../page.ts'
import { planInUrl } from './plan.ts'
import { updatePlanReview } from './queries.ts'
import { reviewPlanBody } from './review-plan.html.ts'
import { newPlanUrl, planUrl } from './urls.ts'

const reviewForm = defineForm({
  fields: {
    steps: groupField({
      fields: {
        progress: textField({
          name: 'How it went',
          maxLength: 500,
          missing: 'Say how this step went, even if it has not started',
        }),
        id: hiddenField({ matches: idInUrl }),
      },
    }),
    progress: longTextField({
      name: 'The look back',
      missing: 'Write how the whole plan has gone: what changed, what did not',
    }),
    childView: longTextField({
      name: 'The child’s view',
      missing: 'Write what the child says about it, in their words',
    }),
    reviewedOn: dateField({ name: 'The day', missing: 'Enter the day on which you looked back' }),
  },
})

type Review = FormValue<typeof reviewForm>

export const reviewPlanPage = page({
  permission: 'plan.write',
  params: planInUrl,
  load: async ({ scope, user }, { params }) => {
    const plan = await findPlan(scope, params)
    const { interventionId } = plan
    return {
      child: await findChild(scope, user, params.childId),
      plan,
      work: await findIntervention(scope, { ...params, interventionId }),
    }
  },
  form: reviewForm,
  initial: ({ plan }, { today }) =>
    reviewForm.fill({
      steps: plan.steps.map(({ id, progress }) => ({ id, progress: progress ?? '' })),
      reviewedOn: today,
    }),
  submit: async ({ scope, today }, value, { params, loaded }) => {
    await lockWorkWith(scope, params.childId)
    const { work } = loaded
    const plan = await findPlan(scope, params)
    const { reviewedOn } = value
    const decision = reviewPlan({ plan, workEndedOn: work.endedOn, reviewedOn, today })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    await updatePlanReview(scope, plan, {
      on: reviewedOn,
      childView: value.childView,
      progress: value.progress,
      steps: progressOf(plan, value),
    })
    const entry = { childId: params.childId, subjectId: plan.id }
    await insertAuditEntry(scope, { action: 'plan.reviewed', ...entry })
    return goTo(newPlanUrl(params.childId, work.id), 'Review saved. Now make the next plan')
  },
  view: ({ child, plan }, shown, { today }) => ({
    title: 'Review the plan',
    identity: childBanner(child, today),
    backLink: planUrl(child.id, plan.id),
    body: reviewPlanBody(shown, plan),
  }),
})

/** What was typed for the steps of this very plan. */
function progressOf(plan: Plan, { steps }: Review): Map<string, string> {
  const own = new Set(plan.steps.map(({ id }) => id))
  return new Map(steps.filter(({ id }) => own.has(id)).map(({ id, progress }) => [id, progress]))
}
