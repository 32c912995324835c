import { z } from 'zod'
import { startingGuards } from '#domain/assessment/assessment-rules.ts'
import { wayDeeper } from '#domain/assessment/deepen-assessment.ts'
import { currentAssessment } from '#domain/assessment/single-assessment.ts'
import { guardStops } from '#domain/rules/guard-stops.ts'
import { interventionKinds } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { formToRead } from '#records/assessment-forms.ts'
import { findAssessment, type Assessment } from '#records/assessments.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { readCaseFacts } from '#records/case-facts/read-case-facts.ts'
import { findChild } from '#records/children.ts'
import { readCode } from '#records/codes.ts'
import { lockRow } from '#records/lock-row.ts'
import { findPolicy } from '#records/policy.ts'
import { childBanner } from '../child-banner.ts'
import { stopProblems } from '../guard-stops.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { deepenBody } from './deepen.html.ts'
import { readDeeper } from './deeper.ts'
import { insertDraft, selectOpenWork, updateContent, updateForm } from './queries.ts'
import { assessmentEditUrl, assessmentUrl } from './urls.ts'

export const deepenAssessmentPage = page({
  permission: 'assessment.write',
  params: z.object({ childId: idInUrl, assessmentId: idInUrl }),
  load: async ({ scope, user }, { params: { childId, assessmentId } }) => {
    const assessment = await findAssessment(scope, childId, assessmentId)
    return {
      child: await findChild(scope, user, childId),
      assessment,
      ...(await readDeeper(scope, childId, assessment)),
    }
  },
  form: ({ deeper }) =>
    defineForm({
      fields: {
        form: choiceField({
          choices: deeper.map(({ form }) => form),
          missing: 'Select the form in which it goes on',
        }),
      },
    }),
  submit: async (context, { form: chosen }, { params: { childId, assessmentId } }) => {
    const { scope, user, today } = context
    await lockRow(scope, 'assessments', assessmentId)
    const assessment = await findAssessment(scope, childId, assessmentId)
    const { deeper, whyNot } = await readDeeper(scope, childId, assessment)
    const to = deeper.find(({ form }) => form === chosen)
    if (whyNot !== null || to === undefined) {
      return refuse({ field: 'form', message: whyNot ?? 'Select a form that goes deeper' })
    }
    const from = formToRead(assessment, assessment.answers)
    if (wayDeeper(assessment) === 'goes-on') {
      await updateForm(scope, assessment, { from, to })
      const entry = { childId, subjectId: assessmentId, detail: to.form }
      await insertAuditEntry(scope, { action: 'assessment.deepened', ...entry })
      return goTo(assessmentEditUrl(childId, assessmentId), goesOn)
    }
    const where = await readCase(context, childId, assessment)
    if (where.stops.length > 0) return refuse(...stopProblems(where.stops))
    const { answers, judgements } = assessment
    const id = await insertDraft(scope, {
      ...where.of,
      form: to,
      childId,
      reviewOf: null,
      deepens: assessmentId,
      answers,
      authorId: user.id,
      startedOn: today,
    })
    await updateContent(scope, id, to, { answers, judgements })
    const entry = { childId, subjectId: id, detail: to.form }
    await insertAuditEntry(scope, { action: 'assessment.deepened', ...entry })
    return goTo(assessmentEditUrl(childId, id), goesOn)
  },
  view: ({ child, assessment, deeper, whyNot }, shown, { today }) => ({
    title: 'Go deeper',
    identity: childBanner(child, today),
    backLink: assessmentUrl(child.id, assessment.id),
    body: deepenBody(shown, { childId: child.id, assessment, deeper, whyNot }),
  }),
})

const goesOn = 'The assessment goes on in the deeper form. Everything that was written is in it'

/** The case to which the deeper assessment belongs, work for a court first, and what stops it there. */
async function readCase({ scope, today }: PageContext, childId: string, assessment: Assessment) {
  const { referralId, interventionId } = assessment
  const open = await selectOpenWork(scope, childId)
  const routeOf = (kind: string) => interventionKinds[readCode(interventionKinds, kind)].route
  const work =
    open.find(({ id }) => id === interventionId) ??
    open.find(({ kind }) => routeOf(kind) === 'court') ??
    null
  if (work === null || work.id === interventionId || work.referralId === referralId) {
    return { of: { referralId, interventionId: interventionId ?? null }, stops: [] }
  }
  const cases = await readCaseFacts(scope, { of: 'child', childId }, today)
  const about = { route: routeOf(work.kind), exceptReferralId: referralId }
  const current = currentAssessment(cases, about)?.assessment ?? null
  const asked = { asOf: today, policy: await findPolicy(scope) }
  const facts = { current, reviewOf: assessment.id }
  return {
    of: { referralId: null, interventionId: work.id },
    stops: guardStops(startingGuards, facts, asked),
  }
}
