import { addDays, earliest, isAfter, isBefore, latest } from '#domain/calendar/plain-date.ts'
import { workingDaysBefore, workingDayUpTo } from '../days.ts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'
import { eventWords } from '../words/events.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'
import { writeEvent } from './write-event.ts'

/** What happened in open work and what was done: a few of each, so that lists show every state and are not flooded. */
export function makeEvents(random: Random, lives: readonly CaseLife[]): void {
  const open = lives.filter(({ plan }) => plan.work?.endedOn === null)
  const settled = random.shuffled(open.filter(life => isSettled(life)))
  const next = () => settled.pop()
  makeChanges(random, next)
  makeConcerns(random, next)
  makeDispute(random, next())
  makeMeetings(random, open)
  makeAmends(random, open)
}

/** Work that has its plan and began at least six weeks ago. */
function isSettled({ plan, making }: CaseLife): boolean {
  const { work } = plan
  return work?.plan === 'signed' && isBefore(work.startedOn, addDays(making.today, -42))
}

type NextLife = () => CaseLife | undefined

/** Significant changes: two to be answered, one left too long, two that the assessment covers. */
function makeChanges(random: Random, next: NextLife): void {
  const topics = ['home-moved', 'bereavement', 'new-offence-alleged'] as const
  for (const [index, daysAgo] of [4, 7, 14].entries()) {
    const topic = topics[index] ?? 'home-moved'
    const life = next()
    if (life !== undefined) {
      writeEvent(life, random, { kind: 'significant-change', topic, words: topic, daysAgo })
    }
  }
  for (const topic of ['family-incident', 'emotional-wellbeing'] as const) {
    const life = next()
    if (life === undefined) continue
    const change = { kind: 'significant-change', topic, words: topic, daysAgo: 13 } as const
    agreeThatItCovers(life, random, writeEvent(life, random, change))
  }
  makeChangeBeforePlan(random, next())
}

/** Something changed while the assessment was being written: assessment and plan knew of it, and it is met. */
function makeChangeBeforePlan(random: Random, life: CaseLife | undefined): void {
  const assessment = life?.making.rows.assessments.find(
    ({ childId, referralId }) =>
      childId === life.known.child.id && referralId != null && referralId === life.referralId,
  )
  if (life === undefined || assessment?.completedOn == null) return
  const change = { kind: 'significant-change', topic: 'home-moved', words: 'home-moved' } as const
  writeEvent(life, random, { ...change, on: assessment.completedOn, isBeforeWork: true })
}

function agreeThatItCovers({ making, known, manager }: CaseLife, random: Random, id: string): void {
  const on = workingDaysBefore(making.today, 11)
  const agreementId = random.uuid()
  making.rows.ruleAgreements.push({
    id: agreementId,
    childId: known.child.id,
    ruleId: 'OM-4.4-change',
    subjectId: id,
    grantedBy: manager.id,
    grantedByRole: manager.role,
    grantedOn: on,
    untilOn: null,
    reason: random.pick(eventWords.covers),
    childAgrees: null,
    recordedAt: recordedAt(on, 17),
  })
  const audit = { staffId: manager.id, action: 'agreement.granted', childId: known.child.id }
  note(making, on, { ...audit, subjectId: agreementId })
}

/** Two concerns about exploitation: one with all that is asked, one of yesterday whose toolkit is still to come. */
function makeConcerns(random: Random, next: NextLife): void {
  for (const daysAgo of [9, 1]) {
    const life = next()
    if (life === undefined) continue
    const aboutId = writeEvent(life, random, {
      kind: 'exploitation-concern',
      topic: 'criminal',
      words: 'concern',
      daysAgo,
    })
    const { name: people } = life.manager
    writeEvent(life, random, {
      kind: 'manager-discussion',
      words: 'discussion',
      people,
      aboutId,
      daysAgo,
    })
    const referral = refer(life, random, { aboutId, daysAgo })
    if (daysAgo === 1) continue
    writeEvent(life, random, { ...accepted, aboutId: referral, daysAgo: daysAgo - 1 })
    writeEvent(life, random, { ...toolkit, aboutId, daysAgo: daysAgo - 2 })
  }
}

