import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import { judgementLevels, type JudgementKind } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm, type FormValue, type FormValues } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'

const answer = longTextField({ optional: true })
const level = choiceField({ choices: judgementLevels, optional: true })

/** The short assessment as it is typed: a draft may be empty anywhere, and `then` says which button was pressed. */
export const assessmentForm = defineForm({
  fields: {
    childWords: answer,
    familyWords: answer,
    strengths: answer,
    whatHappened: answer,
    safety: answer,
    needs: answer,
    likelihoodLevel: level,
    likelihoodReasons: answer,
    harmLevel: level,
    harmReasons: answer,
    safetyLevel: level,
    safetyReasons: answer,
    then: choiceField({ choices: ['save', 'complete'], optional: true }),
  },
})
type Typed = FormValue<typeof assessmentForm>

/**
 * What was typed, as the content of an assessment.
 *
 * @param stored what the draft holds: a level once judged stays until another is chosen
 */
export function typedContent(typed: Typed, stored: AssessmentContent): AssessmentContent {
  const judgement = (
    kind: JudgementKind,
    chosen: Typed['harmLevel'],
    reasons: string | null,
  ): AssessmentContent['judgements'][number] => {
    const before = stored.judgements.find(one => one.kind === kind)
    return { kind, level: chosen ?? before?.level ?? null, reasons: reasons ?? '' }
  }
  return {
    answers: {
      childWords: typed.childWords ?? '',
      familyWords: typed.familyWords ?? '',
      strengths: typed.strengths ?? '',
      whatHappened: typed.whatHappened ?? '',
      safety: typed.safety ?? '',
      needs: typed.needs ?? '',
    },
    judgements: [
      judgement('likelihood-of-reoffending', typed.likelihoodLevel, typed.likelihoodReasons),
      judgement('risk-of-serious-harm', typed.harmLevel, typed.harmReasons),
      judgement('safety-and-wellbeing', typed.safetyLevel, typed.safetyReasons),
    ],
  }
}

/** The form filled with what a draft holds. */
export function filledForm(content: AssessmentContent): FormValues {
  const judged = (kind: JudgementKind) => content.judgements.find(one => one.kind === kind)
  const likelihood = judged('likelihood-of-reoffending')
  const harm = judged('risk-of-serious-harm')
  const safety = judged('safety-and-wellbeing')
  return assessmentForm.fill({
    ...content.answers,
    likelihoodLevel: likelihood?.level,
    likelihoodReasons: likelihood?.reasons,
    harmLevel: harm?.level,
    harmReasons: harm?.reasons,
    safetyLevel: safety?.level,
    safetyReasons: safety?.reasons,
  })
}
