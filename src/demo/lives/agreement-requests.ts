import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { workingDayUpTo } from '../days.ts'
import type { Random } from '../random.ts'
import { fill } from '../words/fill.ts'
import { casework } from '../words/people.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'

/** A rule, the record that it speaks of, and what a worker says when they ask. */
interface Asking {
  readonly ruleId: string
  readonly subjectId: string
  readonly on: PlainDate
  readonly words: keyof Pick<typeof casework, 'asksToWait' | 'asksLonger'>
}

/**
 * What workers asked their managers to agree to: a few requests wait, one was declined, and every agreement that was given was asked for
 * the working day before.
 */
export function makeAgreementRequests(random: Random, lives: readonly CaseLife[]): void {
  // The child has not signed yet: see `signAsFarAs`.
  const unsigned = lives.filter(({ plan }) => plan.work?.plan === 'overdue' && plan.place % 3 === 0)
  unsigned.slice(0, 2).forEach((life, place) => {
    const asking = askToWait(life)
    if (asking !== null) ask(random, life, { ...asking, isDeclined: place === 1 })
  })
  const long = lives.find(isLate)
  const asking = long === undefined ? null : askForLonger(long)
  if (long !== undefined && asking !== null) ask(random, long, asking)
  for (const life of lives) askBefore(random, life)
}

/** A conditional caution whose work has run past three months, and nobody has agreed to that. */
function isLate({ plan, making }: CaseLife): boolean {
  const { work } = plan
  if (work?.kind !== 'conditional-caution' || work.endedOn !== null) return false
  return !work.longerAgreed && work.startedOn.until(making.today).days > 94
}

function askToWait({ making, interventionId }: CaseLife): Asking | null {
  const plan = making.rows.plans.find(row => row.interventionId === interventionId)
  if (plan?.id === undefined) return null
  const on = workingDayUpTo(addDays(making.today, -3))
  return { ruleId: 'OM-4.1-signed', subjectId: plan.id, on, words: 'asksToWait' }
}

function askForLonger({ making, interventionId }: CaseLife): Asking | null {
  const served = making.rows.interventionOutcomes.find(row => row.interventionId === interventionId)
  if (served === undefined) return null
  const on = workingDayUpTo(addDays(making.today, -1))
  return { ruleId: 'OM-6.3-ycc-length', subjectId: served.outcomeId, on, words: 'asksLonger' }
}

function ask(
  random: Random,
  life: CaseLife,
  { on, words, isDeclined = false, ...about }: Asking & { readonly isDeclined?: boolean },
): void {
  const { making, known, worker, manager, voice } = life
  const answeredOn = workingDayUpTo(addDays(making.today, -1))
  const [declinedBecause] = casework.declinesToWait
  const request = {
    id: random.uuid(),
    childId: known.child.id,
    ...about,
    askedBy: worker.id,
    askedOn: on,
    why: fill(random.pick(casework[words]), voice),
    recordedAt: recordedAt(on, 11),
  }
  const audit = { childId: request.childId, subjectId: request.id }
  note(making, on, { ...audit, staffId: worker.id, action: 'agreement.asked' })
  if (!isDeclined || declinedBecause === undefined) {
    making.rows.agreementRequests.push({ ...request, ...unanswered })
    return
  }
  making.rows.agreementRequests.push({
    ...request,
    answeredBy: manager.id,
    answeredOn,
    agreementId: null,
    declinedBecause: fill(declinedBecause, voice),
  })
  note(making, answeredOn, { ...audit, staffId: manager.id, action: 'agreement.declined' })
}

const unanswered = {
  answeredBy: null,
  answeredOn: null,
  agreementId: null,
  declinedBecause: null,
}

/** The request that an agreement of this case answered. */
function askBefore(random: Random, { making, plan, known, worker, voice }: CaseLife): void {
  const { work } = plan
  if (work?.plan !== 'agreed-to-wait' && work?.longerAgreed !== true) return
  const agreement = making.rows.ruleAgreements.find(row => row.childId === known.child.id)
  if (agreement?.id === undefined) return
  const askedOn = workingDayUpTo(addDays(agreement.grantedOn, -1))
  const words = work.longerAgreed ? casework.asksLonger : casework.asksToWait
  const id = random.uuid()
  making.rows.agreementRequests.push({
    id,
    childId: known.child.id,
    ruleId: agreement.ruleId,
    subjectId: agreement.subjectId,
    askedBy: worker.id,
    askedOn,
    why: fill(random.pick(words), voice),
    answeredBy: agreement.grantedBy,
    answeredOn: agreement.grantedOn,
    agreementId: agreement.id,
    declinedBecause: null,
    recordedAt: recordedAt(askedOn, 11),
  })
  const audit = { staffId: worker.id, action: 'agreement.asked', childId: known.child.id }
  note(making, askedOn, { ...audit, subjectId: id })
}
