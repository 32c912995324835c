import { storedAnswers, findForm } from '#records/assessment-forms.ts'
import { answersForReview } from '#domain/assessment/review-answers.ts'
import type { Answers } from '#domain/assessment/answers.ts'
import { addDays, earliest, isAfter, type PlainDate } from '#domain/calendar/plain-date.ts'
import { stillTrueKey } from '#domain/assessment/still-true.ts'
import { readCode } from '#records/codes.ts'
import { judgementKinds, type JudgementKind } from '#domain/vocabulary/work.ts'
import { workingDayUpTo } from '../days.ts'
import { fill } from '../words/fill.ts'
import { casework } from '../words/people.ts'
import { writeGrid } from './around-assessment.ts'
import type { MadeAssessment } from './assessment.ts'
import type { CaseLife } from './case-life.ts'
import { fillForm } from './form-answers.ts'
import { note } from './making.ts'

/** From how many days after an assessment it may have been reviewed; the work that goes on so long is not much. */
const reviewFromDays = 100

/**
 * The review of a short assessment, where the work went on for long enough: most are completed, some are being written today, and some
 * are still owed.
 */
export function reviewAssessment(life: CaseLife, first: MadeAssessment | null): void {
  if (first === null) return
  const row = life.making.rows.assessments.find(({ id }) => id === first.id)
  const days = reviewDays(life, first)
  const form = findForm({ form: 'short', formVersion: 2 })
  if (row?.form !== 'short' || days === null || form === undefined) return
  const before = findForm(row) ?? form
  const kept = answersForReview(form, before, storedAnswers.parse(JSON.parse(String(row.answers))))
  const review = { ...life, random: life.random.fork('review of the assessment') }
  const told = { ...kept, ...afreshAnswers(review, days) }
  // The first version asked less than the review does.
  const answers =
    days.completedOn === null
      ? told
      : fillForm(form, told, { ...review, startedOn: days.startedOn })
  write(review, { ...days, reviewOf: first.id }, answers)
}

interface ReviewDays {
  readonly startedOn: PlainDate
  readonly completedOn: PlainDate | null
}

/** When it was reviewed; null where it was not, or not yet. */
function reviewDays(
  { making, random, plan }: CaseLife,
  { completedOn }: MadeAssessment,
): ReviewDays | null {
  if (completedOn === null || plan.work === null) return null
  const until = earliest(plan.work.endedOn ?? making.today, addDays(making.today, -1))
  const chance = random.fork('days of the review')
  const startedOn = workingDayUpTo(addDays(completedOn, reviewFromDays + chance.whole(0, 40)))
  if (!chance.chance(0.5) || isAfter(startedOn, until)) return null
  const doneOn = workingDayUpTo(addDays(startedOn, chance.whole(12, 28)))
  if (!isAfter(doneOn, until)) return { startedOn, completedOn: doneOn }
  // Work that has ended has no draft left in it.
  return plan.work.endedOn === null ? { startedOn, completedOn: null } : null
}

function write(
  life: CaseLife,
  { reviewOf, startedOn, completedOn }: ReviewDays & { readonly reviewOf: string },
  answers: Answers,
): void {
  const { making, random, known, worker, manager } = life
  const id = random.uuid()
  const childId = known.child.id
  const signedOn = completedOn === null ? null : earliest(addDays(completedOn, 1), making.today)
  making.rows.assessments.push({
    id,
    childId,
    referralId: null,
    interventionId: life.interventionId,
    reviewOf,
    deepens: null,
    form: 'short',
    formVersion: 2,
    answers: JSON.stringify(answers),
    startedOn,
    completedOn,
    authorId: worker.id,
    countersignedOn: signedOn,
    countersignedBy: signedOn === null ? null : manager.id,
    countersignNote:
      signedOn === null ? null : fill(random.pick(casework.countersigned), life.voice),
  })
  const audit = { staffId: worker.id, childId, subjectId: id }
  note(making, startedOn, { ...audit, action: 'assessment.review-started' })
  writeGrid(life, startedOn)
  if (completedOn === null) return
  note(making, completedOn, { ...audit, action: 'assessment.completed' })
  judgeAgain(life, reviewOf, id)
  if (signedOn === null) return
  note(making, signedOn, { ...audit, staffId: manager.id, action: 'assessment.countersigned' })
}

/** What is written afresh; in a draft the child and the family have been heard, and somebody was not sure of the home. */
function afreshAnswers(
  { making, random, voice, known }: CaseLife,
  { completedOn }: ReviewDays,
): Answers {
  const said = (texts: readonly string[]) => fill(random.pick(texts), voice)
  const heard = { childWords: said(casework.reviewView), familyWords: said(casework.reviewFamily) }
  if (completedOn !== null) {
    return { ...heard, safety: said(casework.reviewSafety), needs: said(casework.reviewNeeds) }
  }
  const home = making.rows.circumstances.find(
    ({ childId, kind, endedOn }) =>
      childId === known.child.id && kind === 'accommodation' && endedOn == null,
  )
  if (home?.id === undefined) return heard
  return { ...heard, [stillTrueKey]: [{ spell: home.id, said: 'not-sure' }] }
}

function judgeAgain({ making, random, voice }: CaseLife, reviewOf: string, id: string): void {
  const before = making.rows.judgements.filter(({ assessmentId }) => assessmentId === reviewOf)
  for (const { kind, level } of before) {
    const reasons = fill(random.pick(casework.reviewReasons[shortKind(kind)]), voice)
    const now = level === 'medium' && random.chance(0.5) ? 'low' : level
    making.rows.judgements.push({ id: random.uuid(), assessmentId: id, kind, level: now, reasons })
  }
}

const shortKinds = {
  'likelihood-of-reoffending': 'likelihood',
  'risk-of-serious-harm': 'harm',
  'safety-and-wellbeing': 'safety',
} as const satisfies Record<JudgementKind, string>

function shortKind(kind: string) {
  return shortKinds[readCode(judgementKinds, kind)]
}
