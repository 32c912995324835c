import type { PlainDate } from '../calendar/plain-date.ts'
import { isAnswered, openQuestions, openSections, textAnswer, type Answers } from './answers.ts'
import type { AssessmentContent, DraftJudgement } from './assessment.ts'
import type { FactsToWeigh } from './facts-to-weigh.ts'
import type { FormDefinition, JudgementQuestion, Question, Section } from './form-definition.ts'
import { isAfresh } from './review-answers.ts'
import { whyNotWeighed } from './weighing.ts'

/** Something that is not there yet, with the input in which it is written. */
export interface Lack {
  readonly field: string
  readonly message: string
}

/** The same, with the section of the form in which that input is. */
export interface PlacedLack extends Lack {
  readonly section: string
}

/** An assessment to complete: what it says, in which form, and the one that it reviews, whose analysis may not be repeated word for word. */
export interface ToComplete {
  readonly form: FormDefinition
  readonly content: AssessmentContent
  readonly last: AssessmentContent | null
  /** What the record shows today that its judgements have to answer; left out where that cannot be known any more. */
  readonly toWeigh?: FactsToWeigh
}

export type Completion =
  | { readonly kind: 'completed'; readonly completedOn: PlainDate }
  | { readonly kind: 'incomplete'; readonly lacks: readonly PlacedLack[] }

/**
 * Decides whether an assessment can be completed today.
 *
 * @returns everything that is missing at once, in the order of the form
 * @source OM section 2.5, section 6.2
 */
export function completeAssessment(assessment: ToComplete, today: PlainDate): Completion {
  const lacks = lacksOf(assessment)
  return lacks.length === 0
    ? { kind: 'completed', completedOn: today }
    : { kind: 'incomplete', lacks }
}

/** What an assessment lacks to be complete, in the order of the form; none when it can be completed. Closed questions lack nothing. */
export function lacksOf(assessment: ToComplete): PlacedLack[] {
  const { form, content } = assessment
  return openSections(form, content.answers).flatMap(section =>
    sectionLacks(section, assessment).map(lack => ({ ...lack, section: section.key })),
  )
}

/** What one section lacks, in its order. */
export function sectionLacks(section: Section, assessment: Omit<ToComplete, 'form'>): Lack[] {
  const { answers } = assessment.content
  return openQuestions(section, answers).flatMap(question =>
    question.type === 'judgement'
      ? judgementLacks(question, assessment)
      : answerLacks(question, assessment),
  )
}

function answerLacks(
  question: Question,
  { content, last, toWeigh }: Omit<ToComplete, 'form'>,
): Lack[] {
  const { key, missing } = question
  const { answers } = content
  const unweighed = toWeigh === undefined ? null : whyNotWeighed(key, answers, toWeigh)
  if (unweighed !== null) return [{ field: key, message: unweighed }]
  if (!isAnswered(answers, key))
    return missing === undefined ? [] : [{ field: key, message: missing }]
  return last === null ? [] : copied(question, { answers, last })
}

function copied(
  question: Question,
  { answers, last }: { readonly answers: Answers; readonly last: NonNullable<ToComplete['last']> },
): Lack[] {
  const { key, title } = question
  if (!isAfresh(question)) return []
  const isCopied = isSameWording(textAnswer(answers, key), textAnswer(last.answers, key))
  return isCopied
    ? [{ field: key, message: `Write it afresh, not in last time’s words: ${title}` }]
    : []
}

function judgementLacks(
  { kind, title, levels, levelKey, reasonsKey }: JudgementQuestion,
  { content, last }: Omit<ToComplete, 'form'>,
): Lack[] {
  const now = judgementOf(content, kind)
  const before = last === null ? undefined : judgementOf(last, kind)
  const lacks: Lack[] = []
  if (now?.level == null || !levels.includes(now.level)) {
    lacks.push({ field: levelKey, message: `Judge: ${title}` })
  }
  const reasons = now?.reasons ?? ''
  if (reasons.trim() === '') {
    lacks.push({ field: reasonsKey, message: `Write why: ${title}` })
  } else if (before !== undefined && isSameWording(reasons, before.reasons)) {
    const message = `Write afresh why, not in last time’s words: ${title}`
    lacks.push({ field: reasonsKey, message })
  }
  return lacks
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

/** The judgement of a kind in what has been written; undefined where there is none. */
export function judgementOf(
  content: AssessmentContent,
  kind: DraftJudgement['kind'],
): DraftJudgement | undefined {
  return content.judgements.find(judgement => judgement.kind === kind)
}