const accepted = {
  kind: 'childrens-services-answer',
  topic: 'accepted',
  words: 'accepted',
} as const
const toolkit = { kind: 'exploitation-toolkit', topic: 'first', words: 'toolkit' } as const

function refer(
  life: CaseLife,
  random: Random,
  about: { readonly aboutId?: string; readonly daysAgo: number },
): string {
  return writeEvent(life, random, {
    kind: 'childrens-services-referral',
    words: 'referral',
    ...about,
  })
}

/** Children's services said no, and two stages of the disagreement are taken. */
function makeDispute(random: Random, life: CaseLife | undefined): void {
  if (life === undefined) return
  const referral = refer(life, random, { daysAgo: 8 })
  const { name: people } = life.manager
  writeEvent(life, random, {
    kind: 'manager-discussion',
    words: 'discussion',
    people,
    aboutId: referral,
    daysAgo: 8,
  })
  writeEvent(life, random, {
    kind: 'childrens-services-answer',
    topic: 'not-accepted',
    words: 'not-accepted',
    aboutId: referral,
    daysAgo: 7,
  })
  const dispute = { kind: 'answer-disputed', words: 'disputed', aboutId: referral } as const
  const aboutId = writeEvent(life, random, { ...dispute, daysAgo: 5 })
  for (const [topic, daysAgo] of [
    ['worker-to-worker', 3],
    ['worker-to-team-manager', 1],
  ] as const) {
    writeEvent(life, random, { kind: 'escalation', topic, words: topic, aboutId, daysAgo })
  }
}

/** Where others could be badly hurt, everybody met; of every four such meetings one is still to come. */
function makeMeetings(random: Random, open: readonly CaseLife[]): void {
  let count = 0
  for (const life of open) {
    const { rows, today } = life.making
    const assessment = rows.assessments.find(
      one => isOf(life, one) && one.completedOn != null && judgesHigh(life, one.id),
    )
    if (assessment?.completedOn == null || assessment.id === undefined) continue
    if (count++ % 4 === 3) continue
    const day = workingDayUpTo(addDays(assessment.completedOn, 9))
    const on = earliest(day, workingDaysBefore(today, 1))
    if (isBefore(on, assessment.completedOn)) continue
    const meeting = { kind: 'risk-strategy-meeting', topic: 'held', words: 'meeting' } as const
    const { name: people } = life.manager
    const reviewOn = addDays(latest(on, today), 42)
    writeEvent(life, random, { ...meeting, people, on, reviewOn, aboutId: assessment.id })
  }
}

function isOf(
  { referralId, interventionId }: CaseLife,
  one: Pick<Rows['assessments'][number], 'referralId' | 'interventionId'>,
): boolean {
  if (one.referralId != null) return one.referralId === referralId
  return one.interventionId === interventionId
}

function judgesHigh({ making }: CaseLife, assessmentId: string | undefined): boolean {
  return making.rows.judgements.some(
    one =>
      one.assessmentId === assessmentId &&
      one.kind === 'risk-of-serious-harm' &&
      one.level === 'high',
  )
}

/** After the last contact of a case was missed the worker rang, but for two who have not yet. */
function makeAmends(random: Random, open: readonly CaseLife[]): void {
  let count = 0
  for (const life of open) {
    const { rows, today } = life.making
    const contacts = rows.contacts.filter(
      ({ interventionId }) => interventionId === life.interventionId,
    )
    for (const missed of contacts.filter(
      ({ attendance }) => attendance === 'unacceptable-absence',
    )) {
      const came = contacts.some(
        ({ attendance, plannedOn }) =>
          attendance === 'attended' && isAfter(plannedOn, missed.plannedOn),
      )
      if (came || count++ < 2 || missed.id === undefined) continue
      const on = earliest(addDays(missed.plannedOn, 1), today)
      writeEvent(life, random, { kind: 'amends-offered', words: 'amends', on, aboutId: missed.id })
    }
  }
}
