import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, earliest, isBefore } from '#domain/calendar/plain-date.ts'
import { planHash, type PlanStep } from '#records/plans.ts'
import { workingDayFrom, workingDayUpTo } from '../days.ts'
import type { PlanState } from '../plan/recent-specs.ts'
import type { Random } from '../random.ts'
import { fill } from '../words/fill.ts'
import { casework } from '../words/people.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'
import { sign } from './signatures.ts'
import { grantAgreement } from './work.ts'

/** The plan written with the child, its steps, and those signatures that it has today. */
export function makePlan(life: CaseLife): void {
  const { making, plan, interventionId } = life
  const { work } = plan
  if (work === null || interventionId === null || work.plan === 'none') return
  const writtenOn = writtenDay(life, work.plan, work.startedOn)
  const latestDay = addDays(work.endedOn ?? making.today, -1)
  if (isBefore(latestDay, writtenOn)) return
  const planId = writePlan(life, { interventionId, previousPlanId: null, writtenOn })
  signAsFarAs(life, work.plan, { ...planId, writtenOn })
  if (work.endedOn === null) makeNextPlan(life, planId.planId, writtenOn)
  if (work.plan !== 'agreed-to-wait') return
  grantAgreement(life, {
    ruleId: 'OM-4.1-signed',
    subjectId: planId.planId,
    on: workingDayFrom(addDays(writtenOn, 9)),
    untilOn: addDays(making.today, 21),
    childAgrees: null,
    reasons: 'agreedToWait',
  })
}

/** Written within two weeks of the start, in time or overdue for its signatures as the case should look today. */
function writtenDay({ random, making }: CaseLife, state: PlanState, startedOn: PlainDate) {
  if (state === 'waiting') return workingDayUpTo(addDays(making.today, -random.whole(2, 9)))
  return workingDayFrom(addDays(startedOn, random.whole(4, 9)))
}

/** Most plans that are close to half a year old have been looked back on and followed by a new one. */
function makeNextPlan(life: CaseLife, previousPlanId: string, firstOn: PlainDate): void {
  const { making, interventionId } = life
  const random = life.random.fork('next-plan')
  const writtenOn = workingDayUpTo(addDays(firstOn, 168))
  if (interventionId === null || !isBefore(writtenOn, addDays(making.today, -10))) return
  if (!random.chance(0.7)) return
  const first = making.rows.plans.find(({ id }) => id === previousPlanId)
  if (first === undefined) return
  first.reviewedOn ??= writtenOn
  first.reviewChildView ??= random.pick(casework.reviewView)
  first.reviewProgress ??= random.pick(casework.reviewProgress)
  const next = { ...life, random }
  const plan = writePlan(next, { interventionId, previousPlanId, writtenOn })
  signAsFarAs(next, 'signed', { ...plan, writtenOn })
}

interface NewPlan {
  readonly interventionId: string
  readonly previousPlanId: string | null
  readonly writtenOn: PlainDate
}

function writePlan(life: CaseLife, plan: NewPlan) {
  const { making, random, known, worker } = life
  const { writtenOn } = plan
  const planId = random.uuid()
  const texts = { ...textsOf(life), ...restorativeOf(life, random.fork('restorative')) }
  const head = { id: planId, childId: known.child.id, ...plan, ...texts }
  const review = reviewOf(life, writtenOn)
  const steps = stepsOf(life, writtenOn, review.reviewedOn !== null)
  making.rows.plans.push({
    ...head,
    authorId: worker.id,
    ...review,
    recordedAt: recordedAt(writtenOn, 15),
  })
  steps.forEach((step, index) => {
    making.rows.planSteps.push({ ...step, planId, position: index + 1 })
  })
  const contentHash = planHash({
    ...head,
    authorId: worker.id,
    authorName: worker.name,
    ...review,
    steps,
    signatures: [],
  })
  const audit = { staffId: worker.id, action: 'plan.written', childId: known.child.id }
  note(making, writtenOn, { ...audit, subjectId: planId })
  return { planId, contentHash }
}

