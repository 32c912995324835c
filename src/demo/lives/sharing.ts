import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { earliest, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Random } from '../random.ts'
import { fill } from '../words/fill.ts'
import { casework } from '../words/people.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'
import { openCaseOn } from './open-case-on.ts'

interface Paper {
  readonly id: string
  readonly topic: 'assessment' | 'plan'
  readonly signedOn: PlainDate
}

/** Papers that a manager signed go to the social worker of a child whom others care for too; a few wait, one family said no. */
export function makeSharing(life: CaseLife, random: Random): void {
  if (life.known.lives.careStatus === null) return
  for (const paper of papersOf(life)) {
    const what = random.pickWeighted<'shared' | 'refused' | 'waits'>([
      ['shared', 88],
      ['refused', 3],
      ['waits', 9],
    ])
    if (what === 'shared') share(life, random, paper)
    else if (what === 'refused') refuse(life, random, paper)
  }
}

function papersOf({ making, known, referralId, interventionId }: CaseLife): Paper[] {
  const { assessments, plans, signatures } = making.rows
  const isOfCase = (one: { referralId?: string | null; interventionId?: string | null }) =>
    (referralId !== null && one.referralId === referralId) ||
    (interventionId !== null && one.interventionId === interventionId)
  const assessed = assessments.filter(one => one.childId === known.child.id && isOfCase(one))
  const planned = plans.filter(one => interventionId !== null && isOfCase(one))
  return [
    ...assessed.flatMap(({ id, countersignedOn: signedOn }) =>
      id === undefined || signedOn == null ? [] : [{ id, topic: 'assessment', signedOn } as const],
    ),
    ...planned.flatMap(({ id }) => {
      const signed = signatures.find(one => one.planId === id && one.signatory === 'manager')
      if (id === undefined || signed === undefined) return []
      return [{ id, topic: 'plan', signedOn: signed.signedOn } as const]
    }),
  ]
}

function share(life: CaseLife, random: Random, { id: aboutId, topic, signedOn }: Paper): void {
  const { making, known, worker } = life
  const id = random.uuid()
  const happenedOn = earliest(addWorkingDays(signedOn, random.whole(1, 4)), making.today)
  const part = openCaseOn(life, happenedOn)
  if (part === null) return
  making.rows.caseEvents.push({
    id,
    childId: known.child.id,
    ...part,
    kind: 'shared',
    topic,
    aboutId,
    happenedOn,
    reviewOn: null,
    people: random.pick(making.staff.socialWorkers).name,
    note: fill(random.pick(casework.shared), life.voice),
    recordedAt: recordedAt(happenedOn, 13),
    recordedBy: worker.id,
  })
  const audit = { staffId: worker.id, action: 'event.recorded', childId: known.child.id }
  note(making, happenedOn, { ...audit, subjectId: id })
}

function refuse({ making, known, worker, voice }: CaseLife, random: Random, paper: Paper): void {
  const id = random.uuid()
  const grantedOn = earliest(addWorkingDays(paper.signedOn, 2), making.today)
  making.rows.ruleAgreements.push({
    id,
    childId: known.child.id,
    ruleId: 'OM-10.2-share',
    subjectId: paper.id,
    grantedBy: worker.id,
    grantedByRole: worker.role,
    grantedOn,
    untilOn: null,
    reason: fill(random.pick(casework.notShared), voice),
    childAgrees: null,
    recordedAt: recordedAt(grantedOn, 14),
  })
  const audit = { staffId: worker.id, action: 'agreement.granted', childId: known.child.id }
  note(making, grantedOn, { ...audit, subjectId: id })
}
