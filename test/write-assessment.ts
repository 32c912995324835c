import type { Role } from '#domain/access/permissions.ts'
import { isOpen } from '#domain/assessment/answers.ts'
import { answerKeysOf, type FormDefinition } from '#domain/assessment/form-definition.ts'
import { assessmentEditUrl, assessmentSectionUrl } from '#features/assessments/urls.ts'
import { currentForm } from '#records/assessment-forms.ts'
import type { TestApp, TestForm, TestPage } from './start-app.ts'

/** The newest short form. */
export function shortForm(): FormDefinition {
  const form = currentForm('short')
  if (form === undefined) throw new Error('There is no short form')
  return form
}

/** Everything that the short form needs, answered. */
export const wholeAnswers: TestForm = {
  childWords: 'I want to go back to football. <b>Really</b> 🌱',
  familyWords: 'She is kind with her sister.',
  strengths: 'Football, her gran.',
  identity: 'She speaks Welsh with her gran.',
  whatHappened: 'Older children dared her.',
  concernSafetyWellbeing: 'yes',
  concernSafetyWellbeingMore: 'They follow her.',
  concernExploitation: 'no',
  concernRiskToOthers: 'not-known',
  safety: 'Walks home alone past them.',
  needs: 'A lift home and a mentor.',
  likelihoodLevel: 'low',
  likelihoodReasons: 'She has said no to them since.',
  harmLevel: 'low',
  harmReasons: 'No harm was done or meant.',
  safetyLevel: 'medium',
  safetyReasons: 'They wait for her on Fridays.',
}

interface Written {
  readonly childId: string
  readonly assessmentId: string
  readonly as: Role
  readonly form?: FormDefinition
}

/** Saves what is given, section by section, and returns the last answer. */
export async function writeSections(
  app: TestApp,
  { childId, assessmentId, as, form = shortForm() }: Written,
  answers: TestForm,
): Promise<void> {
  for (const { key, questions, when } of form.sections) {
    if (!isOpen(when, textsOf(answers))) continue
    const names = new Set(questions.flatMap(answerKeysOf))
    const own = Object.entries(answers).filter(([name]) => names.has(name.split('-')[0] ?? name))
    const url = assessmentSectionUrl(childId, assessmentId, key)
    const sent = await app.send(url, { ...Object.fromEntries(own), then: 'list' }, as)
    if (sent.status !== 303) throw new Error(`${key}: ${sent.errors.join(', ')}`)
  }
}

/** Writes an assessment and completes it. */
export async function completeAssessment(
  app: TestApp,
  written: Written,
  answers: TestForm = wholeAnswers,
): Promise<TestPage> {
  await writeSections(app, written, answers)
  return await app.send(assessmentEditUrl(written.childId, written.assessmentId), {}, written.as)
}

function textsOf(answers: TestForm) {
  return Object.fromEntries(
    Object.entries(answers).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}
