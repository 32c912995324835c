import { addDays } from '#domain/calendar/plain-date.ts'
import { londonInstant } from '#domain/calendar/time.ts'
import { workingDayFrom } from '../days.ts'
import { places } from '../place/place.ts'
import { fill } from '../words/fill.ts'
import { toldAs } from '../words/stories.ts'
import { casework } from '../words/people.ts'
import type { CaseLife } from './case-life.ts'
import { makeChecks } from './checks.ts'
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
