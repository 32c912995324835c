import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, earliest, isAfter, isBefore, latest } from '#domain/calendar/plain-date.ts'
import type { Answers } from '#domain/assessment/answers.ts'
import { questionsOf, type FormDefinition } from '#domain/assessment/form-definition.ts'
import type { JudgementKind, JudgementLevel } from '#domain/vocabulary/work.ts'
import { workingDayUpTo } from '../days.ts'
import { fill } from '../words/fill.ts'
import { casework } from '../words/people.ts'
import { toldAs } from '../words/stories.ts'
import type { CasePlan } from '../plan/case-plan.ts'
import type { CaseLife } from './case-life.ts'
import { visitDay } from './contacts.ts'
import { ownQuestionSection } from '../service.ts'
import { answerOwnQuestion, fillForm } from './form-answers.ts'
import { note } from './making.ts'
import { formFor, formNamed } from './which-form.ts'

export interface MadeAssessment extends AssessmentDays {
  readonly id: string
}

/** What the story of a case says to the questions that every form asks. */
type Told = Readonly<
  Record<'childWords' | 'familyWords' | 'strengths' | 'whatHappened' | 'safety' | 'needs', string>
>

interface AssessmentDays {
  readonly startedOn: PlainDate
  readonly completedOn: PlainDate | null
}

/** The assessment of this case, finished or as far as it has come; nothing where it has not been begun. */
export function makeAssessment(life: CaseLife): MadeAssessment | null {
  const days = daysOf(life)
  if (days === null) return null
  const form = formFor(life, days.startedOn)
  const id = life.random.uuid()
  const countersigned = countersignature(life, days)
  const answers = days.completedOn === null ? draftAnswers(life) : wholeAnswers(life, days, form)
  const written = { id, ...days, ...countersigned, form, answers, deepens: null }
  const way = deepening(life, days)
  if (way === 'done') return insert(life, { ...written, deepens: makeShorterBefore(life, written) })
  if (way === null) return insert(life, written)
  // The full form has only just been opened: what the case rests on is still the short assessment.
  const short = { ...written, form: shorter, answers: answersIn(shorter, answers) }
  const made = insert(life, short)
  makeFullDraft(life, short, form)
  return made
}

interface Countersigned {
  readonly countersignedOn: PlainDate | null
  readonly countersignedBy: string | null
  readonly countersignNote: string | null
}

interface Written extends AssessmentDays, Countersigned {
  readonly id: string
  readonly form: FormDefinition
  readonly answers: Answers
  readonly deepens: string | null
}

function insert(life: CaseLife, { form, answers, ...written }: Written): MadeAssessment {
  const { making, known, worker, referralId, interventionId } = life
  making.rows.assessments.push({
    ...written,
    childId: known.child.id,
    referralId,
    interventionId: referralId === null ? interventionId : null,
    reviewOf: null,
    form: form.form,
    formVersion: form.version,
    answers: JSON.stringify(answers),
    authorId: worker.id,
  })
  if (written.completedOn !== null) makeJudgements(life, written.id)
  noteSteps(life, written.id, written)
  return written
}

/** Writes down what was done with an assessment, step by step. */
function noteSteps(
  { making, known, worker }: CaseLife,
  subjectId: string,
  steps: Omit<Written, 'form' | 'answers'>,
): void {
  const audit = { staffId: worker.id, childId: known.child.id, subjectId }
  const began = steps.deepens === null ? 'assessment.started' : 'assessment.deepened'
  note(making, steps.startedOn, { ...audit, action: began })
  if (steps.completedOn === null) return
  note(making, steps.completedOn, { ...audit, action: 'assessment.completed' })
  if (steps.countersignedOn === null) return
  const staffId = steps.countersignedBy
  note(making, steps.countersignedOn, { ...audit, staffId, action: 'assessment.countersigned' })
}

/** Everything that a form needs: what the story says, what its deeper parts ask, often the service's own question. */
function wholeAnswers(
  life: CaseLife,
  { startedOn }: AssessmentDays,
  form: FormDefinition,
): Answers {
  const random = life.random.fork(`deeper ${form.form}`)
  const answers = fillForm(form, answersOf(life), { random, voice: life.voice, startedOn })
  const [own] = life.making.rows.ownQuestions
  const isAsked = form.sections.some(({ key }) => key === ownQuestionSection)
  if (own?.id === undefined || !isAsked || !random.chance(0.6)) return answers
  return { ...answers, ...answerOwnQuestion(own.id, random) }
}

const shorter = formNamed('short', 1)

/** How far a child whom a court sent has come from a short assessment to the full one; null for one that began in its form. */
function deepening({ plan }: CaseLife, { completedOn }: AssessmentDays): 'done' | 'begun' | null {
  const isFromCourt = plan.source === 'direct' && plan.work?.kind === 'court-order'
  if (!isFromCourt || completedOn === null || plan.place % 2 === 1) return null
  return plan.place === 2 ? 'begun' : 'done'
}

/** The short assessment from which a full one went on: the same answers, as far as its questions went. */
function makeShorterBefore(life: CaseLife, full: Written): string {
  const random = life.random.fork('shorter')
  const id = random.uuid()
  const startedOn = addDays(full.startedOn, -3)
  insert(
    { ...life, random },
    {
      ...full,
      ...notCountersigned,
      id,
      startedOn,
      completedOn: addDays(full.startedOn, -1),
      form: shorter,
      answers: answersIn(shorter, full.answers),
    },
  )
  return id
}

