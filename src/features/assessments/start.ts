import { z } from 'zod'
import { currentAssessment } from '#domain/assessment/single-assessment.ts'
import type { Answers } from '#domain/assessment/answers.ts'
import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import { startingGuards } from '#domain/assessment/assessment-rules.ts'
import { guardStops } from '#domain/rules/guard-stops.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { currentForm, currentForms, firstForm } from '#records/assessment-forms.ts'
import {
  findAssessment,
  findOptionalAssessmentOf,
  listAssessments,
  type AssessmentLine,
} from '#records/assessments.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { readCaseFacts } from '#records/case-facts/read-case-facts.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import { findPolicy } from '#records/policy.ts'
import { findReferral } from '#records/referrals.ts'
import { childBanner } from '../child-banner.ts'
import { stopProblems } from '../guard-stops.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { referralUrl } from '../referrals/urls.ts'
import { readKnownFacts } from './known-facts.ts'
import { insertDraft } from './queries.ts'
import { readAnswersForReview } from './review-answers.ts'
import { startBody } from './start.html.ts'
import { assessmentEditUrl, assessmentUrl } from './urls.ts'

export const startAssessmentPage = page({
  permission: 'assessment.write',
  params: z.object({ childId: idInUrl, referralId: idInUrl }),
  load: async (context, { params: { childId, referralId } }) => {
    const { scope, user, today } = context
    const child = await findChild(scope, user, childId)
    const { closedOn } = await findReferral(scope, childId, referralId)
    const existing = await findOptionalAssessmentOf(scope, childId, referralId)
    const known = await readKnownFacts(scope, { childId, referralId, assessmentId: null }, today)
    if (closedOn !== null && existing === undefined) {
      throw new NotFound('This referral is closed, and no assessment was written for it.')
    }
    const other = await readOther(context, childId, referralId)
    return { child, referralId, existing: existing ?? null, known, other }
  },
  form: ({ other }) => startForm(other?.id ?? null),
  initial: ({ other }) => startForm(other?.id ?? null).fill({ form: firstForm().form }),
  submit: async (context, { reviewOf, form: chosen }, { params: { childId, referralId } }) => {
    const { scope, user, today } = context
    await lockRow(scope, 'referrals', referralId)
    const existing = await findOptionalAssessmentOf(scope, childId, referralId)
    if (existing !== undefined) return goTo(whereItIs(childId, existing))
    const other = await readOther(context, childId, referralId)
    const asked = { asOf: today, policy: await findPolicy(scope) }
    const stops = guardStops(startingGuards, { current: other, reviewOf }, asked)
    if (stops.length > 0) return refuse(...stopProblems(stops))
    const interventionId = reviewOf === null ? null : (other?.interventionId ?? null)
    const about = { childId, referralId, interventionId, reviewOf }
    const form = currentForm((reviewOf === null ? chosen : other?.form) ?? '') ?? firstForm()
    const answers = await answersFrom(context, childId, reviewOf, form)
    const id = await insertDraft(scope, {
      ...about,
      form,
      answers,
      authorId: user.id,
      startedOn: today,
    })
    await insertAuditEntry(scope, { action: 'assessment.started', childId, subjectId: id })
    return goTo(assessmentEditUrl(childId, id))
  },
  view: ({ child, referralId, existing, known, other }, shown, { today, user }) => ({
    title: 'Assessment before the panel',
    identity: childBanner(child, today),
    backLink: referralUrl(child.id, referralId),
    body: startBody({
      shown,
      known,
      childId: child.id,
      referralId,
      role: user.role,
      existing: existing && { ...existing, url: whereItIs(child.id, existing) },
      other: other && { ...other, url: whereItIs(child.id, other) },
    }),
  }),
})

/** What a review of the child's other assessment opens with; nothing where it begins by itself. */
async function answersFrom(
  { scope, today }: PageContext,
  childId: string,
  reviewOf: string | null,
  form: FormDefinition,
): Promise<Answers> {
  if (reviewOf === null) return {}
  return await readAnswersForReview(
    scope,
    await findAssessment(scope, childId, reviewOf),
    form,
    today,
  )
}

function startForm(otherId: string | null) {
  return defineForm({
    fields: {
      reviewOf: choiceField({
        choices: otherId === null ? [] : [otherId],
        optional: true,
        unknown: 'There is another assessment now. Look again, and review that one',
      }),
      form: choiceField({ choices: currentForms.map(({ form }) => form), optional: true }),
    },
  })
}

/** The assessment that the child has in other work out of court, which a new one would review; null where there is none. */
async function readOther({ scope, today }: PageContext, childId: string, referralId: string) {
  const cases = await readCaseFacts(scope, { of: 'child', childId }, today)
  const about = { route: 'out-of-court', exceptReferralId: referralId } as const
  const current = currentAssessment(cases, about)
  if (current === null) return null
  const all = await listAssessments(scope, childId)
  const line = all.find(({ id }) => id === current.assessment.id)
  return line === undefined ? null : { ...line, interventionId: current.interventionId }
}

function whereItIs(childId: string, { id, completedOn }: AssessmentLine): string {
  return completedOn === null ? assessmentEditUrl(childId, id) : assessmentUrl(childId, id)
}
