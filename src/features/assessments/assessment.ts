import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { whyNotReview } from '#domain/assessment/change-assessment.ts'
import { isQualityAssured } from '#domain/assessment/completed-assessments.ts'
import { lacksOf } from '#domain/assessment/complete-assessment.ts'
import { whyNotAssure } from '#domain/assessment/quality-assurance.ts'
import { isLookedAfter } from '#domain/vocabulary/children.ts'
import { NotFound } from '#platform/http/errors.ts'
import { findAssessment, listAssessments, type Assessment } from '#records/assessments.ts'
import { listCircumstancesOn } from '#records/circumstances.ts'
import { findChild } from '#records/children.ts'
import { listJudgements, readFactsToWeigh } from '#records/facts-to-weigh.ts'
import { readFormOf } from '#records/own-questions.ts'
import type { Scope } from '#records/scope.ts'
import type { StaffMember } from '#records/staff.ts'
import { childBanner } from '../child-banner.ts'
import { childUrl } from '../children/urls.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { referralUrl } from '../referrals/urls.ts'
import { assessmentBody, type NextSteps } from './assessment.html.ts'
import { isDecided, selectOpenWork } from './queries.ts'
import { isLatestOf, readDeeper } from './deeper.ts'
import { findEarlierForm } from './earlier-form.ts'

export const assessmentPage = page({
  permission: 'assessment.open',
  params: z.object({ childId: idInUrl, assessmentId: idInUrl }),
  load: async (context, { params: { childId, assessmentId } }) => {
    const { scope, user } = context
    const child = await findChild(scope, user, childId)
    const assessment = await findAssessment(scope, childId, assessmentId)
    const isDraft = assessment.completedOn === null
    if (isDraft && !may(user.role, 'assessment.write')) {
      throw new NotFound('This assessment is still being written.')
    }
    const { reviewOf } = assessment
    const last = reviewOf === null ? null : await findAssessment(scope, childId, reviewOf)
    const form = await readFormOf(scope, assessment, context.today)
    const earlier = await findEarlierForm(scope, assessment)
    return {
      child,
      assessment,
      form,
      wasOnForm: earlier === null ? null : earlier.form.title,
      lacks: isDraft
        ? lacksOf({
            form,
            content: assessment,
            last,
            toWeigh: await readFactsToWeigh(scope, { childId, assessmentId }, context.today),
          })
        : [],
      judgements: await listJudgements(scope, childId),
      next: await nextSteps(scope, user, childId, assessment),
      waitsForManager: !isDraft && (await waitsForManager(context, childId, assessment)),
      backLink: cameFrom(user, childId, assessment.referralId),
    }
  },
  view: ({ child, backLink, ...read }, _shown, { today }) => ({
    title: 'Assessment',
    identity: childBanner(child, today),
    backLink,
    body: assessmentBody({ childId: child.id, today, ...read }),
  }),
})

async function waitsForManager(
  { scope, today }: PageContext,
  childId: string,
  assessment: Assessment,
): Promise<boolean> {
  const now = await listCircumstancesOn(scope, childId, today)
  const child = {
    isLookedAfter: now.some(({ kind, value }) => kind === 'care-status' && isLookedAfter(value)),
  }
  return !isQualityAssured(assessment, child)
}

function cameFrom(user: StaffMember, childId: string, referralId: string | null): string {
  return referralId !== null && may(user.role, 'referral.open')
    ? referralUrl(childId, referralId)
    : childUrl(childId)
}

/** What this person may do with the assessment now. */
async function nextSteps(
  scope: Scope,
  user: StaffMember,
  childId: string,
  assessment: Assessment,
): Promise<NextSteps> {
  const isDraft = assessment.completedOn === null
  const mayWrite = may(user.role, 'assessment.write')
  const isDecidedOn = await isDecided(scope, assessment.referralId)
  return {
    write: mayWrite && isDraft,
    review: mayWrite && (await mayReview(scope, childId, assessment)),
    deepen: mayWrite && (await readDeeper(scope, childId, assessment)).whyNot === null,
    assure:
      may(user.role, 'assessment.quality-assure') &&
      whyNotAssure({ ...assessment, isDecidedOn }, user.id, 'countersign') === null,
  }
}

async function mayReview(scope: Scope, childId: string, assessment: Assessment): Promise<boolean> {
  const all = await listAssessments(scope, childId)
  const work = await selectOpenWork(scope, childId)
  const isLatest = isLatestOf(all, assessment.id)
  return whyNotReview({ ...assessment, isLatest }, work.length > 0) === null
}
