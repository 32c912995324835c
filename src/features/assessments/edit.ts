import { z } from 'zod'
import { whyNotChange } from '#domain/assessment/change-assessment.ts'
import { completeAssessment } from '#domain/assessment/complete-assessment.ts'
import { specificHarmPrompt } from '#domain/assessment/writing-prompts.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { lockRow } from '#records/lock-row.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page } from '../page.ts'
import { closedBody } from './closed.html.ts'
import { readDraft, titleOf } from './draft.ts'
import { editBody } from './edit.html.ts'
import { updateSteps } from './queries.ts'
import { assessmentUrl } from './urls.ts'

export const editAssessmentPage = page({
  permission: 'assessment.write',
  params: z.object({ childId: idInUrl, assessmentId: idInUrl }),
  load: (context, { params }) => readDraft(context, params),
  form: defineForm({ fields: {} }),
  submit: async (context, _nothing, { params }) => {
    const { childId, assessmentId } = params
    await lockRow(context.scope, 'assessments', assessmentId)
    const { assessment, form, last, toWeigh } = await readDraft(context, params)
    const closed = whyNotChange(assessment)
    if (closed !== null) return refuse({ field: 'closed', message: closed })
    const completion = completeAssessment(
      { form, content: assessment, last, toWeigh },
      context.today,
    )
    if (completion.kind === 'incomplete') return refuse(...completion.lacks)
    await updateSteps(context.scope, assessmentId, { completedOn: completion.completedOn })
    const entry = { childId, subjectId: assessmentId }
    await insertAuditEntry(context.scope, { action: 'assessment.completed', ...entry })
    return goTo(assessmentUrl(childId, assessmentId), 'Assessment completed')
  },
  view: (draft, shown, { today }) => {
    const { child, assessment, advice } = draft
    const closed = whyNotChange(assessment)
    const others = advice.filter(({ ruleId }) => ruleId !== specificHarmPrompt.id)
    return {
      title: titleOf(draft),
      identity: childBanner(child, today),
      backLink: assessmentUrl(child.id, assessment.id),
      body:
        closed === null
          ? editBody(shown, { ...draft, childId: child.id, advice: others })
          : closedBody(shown, { childId: child.id, assessment, why: closed }),
    }
  },
})
