import { z } from 'zod'
import { whyNotReview } from '#domain/assessment/change-assessment.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { currentForm, firstForm } from '#records/assessment-forms.ts'
import { findAssessment, listAssessments } from '#records/assessments.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import type { Scope } from '#records/scope.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page } from '../page.ts'
import { isLatestOf } from './deeper.ts'
import { readAnswersForReview } from './review-answers.ts'
import { insertDraft, selectOpenWork } from './queries.ts'
import { reviewBody } from './review.html.ts'
import { assessmentEditUrl, assessmentUrl } from './urls.ts'

export const reviewAssessmentPage = page({
  permission: 'assessment.write',
  params: z.object({ childId: idInUrl, assessmentId: idInUrl }),
  load: async ({ scope, user }, { params: { childId, assessmentId } }) => ({
    child: await findChild(scope, user, childId),
    ...(await readReviewed(scope, childId, assessmentId)),
  }),
  form: defineForm({ fields: {} }),
  submit: async ({ scope, user, today }, _nothing, { params: { childId, assessmentId } }) => {
    await lockRow(scope, 'assessments', assessmentId)
    const { assessment, draft, work, whyNot } = await readReviewed(scope, childId, assessmentId)
    if (draft !== null) return goTo(assessmentEditUrl(childId, draft.id))
    if (whyNot !== null) return refuse({ field: 'review', message: whyNot })
    const form = currentForm(assessment.form) ?? firstForm()
    const id = await insertDraft(scope, {
      form,
      answers: await readAnswersForReview(scope, assessment, form, today),
      childId,
      referralId: null,
      interventionId: work?.id ?? null,
      reviewOf: assessment.id,
      authorId: user.id,
      startedOn: today,
    })
    await insertAuditEntry(scope, { action: 'assessment.review-started', childId, subjectId: id })
    return goTo(assessmentEditUrl(childId, id))
  },
  view: ({ child, assessment, draft, whyNot }, shown, { today }) => ({
    title: 'Review the assessment',
    identity: childBanner(child, today),
    backLink: assessmentUrl(child.id, assessment.id),
    body: reviewBody(shown, { childId: child.id, assessment, draft, whyNot }),
  }),
})

/** The assessment with the review that is already being written, and the work that a new one would belong to. */
async function readReviewed(scope: Scope, childId: string, assessmentId: string) {
  const assessment = await findAssessment(scope, childId, assessmentId)
  const all = await listAssessments(scope, childId)
  const reviews = all.filter(other => other.reviewOf === assessmentId)
  const open = await selectOpenWork(scope, childId)
  const same = open.find(
    one =>
      one.id === assessment.interventionId ||
      (one.referralId !== null && one.referralId === assessment.referralId),
  )
  const work = same ?? open[0] ?? null
  const draft = reviews.find(review => review.completedOn === null) ?? null
  const isLatest = isLatestOf(all, assessmentId)
  return {
    assessment,
    draft,
    work,
    whyNot: draft === null ? whyNotReview({ ...assessment, isLatest }, work !== null) : null,
  }
}
