import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays } from '#domain/calendar/plain-date.ts'
import { workingDayUpTo } from '../days.ts'
import { fill } from '../words/fill.ts'
import { casework, general } from '../words/people.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'
import { writeAllocation } from './second-worker.ts'

/** The piece of work: opened, held by someone, served by a decision, and closed with what was achieved. */
export function makeWork(life: CaseLife, outcomeId: string | null): void {
  const { making, random, plan, known, worker, story, voice, referralId, interventionId } = life
  const { work } = plan
  if (work === null || interventionId === null) return
  const childId = known.child.id
  const isDone = work.result === 'completed'
  const achieved = [story && random.pick(story.achieved), known.interest.achieved]
  making.rows.interventions.push({
    id: interventionId,
    childId,
    referralId,
    kind: work.kind,
    startedOn: work.startedOn,
    endedOn: work.endedOn,
    result: work.result,
    achieved: isDone ? fill(achieved.filter(text => text !== null).join(' '), voice) : null,
    recordedAt: recordedAt(work.startedOn, 10),
    recordedBy: worker.id,
  })
  if (outcomeId !== null) {
    making.rows.interventionOutcomes.push({ interventionId, outcomeId })
  }
  allocate(life, { interventionId, startedOn: work.startedOn, endedOn: work.endedOn })
  const audit = { staffId: worker.id, childId, subjectId: interventionId }
  note(making, work.startedOn, { ...audit, action: 'intervention.opened' })
  if (work.endedOn === null) return
  note(making, work.endedOn, { ...audit, action: 'intervention.closed' })
  askFeedback(life, interventionId, work.endedOn)
}

/** Who holds the referral until the work begins. */
export function allocateReferral(life: CaseLife): void {
  const { plan, referralId } = life
  const isWaiting = plan.state === 'received' && plan.place < 2
  if (referralId === null || plan.source === 'safeguarding' || isWaiting) return
  const startedOn = plan.state === 'received' ? plan.receivedOn : addDays(plan.receivedOn, 1)
  const endedOn = plan.work?.startedOn ?? endWithoutWork(life)
  allocate(life, { referralId, startedOn, endedOn })
}

function endWithoutWork({ plan }: CaseLife): PlainDate | null {
  return plan.decision === null ? null : plan.decision.decidedOn
}

function allocate(
  life: CaseLife,
  about: {
    readonly referralId?: string
    readonly interventionId?: string
    readonly startedOn: PlainDate
    readonly endedOn: PlainDate | null
  },
): void {
  const { making, random, known, worker, manager, story } = life
  const given = {
    id: random.uuid(),
    childId: known.child.id,
    referralId: about.referralId ?? null,
    interventionId: about.interventionId ?? null,
    startedOn: about.startedOn,
    endedOn: about.endedOn,
    recordedBy: manager.id,
  }
  writeAllocation(making, random, { given, worker, story })
}

/** Most children, and somewhat fewer parents and carers, say at the end what helped and what should change. */
function askFeedback(life: CaseLife, interventionId: string, endedOn: PlainDate): void {
  const { making, random, known, worker } = life
  const voices = [
    { voice: 'child', share: 0.8, helped: general.helped, change: general.change },
    {
      voice: 'parent-or-carer',
      share: 0.6,
      helped: general.parentHelped,
      change: general.parentChange,
    },
  ]
  for (const { voice, share, helped, change } of voices) {
    if (!random.chance(share)) continue
    const id = random.uuid()
    const givenOn = workingDayUpTo(endedOn)
    making.rows.feedback.push({
      id,
      childId: known.child.id,
      interventionId,
      voice,
      givenOn,
      whatHelped: random.pick(helped),
      whatToChange: random.pick(change),
      recordedBy: worker.id,
    })
    const audit = { staffId: worker.id, action: 'feedback.recorded', childId: known.child.id }
    note(making, givenOn, { ...audit, subjectId: id })
  }
}

/** A manager's recorded agreement to go beyond what a rule allows. */
export function grantAgreement(
  life: CaseLife,
  about: {
    readonly ruleId: string
    readonly subjectId: string
    readonly on: PlainDate
    readonly untilOn: PlainDate
    readonly childAgrees: boolean | null
    readonly reasons: keyof Pick<typeof casework, 'agreedToWait' | 'agreedLonger'>
  },
): void {
  const { making, random, known, manager, voice } = life
  const id = random.uuid()
  making.rows.ruleAgreements.push({
    id,
    childId: known.child.id,
    ruleId: about.ruleId,
    subjectId: about.subjectId,
    grantedBy: manager.id,
    grantedByRole: manager.role,
    grantedOn: about.on,
    untilOn: about.untilOn,
    reason: fill(random.pick(casework[about.reasons]), voice),
    childAgrees: about.childAgrees,
    recordedAt: recordedAt(about.on, 14),
  })
  const audit = { staffId: manager.id, action: 'agreement.granted', childId: known.child.id }
  note(making, about.on, { ...audit, subjectId: id })
}
