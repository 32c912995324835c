import { addDays, isBefore, type PlainDate } from '#domain/calendar/plain-date.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import {
  attendances,
  contactKinds,
  interventionKinds,
  offenceGroups,
} from '#domain/vocabulary/work.ts'
import { chronologyHash } from '#records/chronology-hash.ts'
import { workingDaysBefore } from '../days.ts'
import type { Random } from '../random.ts'
import { chronologyWords } from '../words/chronologies.ts'
import { fill, type Voice } from '../words/fill.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'

/** An entry before it is kept: what it says and where it comes from. */
interface Drafted {
  readonly on: PlainDate
  readonly sourceKind: string | null
  readonly sourceId: string | null
  readonly what: string
  readonly toldBy: string
  readonly whyItMatters: string | null
}

/** Two chronologies: one finished for a conference, one of this week that is still being written. */
export function makeChronologies(random: Random, lives: readonly CaseLife[]): void {
  const [first, second] = lives
    .filter(life => isWorthTelling(life))
    .toSorted((a, b) => contactsOf(b).length - contactsOf(a).length)
  if (first !== undefined) writeFinished(random.fork('finished'), first)
  if (second !== undefined) writeDraft(random.fork('draft'), second)
}

/** Open work with a plan and an offence, in which a visit was missed. */
function isWorthTelling(life: CaseLife): boolean {
  const { work } = life.plan
  return (
    work?.endedOn === null &&
    work.plan === 'signed' &&
    life.story !== null &&
    contactsOf(life).some(({ attendance }) => attendance === 'unacceptable-absence')
  )
}

function contactsOf({ making, interventionId, known }: CaseLife) {
  return making.rows.contacts.filter(
    contact =>
      contact.childId === known.child.id &&
      contact.interventionId === interventionId &&
      contact.attendance != null,
  )
}

function writeFinished(random: Random, life: CaseLife): void {
  const { making, known, worker } = life
  const finishedOn = workingDaysBefore(making.today, 6)
  const startedOn = workingDaysBefore(making.today, 9)
  const entries = entriesOf(life)
    .filter(({ on }) => isBefore(on, startedOn))
    .toSorted((a, b) => a.on.since(b.on).sign)
  const content = {
    title: chronologyWords.title,
    purpose: 'child-protection-conference',
    audience: fill(chronologyWords.audience, voiceOf(life)),
    pattern: fill(chronologyWords.pattern, voiceOf(life)),
    childView: fill(chronologyWords.childView, voiceOf(life)),
    authorId: worker.id,
    finishedOn,
    finishedBy: worker.id,
  }
  const says = entries.map(({ on, what, toldBy, whyItMatters }) => ({
    on,
    what,
    toldBy,
    whyItMatters,
  }))
  const id = random.uuid()
  making.rows.chronologies.push({
    ...content,
    id,
    childId: known.child.id,
    startedOn,
    contentHash: chronologyHash({ ...content, entries: says }),
    recordedAt: recordedAt(startedOn),
  })
  writeEntries(life, random, { id, on: startedOn, entries })
  const about = { staffId: worker.id, childId: known.child.id, subjectId: id }
  note(making, startedOn, { ...about, action: 'chronology.started' })
  note(making, finishedOn, { ...about, action: 'chronology.finished' })
}

/** Its chosen entries say what the record says; two of them do not yet say why they matter. */
function writeDraft(random: Random, life: CaseLife): void {
  const { making, known, worker } = life
  const startedOn = workingDaysBefore(making.today, 2)
  const id = random.uuid()
  making.rows.chronologies.push({
    id,
    childId: known.child.id,
    title: chronologyWords.draftTitle,
    purpose: 'handover',
    startedOn,
    authorId: worker.id,
    recordedAt: recordedAt(startedOn),
  })
  const entries = entriesOf(life).filter(({ on }) => isBefore(on, startedOn))
  const asChosen = entries.map((entry, index) => ({
    ...entry,
    what: entry.sourceKind === null ? entry.what : null,
    toldBy: entry.sourceKind === null ? entry.toldBy : null,
    whyItMatters: index < entries.length - 2 ? entry.whyItMatters : null,
  }))
  writeEntries(life, random, { id, on: startedOn, entries: asChosen })
  const action = 'chronology.started'
  note(making, startedOn, { staffId: worker.id, action, childId: known.child.id, subjectId: id })
}

