import { addDays, isAfter } from '#domain/calendar/plain-date.ts'
import type { CheckKind, CheckResult } from '#domain/vocabulary/work.ts'
import { workingDayFrom } from '../days.ts'
import type { Random } from '../random.ts'
import { fill } from '../words/fill.ts'
import { casework } from '../words/people.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'

/** Sources in the order in which the service asks them. */
const first: readonly CheckKind[] = [
  'childrens-social-care',
  'education',
  'police-intelligence',
  'own-records',
  'health',
  'victim-views',
]
const further = ['probation', 'other-professionals', 'specialists', 'placement-plan'] as const

/** What those who may know the child answered, as far as they were asked. */
export function makeChecks(life: CaseLife, referralId: string): void {
  const wanted = first.filter(kind => kind !== 'victim-views' || life.story?.victim !== 'none')
  const done = wanted.slice(0, checksDone(life, wanted.length))
  for (const kind of done) makeCheck(life, referralId, { kind, random: life.random })
  if (done.length === wanted.length) makeFurtherChecks(life, referralId)
}

/** Once the first have answered, the others; a few referrals wait for one of them. */
function makeFurtherChecks(life: CaseLife, referralId: string): void {
  const random = life.random.fork('further checks')
  const isMissing = random.chance(0.07)
  const wanted = further.filter(kind => kind !== 'placement-plan' || life.known.lives.isLookedAfter)
  for (const kind of isMissing ? wanted.slice(1) : wanted) {
    makeCheck(life, referralId, { kind, random })
  }
}

function makeCheck(
  life: CaseLife,
  referralId: string,
  { kind, random }: { readonly kind: CheckKind; readonly random: Random },
): void {
  const { making, plan } = life
  const on = workingDayFrom(addDays(plan.receivedOn, random.whole(1, 6)))
  if (isAfter(on, making.today)) return
  const { result, text } = answerOf(life, kind, random)
  const recordedBy = making.staff.businessSupport[0]?.id ?? null
  const id = random.uuid()
  making.rows.referralChecks.push({
    id,
    referralId,
    kind,
    result,
    checkedOn: on,
    note: text,
    recordedAt: recordedAt(on, 11),
    recordedBy,
  })
  const childId = life.known.child.id
  note(making, on, { staffId: recordedBy, action: 'check.recorded', childId, subjectId: id })
}

function checksDone({ plan }: CaseLife, all: number): number {
  if (plan.state === 'received') return 0
  if (plan.state === 'checking') return 1 + (plan.place % 4)
  if (plan.state === 'panel-after') return 3 + plan.place
  return plan.state === 'next-panel' ? all - (plan.place % 2) : all
}

function answerOf(
  { voice }: CaseLife,
  kind: CheckKind,
  random: Random,
): { result: CheckResult; text: string } {
  // Children's social care and the victim's views always have an answer: the panel does not decide without.
  const mayBeSilent = kind === 'health' || kind === 'education'
  if (mayBeSilent && random.chance(0.08)) {
    return { result: 'no-answer', text: random.pick(casework.checkUnanswered) }
  }
  const doesNotApply = kind === 'specialists' && random.chance(0.6)
  if (doesNotApply) return { result: 'not-applicable', text: fill(casework.noSpecialist, voice) }
  return { result: 'done', text: fill(random.pick(casework.checks[kind]), voice) }
}
