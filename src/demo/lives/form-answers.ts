import { isOpen, type Answer, type AnswerRow, type Answers } from '#domain/assessment/answers.ts'
import {
  questionsOf,
  type FormDefinition,
  type Question,
} from '#domain/assessment/form-definition.ts'
import { ownKey } from '#domain/assessment/own-questions.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Random } from '../random.ts'
import { fill, type Voice } from '../words/fill.ts'
import { formAnswers } from '../words/form-answers.ts'

interface Writer {
  readonly random: Random
  readonly voice: Voice
  readonly startedOn: PlainDate
}

/** A form filled beyond what the story of the case says: worries, few of them, and what is written about each. */
export function fillForm(form: FormDefinition, told: Answers, writer: Writer): Answers {
  const questions = questionsOf(form).filter(({ key }) => told[key] === undefined)
  const concerns = questions.flatMap((question): [string, Answer][] =>
    question.type === 'concern' ? [[question.key, concernOf(question.key, writer)]] : [],
  )
  const known: Answers = { ...told, ...Object.fromEntries(concerns) }
  const chosen = withAnswers(known, questions, writer, question => question.type === 'one')
  return withAnswers(chosen, questions, writer, question => question.type !== 'one')
}

function withAnswers(
  answers: Answers,
  questions: readonly Question[],
  writer: Writer,
  isWanted: (question: Question) => boolean,
): Answers {
  const more = questions
    .filter(isWanted)
    .filter(({ key, when }) => answers[key] === undefined && isOpen(when, answers))
    .flatMap((question): [string, Answer][] => {
      const answer = answerOf(question, writer)
      return answer === null ? [] : [[question.key, answer]]
    })
  return { ...answers, ...Object.fromEntries(more) }
}

function concernOf(key: string, { random }: Writer): string {
  const isRare = key === 'concernYPAsParent' || key === 'countyLinesActivity'
  return random.pickWeighted([
    ['yes', isRare ? 2 : 22],
    ['not-known', 6],
    ['no', 72],
  ])
}

function answerOf(question: Question, { random, voice, startedOn }: Writer): Answer | null {
  const { key, type } = question
  if (type === 'several') return Object.keys(question.options).slice(1, 2)
  if (key === 'stageStartedOn') return startedOn.toString()
  const texts = textsFor(key)
  if (texts !== undefined) return fill(random.pick(texts), voice)
  return usual[key] ?? rows[key] ?? null
}

function textsFor(key: string): readonly string[] | undefined {
  const topic = /^concern(\w+)More$/u.exec(key)?.[1]
  return topic === undefined ? formAnswers.texts[key] : formAnswers.concerns[topic]
}

const usual: Readonly<Record<string, string>> = {
  stage: 'start',
  caseType: 'community',
  mappaCategory: 'none',
  iomStatus: 'no',
  scaledApproachIndicative: 'standard',
  scaledApproachLevel: 'standard',
}

const rows: Readonly<Record<string, readonly AnswerRow[]>> = {
  substances: [{ type: 'Cannabis', use: 'weekly', ageAtFirstUse: '13' }],
  factorsFor: [
    { category: 'family', words: 'An aunt who picks up the phone at night.', rating: 'strong' },
    { category: 'learning', words: 'A workshop place from next month.', rating: 'moderate' },
  ],
  factorsAgainst: [
    {
      category: 'friends',
      words: 'Older friends who are outside when school is not on.',
      rating: 'moderate',
    },
  ],
  harmToOthers: [
    {
      behaviour: 'Hitting out in an argument',
      impact: 'Bruises and fear, to somebody of the same age',
      likelihood: 'possible',
    },
  ],
  harmToChild: [{ outcome: 'Being hurt on the way home after dark', likelihood: 'possible' }],
  pathways: [
    { area: 'learning', action: 'A visit to the workshop with the aunt', who: 'The worker' },
    { area: 'safety', action: 'Another way home, walked together twice', who: 'The family' },
  ],
}

/** The service's own question that the demonstration has, and what is answered to it. */
export function answerOwnQuestion(id: string, random: Random): Answers {
  return {
    [ownKey({ id })]: random.pick(['The club on the hill.', 'Nothing yet. The library would.']),
  }
}