/** The full assessment that has been opened from a short one and says no more than that yet. */
function makeFullDraft(life: CaseLife, short: Written, form: FormDefinition): void {
  const random = life.random.fork('full draft')
  const startedOn = addDays(life.making.today, -4)
  insert(
    { ...life, random },
    {
      ...short,
      ...notCountersigned,
      id: random.uuid(),
      startedOn,
      completedOn: null,
      form,
      deepens: short.id,
    },
  )
}

const notCountersigned: Countersigned = {
  countersignedOn: null,
  countersignedBy: null,
  countersignNote: null,
}

function answersIn(form: FormDefinition, answers: Answers): Answers {
  const asked = new Set(questionsOf(form).map(({ key }) => key))
  return Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)))
}

function daysOf(life: CaseLife): AssessmentDays | null {
  const { plan, making } = life
  if (plan.source === 'safeguarding' || plan.work?.kind === 'bail') return null
  if (plan.source === 'direct') {
    const startedOn = addDays(plan.receivedOn, 4)
    const completedOn = workingDayUpTo(addDays(plan.receivedOn, 18))
    return { startedOn, completedOn: isBefore(completedOn, making.today) ? completedOn : null }
  }
  const progress = progressOf(plan)
  if (progress === 'none') return null
  const startedOn = earliest(visitDay(life), addDays(making.today, -1))
  if (plan.panelOn === null || progress === 'draft') return { startedOn, completedOn: null }
  const daysBefore = life.random.fork('completed').whole(1, 4)
  const completedOn = workingDayUpTo(
    earliest(addDays(plan.panelOn, -daysBefore), addDays(making.today, -1)),
  )
  return { startedOn: earliest(startedOn, completedOn), completedOn }
}

/** How far the assessment of a referral has come; some of those at the same stage are further than others. */
function progressOf({ state, place }: CasePlan): 'none' | 'draft' | 'completed' {
  if (state === 'received') return 'none'
  if (state === 'checking') return place > 1 ? 'none' : 'draft'
  if (state === 'panel-after') return 'draft'
  return state === 'next-panel' && place > 1 ? 'draft' : 'completed'
}

/**
 * A manager has looked at every assessment of a child looked after before the panel, but for one that waits today, and at most of those
 * that a plan was made from.
 */
function countersignature(life: CaseLife, days: AssessmentDays): Countersigned {
  const { plan, random, known, manager, making } = life
  const none = notCountersigned
  if (days.completedOn === null) return none
  const waits = plan.state === 'near-panel' && plan.place === 0
  const wanted = known.lives.isLookedAfter ? !waits : plan.state === 'decided' && random.chance(0.3)
  const withPlan = random.fork('countersigned')
  const isWithPlan = hasPlan(plan) && withPlan.chance(0.9)
  const on = latest(days.completedOn, earliest(addDays(days.completedOn, 1), making.today))
  if ((!wanted && !isWithPlan) || isAfter(on, making.today)) return none
  return {
    countersignedOn: on,
    countersignedBy: manager.id,
    countersignNote: (wanted ? random : withPlan).pick(casework.countersigned),
  }
}

function hasPlan({ work }: CasePlan): boolean {
  return work !== null && work.plan !== 'none'
}

function answersOf(life: CaseLife): Told {
  const { random, known, story, voice, variant } = life
  const { interest, lives } = known
  const told = (part: 'child' | 'family' | 'police' | 'danger') =>
    story && toldAs(story[part], variant)
  const goal = story?.steps[0]?.[0] ?? interest.step[0]
  const write = (...sentences: readonly (string | null)[]) =>
    sentences
      .filter(sentence => sentence !== null)
      .map(sentence => fill(sentence, voice))
      .join('\n\n')
  return {
    childWords: write(told('child'), interest.child, random.pick(casework.wants)),
    familyWords: write(told('family'), random.pick(casework.hopes)),
    strengths: write(...interest.strength, lives.education.about),
    whatHappened: write(told('police'), told('danger')) || noOffence,
    safety: write(...(story?.contingency ?? [random.pick(casework.noStorySafety)])),
    needs: write(
      lives.education.wellbeing,
      lives.need.communication,
      `What {name} wants to work on: “${goal}”.`,
    ),
  }
}

const noOffence = 'No offence. Family and school asked for help before there was one.'

/** What a worker has after the first visit: the child's and the family's words, and nothing judged yet. */
function draftAnswers(life: CaseLife): Told {
  const { childWords, familyWords } = answersOf(life)
  const blank = { strengths: '', whatHappened: '', safety: '', needs: '' }
  return { childWords, familyWords: life.plan.place === 0 ? '' : familyWords, ...blank }
}

function makeJudgements(life: CaseLife, assessmentId: string): void {
  const { making, random, voice, story, known, variant } = life
  const write = (kind: JudgementKind, level: JudgementLevel, reasons: string) => {
    const id = random.uuid()
    making.rows.judgements.push({ id, assessmentId, kind, level, reasons: fill(reasons, voice) })
  }
  const likelihood = random.pickWeighted<'low' | 'medium' | 'high'>([
    ['low', 52],
    ['medium', 40],
    ['high', story?.risk === 'high' ? 30 : 4],
  ])
  write('likelihood-of-reoffending', likelihood, random.pick(casework.likelihood[likelihood]))
  const harm = story === null ? 'Nothing points to harm to others.' : toldAs(story.danger, variant)
  write('risk-of-serious-harm', story?.risk ?? 'low', harm)
  const isWorrying = known.lives.isLookedAfter || known.lives.education.id === 'excluded'
  const isQuiet = !isWorrying && known.lives.careStatus === null
  const reasons = isQuiet ? random.pick(casework.wellbeingLow) : ''
  write(
    'safety-and-wellbeing',
    isQuiet ? 'low' : 'medium',
    `${reasons} ${known.lives.education.wellbeing}`.trim(),
  )
}
