import type { JudgementKind, JudgementLevel } from '../vocabulary/work.ts'
import { judgementKinds } from '../vocabulary/work.ts'

/** The answers of the short assessment, the child's first. */
export const answerKeys = [
  'childWords',
  'familyWords',
  'strengths',
  'whatHappened',
  'safety',
  'needs',
] as const
export type AnswerKey = (typeof answerKeys)[number]
export type Answers = Readonly<Record<AnswerKey, string>>

export interface Question {
  readonly key: AnswerKey
  readonly title: string
  /** What helps to write a good answer, in one or two lines. */
  readonly hint: string
  /** Said when the answer is not there on completing. */
  readonly missing: string
}

export interface JudgementQuestion {
  readonly kind: JudgementKind
  readonly title: string
  /** The name of the level's and of the reasons' inputs. */
  readonly levelField: `${string}Level`
  readonly reasonsField: `${string}Reasons`
  readonly levels: readonly JudgementLevel[]
  /** Quiet prompts: what a judgement that others can use has in it. */
  readonly prompts: readonly string[]
}

/**
 * The short assessment for work outside court, as data: its questions in their order, what helps to answer them, what has to be there.
 *
 * A change to a question is a new version; assessments keep the version in which they were written.
 *
 * @source OM section 6.2, section 5.1; HMIP standard 3.1
 * @interpretation Every section and every judgement is needed to complete it: the form is short so that none has to be skipped.
 */
export const shortForm: {
  readonly form: 'short'
  readonly version: number
  readonly questions: readonly Question[]
  readonly judgements: readonly JudgementQuestion[]
} = {
  form: 'short',
  version: 1,
  questions: [
    {
      key: 'childWords',
      title: 'What the child says',
      hint: 'In their own words: what happened, how they see it, what matters to them, what they want to be different.',
      missing: 'Write what the child says',
    },
    {
      key: 'familyWords',
      title: 'What the family says',
      hint: 'A parent or carer, in their own words: what they see at home, what has helped before, what worries them.',
      missing: 'Write what the family says',
    },
    {
      key: 'strengths',
      title: 'Strengths, and what works already',
      hint: 'What the child is good at and enjoys, who they trust, what keeps them away from trouble on most days.',
      missing: 'Write what the child’s strengths are and what works already',
    },
    {
      key: 'whatHappened',
      title: 'What happened, and why',
      hint: 'What led to it: who was there, what the child thought and felt, what was going on in their life. Name barriers that are not of their making.',
      missing: 'Write what happened and why',
    },
    {
      key: 'safety',
      title: 'Keeping safe and well',
      hint: 'Who or what could hurt this child, at home, outside, online or by their own hand. What other agencies know. What already protects them.',
      missing: 'Write what keeps the child safe and well, and what does not',
    },
    {
      key: 'needs',
      title: 'What help is needed',
      hint: 'What would make the biggest difference now, who can give it, and how it has to be given so that this child can use it.',
      missing: 'Write what help is needed',
    },
  ],
  judgements: [
    {
      kind: 'likelihood-of-reoffending',
      title: judgementKinds['likelihood-of-reoffending'],
      levelField: 'likelihoodLevel',
      reasonsField: 'likelihoodReasons',
      levels: ['low', 'medium', 'high'],
      prompts: [
        'What would have to come together for it to happen again, and how often does it?',
        'What has changed since, and what did the child do to change it?',
        'What pulls the other way: people, school, plans, growing up?',
      ],
    },
    {
      kind: 'risk-of-serious-harm',
      title: judgementKinds['risk-of-serious-harm'],
      levelField: 'harmLevel',
      reasonsField: 'harmReasons',
      levels: ['low', 'medium', 'high', 'very-high'],
      prompts: [
        'What harm, to whom, in which situation, and how soon?',
        'What do earlier behaviour and other agencies’ information say, also where nobody was charged?',
        'What already keeps others safe, and would it hold on a bad day?',
        'This child, not children in general: could the reasons stand in another child’s record?',
      ],
    },
    {
      kind: 'safety-and-wellbeing',
      title: judgementKinds['safety-and-wellbeing'],
      levelField: 'safetyLevel',
      reasonsField: 'safetyReasons',
      levels: ['low', 'medium', 'high', 'very-high'],
      prompts: [
        'What could happen to the child, through whom, where, and how soon?',
        'How do they sleep, eat and feel? What do they say themselves?',
        'Who looks out for them, and what would they do tonight if it got worse?',
      ],
    },
  ],
}

export const noAnswers: Answers = {
  childWords: '',
  familyWords: '',
  strengths: '',
  whatHappened: '',
  safety: '',
  needs: '',
}
