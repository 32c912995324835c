import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, earliest, isAfter, isBefore, latest } from '#domain/calendar/plain-date.ts'
import { workingDayFrom } from '../days.ts'
import { fill } from '../words/fill.ts'
import { casework } from '../words/people.ts'
import type { MadeAssessment } from './assessment.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'
import { openCaseOn } from './open-case-on.ts'

/** What was done around an assessment: the grid, the family's drawing, the talk about it. Most of it; a few lack something. */
export function makeAroundAssessment(life: CaseLife, assessment: MadeAssessment | null): void {
  const events = eventWriter(life)
  askWhichWorker(life, events)
  if (assessment === null) return
  const chance = life.random.fork('around assessment')
  const until = assessment.completedOn ?? addDays(life.making.today, -1)
  const on = earliest(workingDayFrom(addDays(assessment.startedOn, chance.whole(0, 3))), until)
  const isDone = chance.chance(assessment.completedOn === null ? 0.5 : 0.92)
  const isDrawn = chance.chance(0.8)
  if (isBefore(on, assessment.startedOn)) return
  if (isDone) events.write('safety-grid', on, casework.grid)
  else if (assessment.completedOn !== null && chance.chance(0.7)) goWithoutGrid(life, assessment)
  events.write('genogram', on, isDrawn ? casework.genogramDrawn : casework.genogramNotDrawn, {
    topic: isDrawn ? 'drawn' : 'not-drawn',
  })
  meetAboutIt(life, assessment, events)
}

/** The grid done again with the child, for a review. */
export function writeGrid(life: CaseLife, on: PlainDate): void {
  eventWriter(life).write('safety-grid', on, casework.grid)
}

type Kind = 'safety-grid' | 'genogram' | 'quality-assurance-meeting' | 'worker-preference'

function eventWriter(life: CaseLife) {
  const { making, known, worker, voice } = life
  const write = (
    kind: Kind,
    on: PlainDate,
    texts: readonly string[],
    more: { topic?: string; aboutId?: string; by?: string } = {},
  ) => {
    const part = openCaseOn(life, on)
    if (part === null || isAfter(on, making.today)) return
    const random = life.random.fork(`event ${kind}`)
    const id = random.uuid()
    const recordedBy = more.by ?? worker.id
    making.rows.caseEvents.push({
      id,
      childId: known.child.id,
      ...part,
      kind,
      topic: more.topic ?? null,
      aboutId: more.aboutId ?? null,
      happenedOn: on,
      reviewOn: null,
      people: null,
      note: fill(random.pick(texts), voice),
      withdrawnOn: null,
      withdrawnBecause: null,
      recordedAt: recordedAt(on, 16),
      recordedBy,
    })
    const childId = known.child.id
    note(making, on, { staffId: recordedBy, action: 'event.recorded', childId, subjectId: id })
  }
  return { write }
}

type EventWriter = ReturnType<typeof eventWriter>

/** Most girls were asked which worker they would like. */
function askWhichWorker(life: CaseLife, events: EventWriter): void {
  const { plan, known, manager } = life
  if (plan.source === 'safeguarding' || plan.state === 'received') return
  if (known.child.sex !== 'female' || !life.random.fork('preference').chance(0.7)) return
  events.write('worker-preference', addDays(plan.receivedOn, 1), casework.preference, {
    by: manager.id,
  })
}

/** The worker wrote why there is no grid; nobody has to agree to that. */
function goWithoutGrid(life: CaseLife, { id: subjectId, completedOn }: MadeAssessment): void {
  const { making, known, worker, voice } = life
  if (completedOn === null) return
  const random = life.random.fork('without grid')
  const id = random.uuid()
  const childId = known.child.id
  making.rows.ruleAgreements.push({
    id,
    childId,
    ruleId: 'OM-2.3-grid',
    subjectId,
    grantedBy: worker.id,
    grantedByRole: worker.role,
    grantedOn: completedOn,
    untilOn: null,
    reason: fill(random.pick(casework.withoutGrid), voice),
    childAgrees: null,
    recordedAt: recordedAt(completedOn, 14),
  })
  note(making, completedOn, {
    staffId: worker.id,
    action: 'agreement.granted',
    childId,
    subjectId: id,
  })
}

/** Manager and worker talked the first assessment and plan through, within a week of the later one. */
function meetAboutIt(life: CaseLife, assessment: MadeAssessment, events: EventWriter): void {
  const { making, manager, interventionId } = life
  const plan = making.rows.plans.find(one => one.interventionId === interventionId)
  if (assessment.completedOn === null || interventionId === null || plan === undefined) return
  const chance = life.random.fork('quality meeting')
  if (!chance.chance(0.9)) return
  const readyOn = latest(assessment.completedOn, plan.writtenOn)
  const on = workingDayFrom(addDays(readyOn, chance.whole(1, 4)))
  events.write('quality-assurance-meeting', on, casework.qualityMeeting, {
    aboutId: assessment.id,
    by: manager.id,
  })
}
