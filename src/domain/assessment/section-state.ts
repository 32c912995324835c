import { isAnswered, openQuestions } from './answers.ts'
import type { AssessmentContent } from './assessment.ts'
import { judgementOf, sectionLacks, type ToComplete } from './complete-assessment.ts'
import type { Question, Section } from './form-definition.ts'

export const sectionStates = {
  'not-started': 'Not started',
  started: 'Being written',
  done: 'Everything is there',
} as const
export type SectionState = keyof typeof sectionStates

/** How far a section has come: done when nothing needed is missing, started when anything is written in it. */
export function sectionState(section: Section, assessment: Omit<ToComplete, 'form'>): SectionState {
  const { content } = assessment
  const isBegun = openQuestions(section, content.answers).some(one => isBegunIn(one, content))
  const isDone = sectionLacks(section, assessment).length === 0
  if (isDone && (isBegun || section.questions.some(({ missing }) => missing !== undefined))) {
    return 'done'
  }
  return isBegun ? 'started' : 'not-started'
}

function isBegunIn(question: Question, content: AssessmentContent): boolean {
  if (question.type !== 'judgement') return isAnswered(content.answers, question.key)
  const judgement = judgementOf(content, question.kind)
  return judgement !== undefined && (judgement.level !== null || judgement.reasons.trim() !== '')
}
