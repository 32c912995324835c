import { z } from 'zod'
import { qualityLacks, qualityNote, whyNotAssure } from '#domain/assessment/quality-assurance.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { formToRead } from '#records/assessment-forms.ts'
import { findAssessment } from '#records/assessments.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page } from '../page.ts'
import { qualityBody } from './quality-assurance.html.ts'
import { isDecided, updateSteps } from './queries.ts'
import { assessmentUrl } from './urls.ts'

const qualityForm = defineForm({
  fields: {
    strengths: longTextField({ optional: true }),
    toDevelop: longTextField({ optional: true }),
    step: choiceField({
      choices: ['countersign', 'return'],
      missing: 'Select whether to countersign it or to send it back',
    }),
  },
})

export const qualityAssurancePage = page({
  permission: 'assessment.quality-assure',
  params: z.object({ childId: idInUrl, assessmentId: idInUrl }),
  load: async ({ scope, user }, { params: { childId, assessmentId } }) => {
    const assessment = await findAssessment(scope, childId, assessmentId)
    return {
      child: await findChild(scope, user, childId),
      assessment,
      isDecidedOn: await isDecided(scope, assessment.referralId),
    }
  },
  form: qualityForm,
  submit: async ({ scope, user, today }, typed, { params: { childId, assessmentId } }) => {
    await lockRow(scope, 'assessments', assessmentId)
    const assessment = await findAssessment(scope, childId, assessmentId)
    const isDecidedOn = await isDecided(scope, assessment.referralId)
    const { step } = typed
    const words = { strengths: typed.strengths ?? '', toDevelop: typed.toDevelop ?? '' }
    const whyNot = whyNotAssure({ ...assessment, isDecidedOn }, user.id, step)
    if (whyNot !== null) return refuse({ field: 'step', message: whyNot })
    const lacks = qualityLacks(words, step)
    if (lacks.length > 0) return refuse(...lacks)
    const countersignNote = qualityNote(words)
    const about = { childId, subjectId: assessmentId }
    const backTo = assessmentUrl(childId, assessmentId)
    if (step === 'return') {
      await updateSteps(scope, assessmentId, { completedOn: null, countersignNote })
      await insertAuditEntry(scope, { action: 'assessment.returned', ...about })
      return goTo(backTo, 'Assessment sent back')
    }
    const signed = { countersignedOn: today, countersignedBy: user.id, countersignNote }
    await updateSteps(scope, assessmentId, signed)
    await insertAuditEntry(scope, { action: 'assessment.countersigned', ...about })
    return goTo(backTo, 'Assessment countersigned')
  },
  view: ({ child, assessment, isDecidedOn }, shown, { today, user }) => ({
    title: 'Quality-assure the assessment',
    identity: childBanner(child, today),
    backLink: assessmentUrl(child.id, assessment.id),
    body: qualityBody(shown, {
      childId: child.id,
      assessment,
      form: formToRead(assessment, assessment.answers),
      whyNot: whyNotAssure({ ...assessment, isDecidedOn }, user.id, 'countersign'),
    }),
  }),
})
