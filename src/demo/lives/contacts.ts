import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, earliest, isBefore, isOnOrAfter } from '#domain/calendar/plain-date.ts'
import type { Attendance, ContactKind } from '#domain/vocabulary/work.ts'
import { workingDayFrom } from '../days.ts'
import type { Random } from '../random.ts'
import type { Voice } from '../words/fill.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt, type Making } from './making.ts'
import { noteWriter, type NoteWriter } from './notes.ts'

/** Everything planned and done with the child in this case, but for today's diary, which is made for each worker. */
export function makeContacts(life: CaseLife): void {
  const writer = noteWriter(life)
  makeVisit(life, writer)
  const { work } = life.plan
  if (work === null) return
  const { today } = life.making
  const until = work.endedOn ?? addDays(today, -1)
  let on = workingDayFrom(addDays(work.startedOn, life.random.whole(2, 6)))
  while (isBefore(on, until)) {
    makePast(life, writer, on)
    on = workingDayFrom(addDays(on, life.random.whole(6, 13)))
  }
  if (work.endedOn === null && life.random.chance(0.85)) {
    planAhead(life, workingDayFrom(addDays(today, life.random.whole(1, 9))))
  }
}

/** The first home visit, before the assessment: done, half done, missed or still planned. */
function makeVisit(life: CaseLife, writer: NoteWriter): void {
  const { plan, random, making } = life
  if (plan.visit === 'none') return
  if (plan.visit === 'planned') {
    const on = workingDayFrom(addDays(making.today, random.whole(1, 4)))
    push(life, {
      kind: 'home-visit',
      place: null,
      on,
      attendance: null,
      sawParent: false,
      isFirst: true,
    })
    return
  }
  const on = visitDay(life)
  if (isOnOrAfter(on, making.today)) return
  const missed = plan.visit === 'missed'
  const contact = {
    kind: 'home-visit',
    place: null,
    on,
    attendance: missed ? 'acceptable-absence' : 'attended',
    sawParent: plan.visit === 'done',
    isFirst: true,
  } as const
  push(life, contact, writer.write(contact))
}

/** The working day, some days after the referral, on which worker and family first met. */
export function visitDay({ plan, random }: CaseLife): PlainDate {
  const days = plan.state === 'checking' ? 2 : random.fork('visit').whole(4, 8)
  return workingDayFrom(addDays(plan.receivedOn, days))
}

function makePast(life: CaseLife, writer: NoteWriter, on: PlainDate): void {
  const { random, making } = life
  const isRecent = isBefore(addDays(making.today, -5), on) && life.plan.work?.endedOn === null
  const kind = drawKind(life)
  const place = placeOf(life, kind)
  const sawParent = kind === 'home-visit' && random.chance(0.7)
  if (isRecent && random.chance(0.22)) {
    push(life, { kind, place, on, attendance: null, sawParent: false, isFirst: false })
    return
  }
  const attendance = random.pickWeighted<Attendance>([
    ['attended', 83],
    ['acceptable-absence', 7],
    ['unacceptable-absence', 7],
    ['service-cancelled', 3],
  ])
  const contact = { kind, place, on, attendance, sawParent, isFirst: false }
  push(life, contact, writer.write(contact))
}

/** A contact in the days to come. */
export function planAhead(life: CaseLife, on: PlainDate): void {
  const kind = drawKind(life)
  const place = placeOf(life, kind)
  const contact = { kind, place, on, attendance: null, sawParent: false, isFirst: false }
  push(life, contact)
}

function drawKind({ random, known, story }: CaseLife): ContactKind {
  const inClass = ['school', 'part-time', 'alternative', 'college'].includes(
    known.lives.education.id,
  )
  return random.pickWeighted<ContactKind>([
    ['home-visit', 22],
    ['office', 18],
    ['school', inClass ? 16 : 0],
    ['community', 26],
    ['phone', 10],
    ['restorative', story === null ? 0 : 4],
    ['group', 4],
  ])
}

interface NewContact {
  readonly kind: ContactKind
  readonly place: string | null
  readonly on: PlainDate
  readonly attendance: Attendance | null
  readonly sawParent: boolean
  readonly isFirst: boolean
}

function push(life: CaseLife, contact: NewContact, text: string | null = null): void {
  const { making, random, known, worker } = life
  const id = random.uuid()
  const came = contact.attendance === 'attended'
  const childId = known.child.id
  const plannedTime = freeTime(making, random, worker.id, contact.on)
  if (contact.attendance === null && isBeyondOutcome(life, contact.on)) return
  making.rows.contacts.push({
    id,
    childId,
    ...belongsTo(life, contact.on),
    staffId: worker.id,
    kind: contact.kind,
    plannedOn: contact.on,
    plannedTime,
    place: contact.place,
    attendance: contact.attendance,
    sawChild: came,
    sawParent: came && contact.sawParent,
    note: text,
    notedAt: text === null ? null : recordedAt(contact.on, 17),
    notedBy: text === null ? null : worker.id,
    recordedAt: recordedAt(addDays(earliest(contact.on, making.today), -2), 12),
    recordedBy: worker.id,
  })
  if (text === null) return
  note(making, contact.on, {
    staffId: worker.id,
    action: 'contact.recorded',
    childId,
    subjectId: id,
  })
}

/** Nothing is planned beyond the end of the conditions that was not agreed. */
function isBeyondOutcome({ making, plan, referralId }: CaseLife, on: PlainDate): boolean {
  if (referralId === null || plan.work === null || plan.work.longerAgreed) return false
  const outcome = making.rows.outcomes.find(one => one.referralId === referralId)
  return outcome?.conditionsEndOn != null && isBefore(outcome.conditionsEndOn, on)
}

/** Before the work begins a contact belongs to the referral, where there is one. */
function belongsTo({ plan, referralId, interventionId }: CaseLife, on: PlainDate) {
  const beforeWork = plan.work === null || isBefore(on, plan.work.startedOn)
  return beforeWork && referralId !== null
    ? { referralId, interventionId: null }
    : { referralId: null, interventionId }
}

function placeOf({ known, voice, random }: CaseLife, kind: ContactKind): string | null {
  if (kind === 'office') return voice['office'] ?? null
  if (kind === 'school') return lessonsPlace(known.lives.education.id, voice)
  if (kind === 'community')
    return random.chance(0.5) ? known.child.town.cafe : known.child.town.park
  return kind === 'group' ? 'The Basin Hub, Port Merrow' : null
}

function lessonsPlace(educationId: string, voice: Voice): string | null {
  if (educationId === 'alternative') return 'The Bridge Learning Centre'
  return educationId === 'college' ? 'Amberdale College' : (voice['school'] ?? null)
}

const times = [
  '09:00',
  '09:45',
  '10:30',
  '11:15',
  '12:00',
  '13:15',
  '14:00',
  '14:45',
  '15:30',
  '16:15',
  '17:00',
]

/** A time at which the worker is not yet elsewhere on that day. */
export function freeTime(making: Making, random: Random, staffId: string, on: PlainDate): string {
  const key = `${staffId} ${on.toString()}`
  const taken = making.diary.get(key) ?? new Set<string>()
  making.diary.set(key, taken)
  const free = times.filter(time => !taken.has(time))
  const time = random.pick(free.length > 0 ? free : times)
  taken.add(time)
  return time
}
