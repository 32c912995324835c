import type { JudgementKind, JudgementLevel } from '../vocabulary/work.ts'
import type { AskedFact, RecordPart } from './record-facts.ts'

/** The answers to a concern. */
export const concernAnswers = { yes: 'Yes', no: 'No', 'not-known': 'Not known' } as const

/** Whose own words an answer is. */
export type Voice = 'child' | 'family'

/** Opens a question or a section: the question named has one of these answers. */
export interface Condition {
  readonly question: string
  readonly is: readonly string[]
}

/** The codes that may be chosen, each with its words. */
export type Options = Readonly<Record<string, string>>

interface Asked {
  /** What the answer is kept under; the same in every form that asks it. */
  readonly key: string
  readonly title: string
  /** One or two lines under the title. */
  readonly help?: string | undefined
  /** Quiet questions to the writer, beside the question. */
  readonly prompts?: readonly string[] | undefined
  /** Said on completing when the answer is not there; without it nothing has to be answered. */
  readonly missing?: string | undefined
  readonly when?: Condition | undefined
  readonly exportKey?: string | undefined
  /** The fact that the answer states: `only-here` where the record holds it nowhere else. */
  readonly fact?: AskedFact | undefined
  /** True for a question that the service has added itself. */
  readonly isOwn?: boolean | undefined
}

export interface TextQuestion extends Asked {
  readonly type: 'text' | 'long-text'
  readonly voice?: Voice | undefined
  /** True where a review opens the question empty and last time’s words do not do: what is heard again, thought again, judged again. */
  readonly afresh?: boolean | undefined
}

export interface DateQuestion extends Asked {
  readonly type: 'date'
}

export interface ChoiceQuestion extends Asked {
  readonly type: 'one' | 'several'
  readonly options: Options
}

export interface ConcernQuestion extends Asked {
  readonly type: 'concern'
}

export interface RowsQuestion extends Asked {
  readonly type: 'rows'
  /** What one row is called: "factor". */
  readonly row: string
  readonly columns: readonly Column[]
}

/** One small question in each row: a choice where it has options, otherwise text. */
export interface Column {
  readonly key: string
  readonly title: string
  readonly options?: Options | undefined
  readonly isLong?: boolean | undefined
  readonly exportKey?: string | undefined
}

export interface KnownFactsQuestion extends Asked {
  readonly type: 'known-facts'
  /** Kinds of circumstances (`circumstanceKinds`). */
  readonly circumstances: readonly string[]
  /** Other parts of the record that are shown the same way. */
  readonly record?: readonly RecordPart[] | undefined
}

export interface JudgementQuestion extends Asked {
  readonly type: 'judgement'
  readonly kind: JudgementKind
  /** The names of the level's and of the reasons' inputs. Reasons wait under theirs among the answers until a level is chosen. */
  readonly levelKey: string
  readonly reasonsKey: string
  readonly levels: readonly JudgementLevel[]
}

/**
 * A question of a form.
 *
 * `concern` is answered yes, no or not known and can open further questions. `rows` is as many boxes of the same small questions as are
 * needed. `known-facts` shows what the record holds, and asks only whether it is still true. `judgement` is a level with reasons.
 */
export type Question =
  | TextQuestion
  | DateQuestion
  | ChoiceQuestion
  | ConcernQuestion
  | RowsQuestion
  | KnownFactsQuestion
  | JudgementQuestion

export interface Section {
  readonly key: string
  readonly title: string
  readonly help?: string | undefined
  readonly when?: Condition | undefined
  readonly questions: readonly Question[]
}

/** One version of a form. */
export interface FormDefinition {
  readonly form: string
  readonly version: number
  /** How deep it goes: 1 is the shortest. */
  readonly depth: number
  readonly title: string
  /** What it is for, in a sentence. */
  readonly description: string
  readonly sections: readonly Section[]
}

/** All questions of a form, in their order, whether they are open or not. */
export function questionsOf({ sections }: FormDefinition): Question[] {
  return sections.flatMap(({ questions }) => questions)
}

/** The judgements that a form asks for, in their order. */
export function judgementQuestions(form: FormDefinition): JudgementQuestion[] {
  return questionsOf(form).filter(question => question.type === 'judgement')
}

/** The codes that a question can be answered with, each with its words; null where it is answered in other ways. */
export function optionsOf(question: Question): Options | null {
  if (question.type === 'concern') return concernAnswers
  return question.type === 'one' || question.type === 'several' ? question.options : null
}

/** The keys under which a question's answer is kept: none for what only shows. */
export function answerKeysOf(question: Question): string[] {
  if (question.type === 'known-facts') return []
  return question.type === 'judgement' ? [question.levelKey, question.reasonsKey] : [question.key]
}
