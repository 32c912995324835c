import { z } from 'zod'
import { isAnswered, isOpen, openSections } from '#domain/assessment/answers.ts'
import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import { whyNotChange } from '#domain/assessment/change-assessment.ts'
import { isAskedToWeigh, withShownFacts } from '#domain/assessment/weighing.ts'
import type { FormDefinition, Section } from '#domain/assessment/form-definition.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { findAssessment } from '#records/assessments.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { lockRow } from '#records/lock-row.ts'
import { changeUrlOf } from '../circumstances/urls.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { idInUrl, page } from '../page.ts'
import { closedBody } from './closed.html.ts'
import { readDraft } from './draft.ts'
import { updateContent } from './queries.ts'
import {
  comparedQuestions,
  filledSection,
  questionsOnPage,
  sectionForm,
  withTyped,
} from './section-form.ts'
import {
  askedSpells,
  confirmHeard,
  heardIn,
  heldStillTrue,
  stillTrueFields,
  withHeard,
} from './still-true.ts'
import { sectionBody } from './section.html.ts'
import { assessmentEditUrl, assessmentSectionUrl } from './urls.ts'

export const editSectionPage = page({
  permission: 'assessment.write',
  params: z.object({ childId: idInUrl, assessmentId: idInUrl, section: z.string() }),
  load: async (context, { params }) => {
    const draft = await readDraft(context, params)
    const { form, assessment } = draft
    const section = openSections(form, assessment.answers).find(({ key }) => key === params.section)
    if (section === undefined) throw new NotFound()
    const { answers } = assessment
    const questions = questionsOnPage(section, answers).filter(({ key }) =>
      isAskedToWeigh(key, draft.toWeigh, answers),
    )
    const asked = askedSpells(questions, draft.known.circumstances, assessment)
    return { ...draft, section, questions, asked }
  },
  form: ({ questions, asked }) => sectionForm(questions, stillTrueFields(asked)),
  initial: ({ questions, assessment }) => ({
    ...filledSection(questions, assessment),
    ...heldStillTrue(assessment.answers),
  }),
  version: {
    lock: ({ scope }, { assessmentId }) => lockRow(scope, 'assessments', assessmentId),
    holds: ({ questions, assessment }) =>
      whyNotChange(assessment) === null ? filledSection(questions, assessment) : null,
    questions: ({ questions }) => comparedQuestions(questions),
    lastSaved: ({ scope }, { child, assessment, section }) =>
      findLastSaved(scope, {
        action: 'assessment.saved',
        childId: child.id,
        subjectId: assessment.id,
        detail: section.key,
      }),
  },
  submit: async (context, typed, { params: { childId, assessmentId }, loaded }) => {
    const { scope } = context
    const { form, section, questions, asked, toWeigh } = loaded
    const stored = await findAssessment(scope, childId, assessmentId)
    const closed = whyNotChange(stored)
    if (closed !== null) return refuse({ field: 'closed', message: closed })
    const heard = heardIn(asked, typed)
    if (heard.problem !== null) return refuse(heard.problem)
    const written = withHeard(withTyped(questions, typed, stored), heard)
    const keys = questions.map(({ key }) => key)
    const content = { ...written, answers: withShownFacts(written.answers, keys, toWeigh) }
    await updateContent(scope, assessmentId, form, content)
    const entry = { childId, subjectId: assessmentId, detail: section.key }
    await insertAuditEntry(scope, { action: 'assessment.saved', ...entry })
    await confirmHeard(context, childId, heard)
    const changed = asked.find(({ id }) => heard.said.get(id) === 'changed')
    if (changed !== undefined) {
      const from = { assessment: assessmentId, section: section.key }
      return goTo(changeUrlOf(childId, changed, from), 'Section saved. Say here what is true now')
    }
    if (opensMore(section, stored, content)) {
      const here = assessmentSectionUrl(childId, assessmentId, section.key)
      return goTo(here, 'Saved. Your answer has opened another question')
    }
    const next = typed['then'] === 'list' ? undefined : sectionAfter(form, section, content)
    return next === undefined
      ? goTo(assessmentEditUrl(childId, assessmentId), 'Section saved')
      : goTo(assessmentSectionUrl(childId, assessmentId, next.key), 'Section saved')
  },
  view: ({ child, assessment, ...draft }, shown, { today }) => {
    const closed = whyNotChange(assessment)
    return {
      title: draft.section.title,
      identity: childBanner(child, today),
      backLink: assessmentEditUrl(child.id, assessment.id),
      body:
        closed === null
          ? sectionBody(shown, { childId: child.id, assessment, ...draft })
          : closedBody(shown, { childId: child.id, assessment, why: closed }),
    }
  },
})

/** True where what was saved opens a question that was not on the page. */
function opensMore(section: Section, before: AssessmentContent, after: AssessmentContent): boolean {
  const seen = new Set(questionsOnPage(section, before.answers))
  return questionsOnPage(section, after.answers).some(
    question =>
      !seen.has(question) &&
      isOpen(question.when, after.answers) &&
      !isAnswered(after.answers, question.key),
  )
}

/** The section that follows in the form, of those that are open; undefined after the last. */
function sectionAfter(
  form: FormDefinition,
  { key }: Section,
  { answers }: AssessmentContent,
): Section | undefined {
  const open = openSections(form, answers)
  return open[open.findIndex(one => one.key === key) + 1]
}
