import { z } from 'zod'
import { judgementLevels } from '#domain/vocabulary/work.ts'
import { shortForm } from '#domain/assessment/short-form.ts'
import { whyNotChange } from '#domain/assessment/change-assessment.ts'
import { completeAssessment } from '#domain/assessment/complete-assessment.ts'
import { writingPrompts } from '#domain/assessment/assessment-rules.ts'
import { askPrompts, type Advice } from '#domain/rules/ask-prompts.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { findAssessment, type Assessment } from '#records/assessments.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { readCaseFacts } from '#records/case-facts/read-case-facts.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import { findPolicy } from '#records/policy.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { assessmentForm, filledForm, typedContent } from './assessment-form.ts'
import { closedBody, editBody } from './edit.html.ts'
import { readKnownFacts } from './known-facts.ts'
import { updateContent, updateSteps } from './queries.ts'
import { assessmentUrl } from './urls.ts'

export const editAssessmentPage = page({
  permission: 'assessment.write',
  params: z.object({ childId: idInUrl, assessmentId: idInUrl }),
  load: async (context, { params: { childId, assessmentId } }) => {
    const { scope, user, today } = context
    const child = await findChild(scope, user, childId)
    const assessment = await findAssessment(scope, childId, assessmentId)
    const { reviewOf } = assessment
    return {
      child,
      assessment,
      last: reviewOf === null ? null : await findAssessment(scope, childId, reviewOf),
      known: await readKnownFacts(scope, { ...assessment, childId, assessmentId }, today),
      advice: await readAdvice(context, childId, assessment),
    }
  },
  form: assessmentForm,
  initial: ({ assessment }) => filledForm(assessment),
  version: {
    lock: ({ scope }, { assessmentId }) => lockRow(scope, 'assessments', assessmentId),
    holds: ({ assessment }) => (whyNotChange(assessment) === null ? filledForm(assessment) : null),
    questions: [
      ...shortForm.questions.map(({ key, title }) => ({ field: key, title })),
      ...shortForm.judgements.flatMap(({ title, levelField, reasonsField }) => [
        { field: levelField, title, words: judgementLevels },
        { field: reasonsField, title: `Why? ${title}` },
      ]),
    ],
    lastSaved: ({ scope }, { child, assessment }) =>
      findLastSaved(scope, {
        action: 'assessment.saved',
        childId: child.id,
        subjectId: assessment.id,
      }),
  },
  submit: async ({ scope, today }, typed, { params: { childId, assessmentId }, loaded }) => {
    const stored = await findAssessment(scope, childId, assessmentId)
    const closed = whyNotChange(stored)
    if (closed !== null) return refuse({ field: 'childWords', message: closed })
    const content = typedContent(typed, stored)
    const about = { childId, subjectId: assessmentId }
    if (typed.then !== 'complete') {
      await updateContent(scope, assessmentId, content)
      await insertAuditEntry(scope, { action: 'assessment.saved', ...about })
      return goTo(assessmentUrl(childId, assessmentId), 'Draft saved')
    }
    const completion = completeAssessment(content, loaded.last, today)
    if (completion.kind === 'incomplete') return refuse(...completion.lacks)
    await updateContent(scope, assessmentId, content)
    await updateSteps(scope, assessmentId, { completedOn: completion.completedOn })
    await insertAuditEntry(scope, { action: 'assessment.completed', ...about })
    return goTo(assessmentUrl(childId, assessmentId), 'Assessment completed')
  },
  view: ({ child, assessment, last, known, advice }, shown, { today }) => {
    const closed = whyNotChange(assessment)
    const written = { childId: child.id, assessment, last, known, advice }
    return {
      title: last === null ? 'Write the assessment' : 'Review the assessment',
      identity: childBanner(child, today),
      backLink: assessmentUrl(child.id, assessment.id),
      body: closed === null ? editBody(shown, written) : closedBody(shown, written, closed),
    }
  },
})

/** Quiet advice for what is being written; none once the case is closed. */
async function readAdvice(
  { scope, today }: PageContext,
  childId: string,
  assessment: Assessment,
): Promise<Advice[]> {
  const cases = await readCaseFacts(scope, { of: 'child', childId }, today)
  const facts = cases.find(one => one.assessments.some(({ id }) => id === assessment.id))
  if (facts === undefined) return []
  const asked = { asOf: today, policy: await findPolicy(scope) }
  return askPrompts(writingPrompts, { facts, assessment }, asked)
}
