import type { PlainDate } from '../calendar/plain-date.ts'
import type { AssessmentContent, DraftJudgement } from './assessment.ts'
import { shortForm } from './short-form.ts'

/** Something that is not there yet, with the input in which it is written. */
export interface Lack {
  readonly field: string
  readonly message: string
}

export type Completion =
  | { readonly kind: 'completed'; readonly completedOn: PlainDate }
  | { readonly kind: 'incomplete'; readonly lacks: readonly Lack[] }

/**
 * Decides whether an assessment can be completed today.
 *
 * @param last the assessment that this one reviews, or null: its reasons may not be repeated word for word
 * @returns everything that is missing at once, in the order of the form
 * @source OM section 2.5, section 6.2
 */
export function completeAssessment(
  content: AssessmentContent,
  last: AssessmentContent | null,
  today: PlainDate,
): Completion {
  const lacks = lacksOf(content, last)
  return lacks.length === 0
    ? { kind: 'completed', completedOn: today }
    : { kind: 'incomplete', lacks }
}

/** What an assessment lacks to be complete, in the order of the form; none when it can be completed. */
export function lacksOf(content: AssessmentContent, last: AssessmentContent | null): Lack[] {
  const unanswered = shortForm.questions
    .filter(question => content.answers[question.key].trim() === '')
    .map(question => ({ field: question.key, message: question.missing }))
  return [...unanswered, ...judgementLacks(content, last)]
}

function judgementLacks(content: AssessmentContent, last: AssessmentContent | null): Lack[] {
  return shortForm.judgements.flatMap(question => {
    const now = judgementOf(content, question.kind)
    const before = last === null ? undefined : judgementOf(last, question.kind)
    const lacks: Lack[] = []
    if (now?.level == null || !question.levels.includes(now.level)) {
      lacks.push({ field: question.levelField, message: `Judge: ${question.title}` })
    }
    const reasons = now?.reasons ?? ''
    if (reasons.trim() === '') {
      lacks.push({ field: question.reasonsField, message: `Write why: ${question.title}` })
    } else if (before !== undefined && isSameWording(reasons, before.reasons)) {
      const message = `Write afresh why, not in last time’s words: ${question.title}`
      lacks.push({ field: question.reasonsField, message })
    }
    return lacks
  })
}

/**
 * True when two texts are the same word for word.
 *
 * @interpretation Capitals, spaces and punctuation do not make it a new text.
 */
export function isSameWording(text: string, other: string): boolean {
  return words(text) === words(other)
}

function words(text: string): string {
  return (
    text
      .toLocaleLowerCase('en-GB')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  )
}

function judgementOf(
  content: AssessmentContent,
  kind: DraftJudgement['kind'],
): DraftJudgement | undefined {
  return content.judgements.find(judgement => judgement.kind === kind)
}
