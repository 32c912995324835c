import { addDays, isAfter } from '#domain/calendar/plain-date.ts'
import { londonInstant } from '#domain/calendar/time.ts'
import { checkKinds, type CheckKind, type CheckResult } from '#domain/vocabulary/work.ts'
import { workingDayFrom } from '../days.ts'
import { places } from '../place/place.ts'
import { fill } from '../words/fill.ts'
import { toldAs } from '../words/stories.ts'
import { casework } from '../words/people.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'

/** The referral itself, the police station where there was one, what is alleged, and the checks. Returns the offence's id. */
export function makeReferral(life: CaseLife): string | null {
  const { making, random, plan, known, story, voice, referralId } = life
  if (referralId === null || story === null) return null
  const isArrest = plan.source === 'referral' && random.chance(0.3)
  const referrer = random.pick(making.staff.police)
  const recordedBy = random.pick(making.staff.businessSupport).id
  making.rows.referrals.push({
    id: referralId,
    childId: known.child.id,
    receivedOn: plan.receivedOn,
    referredBy: `${referrer.name}, ${places.service.policeForce}`,
    ...(plan.source === 'safeguarding'
      ? underTen
      : {
          kind: 'out-of-court',
          policeContact: isArrest ? 'arrest' : 'voluntary-interview',
          admission: admissionOf(life),
          victimKnown: story.victim !== 'none',
        }),
    whatHappened: fill(toldAs(story.police, life.variant), voice),
    ...closing(life),
    recordedAt: recordedAt(plan.receivedOn, 9),
    recordedBy,
  })
  note(making, plan.receivedOn, {
    staffId: recordedBy,
    action: 'referral.recorded',
    childId: known.child.id,
    subjectId: referralId,
  })
  if (plan.source === 'safeguarding') return null
  if (isArrest) makeDetention(life, referralId)
  makeChecks(life, referralId)
  return makeOffence(life)
}

/** Nobody asks a child under ten to admit anything. */
const underTen = { kind: 'safeguarding', policeContact: null, admission: null, victimKnown: null }

function admissionOf({ plan, random }: CaseLife): string {
  const name = plan.decision?.name
  if (name === 'charge') return 'not-admitted'
  if (name === 'outcome-22' || name === 'deferred') return 'no-comment'
  return random.chance(0.85) ? 'admitted' : 'partly-admitted'
}

/** A referral is closed on the day its work begins, or when nothing follows. */
function closing({ plan }: CaseLife) {
  if (plan.source === 'safeguarding') {
    const isOpen = plan.state !== 'decided'
    return {
      closedOn: isOpen ? null : workingDayFrom(addDays(plan.receivedOn, 12)),
      closedBecause: isOpen ? null : casework.closedBecause.safeguarding,
    }
  }
  if (plan.work !== null) {
    return { closedOn: plan.work.startedOn, closedBecause: 'Work with the child has started' }
  }
  const name = plan.decision?.name
  if (name !== 'no-further-action' && name !== 'charge')
    return { closedOn: null, closedBecause: null }
  return { closedOn: plan.decision?.decidedOn ?? null, closedBecause: casework.closedBecause[name] }
}

function makeDetention({ making, random, plan, voice }: CaseLife, referralId: string): void {
  const on = addDays(plan.receivedOn, -random.whole(2, 5))
  const arrived = londonInstant(on, random.pick(['14:20', '16:45', '18:10', '20:35', '22:05']))
  const isOvernight = random.chance(0.2)
  making.rows.detentions.push({
    id: random.uuid(),
    referralId,
    station: random.pick(places.stations),
    arrivedAt: arrived,
    releasedAt: arrived.add({ minutes: isOvernight ? 11 * 60 + 25 : random.whole(95, 280) }),
    appropriateAdult: voice['parentName'] ?? null,
  })
}

function makeOffence({ making, random, plan, known, story, referralId }: CaseLife): string | null {
  if (story === null || story.underTen) return null
  const id = random.uuid()
  making.rows.offences.push({
    id,
    childId: known.child.id,
    referralId,
    title: story.title,
    offenceGroup: story.group,
    cjsCode: story.code,
    occurredOn: addDays(plan.receivedOn, -random.whole(6, 12)),
    recordedAt: recordedAt(plan.receivedOn, 9),
  })
  return id
}

const kinds = Object.keys(checkKinds) as CheckKind[]

function makeChecks(life: CaseLife, referralId: string): void {
  const { making, random, plan, story } = life
  const wanted = kinds.filter(kind => kind !== 'victim-views' || story?.victim !== 'none')
  const done = wanted.slice(0, checksDone(life, wanted.length))
  const [clerk] = making.staff.businessSupport
  for (const kind of done) {
    const on = workingDayFrom(addDays(plan.receivedOn, random.whole(1, 6)))
    if (isAfter(on, making.today)) continue
    const { result, text } = answerOf(life, kind)
    const recordedBy = clerk?.id ?? null
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
}

function checksDone({ plan }: CaseLife, all: number): number {
  if (plan.state === 'received') return 0
  if (plan.state === 'checking') return 1 + (plan.place % 4)
  if (plan.state === 'panel-after') return 3 + plan.place
  return plan.state === 'next-panel' ? all - (plan.place % 2) : all
}

function answerOf(
  { random, voice }: CaseLife,
  kind: CheckKind,
): { result: CheckResult; text: string } {
  // Children's social care and the victim's views always have an answer: the panel does not decide without.
  const mayBeSilent = kind === 'health' || kind === 'education'
  if (mayBeSilent && random.chance(0.08)) {
    return { result: 'no-answer', text: random.pick(casework.checkUnanswered) }
  }
  return { result: 'done', text: fill(random.pick(casework.checks[kind]), voice) }
}