interface Written {
  readonly id: string
  readonly on: PlainDate
  readonly entries: readonly {
    readonly on: PlainDate
    readonly sourceKind: string | null
    readonly sourceId: string | null
    readonly what: string | null
    readonly toldBy: string | null
    readonly whyItMatters: string | null
  }[]
}

function writeEntries({ making, worker }: CaseLife, random: Random, written: Written): void {
  for (const [index, { on, ...entry }] of written.entries.entries()) {
    making.rows.chronologyEntries.push({
      id: random.uuid(),
      chronologyId: written.id,
      happenedOn: on,
      ...entry,
      recordedAt: recordedAt(written.on, 17).add({ seconds: index }),
      recordedBy: worker.id,
    })
  }
}

function voiceOf({ voice, known }: CaseLife): Voice {
  return { ...voice, name: known.child.knownAs ?? known.child.givenName }
}

function entriesOf(life: CaseLife): Drafted[] {
  return [...elsewhere(life), ...offencesOf(life), ...workOf(life), ...visitsOf(life)]
}

function elsewhere(life: CaseLife): Drafted[] {
  return chronologyWords.elsewhere.map(({ yearsAgo, what, toldBy, why }) => ({
    on: addDays(life.plan.receivedOn, -365 * yearsAgo),
    sourceKind: null,
    sourceId: null,
    what: fill(what, voiceOf(life)),
    toldBy,
    whyItMatters: fill(why, voiceOf(life)),
  }))
}

function offencesOf(life: CaseLife): Drafted[] {
  const { making, known } = life
  return making.rows.offences
    .filter(({ childId }) => childId === known.child.id)
    .flatMap(({ id, occurredOn, title, offenceGroup }) =>
      chosen(life, {
        id,
        on: occurredOn,
        sourceKind: 'offence.occurred',
        what: `Offence: ${title} (${lower(nameOf(offenceGroups, offenceGroup))})`,
        who: null,
        why: chronologyWords.offence,
      }),
    )
}

function workOf(life: CaseLife): Drafted[] {
  const { making, interventionId, worker } = life
  return making.rows.interventions
    .filter(({ id }) => id === interventionId)
    .flatMap(({ id, startedOn, kind }) =>
      chosen(life, {
        id,
        on: startedOn,
        sourceKind: 'work.started',
        what: `Work: ${nameOf(interventionKinds, kind)} began`,
        who: worker.name,
        why: chronologyWords.workBegan,
      }),
    )
}

/** The first visit, and each that was missed. */
function visitsOf(life: CaseLife): Drafted[] {
  const came = contactsOf(life).filter(({ attendance }) => attendance === 'attended')
  const missed = contactsOf(life).filter(({ attendance }) => attendance === 'unacceptable-absence')
  return [...came.slice(0, 1), ...missed.slice(0, 3), ...came.slice(1).slice(-1)].flatMap(contact =>
    chosen(life, {
      id: contact.id,
      on: contact.plannedOn,
      sourceKind: 'contact.held',
      what: `Contact: ${nameOf(contactKinds, contact.kind)}: ${lower(nameOf(attendances, contact.attendance ?? ''))}`,
      who: life.worker.name,
      why: contact.attendance === 'attended' ? chronologyWords.came : chronologyWords.missed,
    }),
  )
}

interface Chosen {
  readonly id: string | undefined
  readonly on: PlainDate
  readonly sourceKind: string
  readonly what: string
  readonly who: string | null
  readonly why: string
}

function chosen(life: CaseLife, { id, on, sourceKind, what, who, why }: Chosen): Drafted[] {
  if (id === undefined) return []
  return [
    {
      on,
      sourceKind,
      sourceId: id,
      what,
      toldBy: who === null ? 'Our record' : `Our record, ${who}`,
      whyItMatters: fill(why, voiceOf(life)),
    },
  ]
}

function lower(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
