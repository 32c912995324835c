import { z } from 'zod'
import { defineForm } from '#platform/forms/form.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo } from '#platform/http/page.ts'
import { findOptionalAssessmentOf, type AssessmentLine } from '#records/assessments.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findReferral } from '#records/referrals.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page } from '../page.ts'
import { referralUrl } from '../referrals/urls.ts'
import { readKnownFacts } from './known-facts.ts'
import { insertDraft, lockReferral } from './queries.ts'
import { startBody } from './start.html.ts'
import { assessmentEditUrl, assessmentUrl } from './urls.ts'

export const startAssessmentPage = page({
  permission: 'assessment.write',
  params: z.object({ childId: idInUrl, referralId: idInUrl }),
  load: async ({ scope, user, today }, { params: { childId, referralId } }) => {
    const child = await findChild(scope, user, childId)
    const { closedOn } = await findReferral(scope, childId, referralId)
    const existing = await findOptionalAssessmentOf(scope, childId, referralId)
    const known = await readKnownFacts(scope, { childId, referralId, assessmentId: null }, today)
    if (closedOn !== null && existing === undefined) {
      throw new NotFound('This referral is closed, and no assessment was written for it.')
    }
    return { child, referralId, existing: existing ?? null, known }
  },
  form: defineForm({ fields: {} }),
  submit: async ({ scope, user, today }, _nothing, { params: { childId, referralId } }) => {
    await lockReferral(scope, referralId)
    const existing = await findOptionalAssessmentOf(scope, childId, referralId)
    if (existing !== undefined) return goTo(whereItIs(childId, existing))
    const about = { childId, referralId, interventionId: null, reviewOf: null }
    const id = await insertDraft(scope, { ...about, authorId: user.id, startedOn: today })
    await insertAuditEntry(scope, { action: 'assessment.started', childId, subjectId: id })
    return goTo(assessmentEditUrl(childId, id))
  },
  view: ({ child, referralId, existing, known }, shown, { today }) => ({
    title: 'Assessment before the panel',
    identity: childBanner(child, today),
    backLink: referralUrl(child.id, referralId),
    body: startBody({
      shown,
      known,
      childId: child.id,
      existing: existing && { ...existing, url: whereItIs(child.id, existing) },
    }),
  }),
})

function whereItIs(childId: string, { id, completedOn }: AssessmentLine): string {
  return completedOn === null ? assessmentEditUrl(childId, id) : assessmentUrl(childId, id)
}