function textsOf({ random, known, story, voice }: CaseLife) {
  const [contingency, safety] = story === null ? [null, null] : random.shuffled(story.contingency)
  const write = (...sentences: readonly (string | null | undefined)[]) =>
    sentences
      .filter(sentence => sentence !== null && sentence !== undefined)
      .map(sentence => fill(sentence, voice))
      .join(' ')
  return {
    strengths: write(known.interest.plan, known.lives.education.plan),
    easierForYou: write(known.lives.need.easier),
    keepingSafe: write(random.pick(casework.keepingSafe), safety),
    contingency: write(
      contingency ?? 'If things get hard, {name} texts {worker}, and we meet within two days.',
    ),
    restorative: write(
      story === null
        ? 'Nothing has to be put right. {name} chose to give something back with what {they} love{s} doing.'
        : random.pick(story.restorative),
    ),
    exitPlan: write(random.pick(casework.exit)),
  }
}

/** Made for the child, but for a few who chose the standard sessions. */
function restorativeOf({ known, plan, voice }: CaseLife, random: Random) {
  const isException = known.lives.isLookedAfter || plan.work?.kind === 'court-order'
  const isStandard = !isException && random.chance(0.06)
  return {
    restorativeKind: isStandard ? 'standard-reparation' : 'made-for-child',
    restorativeChoices: fill(random.pick(casework.restorativeChoices), voice),
    restorativeReason: isStandard ? fill(random.pick(casework.reparationReasons), voice) : null,
  } as const
}

function stepsOf(life: CaseLife, writtenOn: PlainDate, isReviewed: boolean): PlanStep[] {
  const { random, known, story, voice } = life
  const pairs = [
    ...(story === null ? [] : random.shuffled(story.steps).slice(0, 2)),
    known.interest.step,
    known.lives.education.step,
  ]
  return pairs.map(([goal, step], index) => ({
    id: random.uuid(),
    goal: fill(goal, voice),
    step: fill(step, voice),
    who: whoDoes(life, index),
    byWhen: workingDayFrom(addDays(writtenOn, 14 + 14 * index)),
    progress: isReviewed ? (index < 2 ? 'Done' : 'Under way') : null,
  }))
}

function whoDoes({ voice, random }: CaseLife, index: number): string {
  const name = voice['name'] ?? ''
  if (index === 0) return `${name} and ${voice['worker'] ?? ''}`
  return random.pick([name, `${name} and ${voice['parentTitle'] ?? ''}`])
}

/** Old plans have had their review with the child; some only just. */
function reviewOf({ making, random, plan }: CaseLife, writtenOn: PlainDate) {
  const dueOn = addDays(writtenOn, 84)
  const isDue = plan.work?.endedOn === null && isBefore(dueOn, making.today) && random.chance(0.4)
  if (!isDue) return { reviewedOn: null, reviewChildView: null, reviewProgress: null }
  return {
    reviewedOn: workingDayUpTo(earliest(addDays(dueOn, 6), addDays(making.today, -1))),
    reviewChildView: random.pick(casework.reviewView),
    reviewProgress: random.pick(casework.reviewProgress),
  }
}

function signAsFarAs(
  life: CaseLife,
  state: PlanState,
  document: {
    readonly planId: string
    readonly contentHash: string
    readonly writtenOn: PlainDate
  },
): void {
  const { plan, making } = life
  const until = addDays(plan.work?.endedOn ?? making.today, -1)
  const on = (days: number) =>
    earliest(workingDayFrom(addDays(document.writtenOn, days)), workingDayUpTo(until))
  const about = { planId: document.planId, contentHash: document.contentHash }
  const wanted = state === 'signed' ? 3 : plan.place % 3
  if (wanted > 0) sign(life, { ...about, signatory: 'child', on: on(2) })
  if (wanted > 1) sign(life, { ...about, signatory: 'parent-or-carer', on: on(3) })
  if (wanted > 2) sign(life, { ...about, signatory: 'manager', on: on(6) })
}
