import { addDays } from '#domain/calendar/plain-date.ts'
import { inService, type Scope } from '#records/scope.ts'
import {
  aChild,
  aContact,
  anAllocation,
  anAssessment,
  anEvent,
  anIntervention,
  anOffence,
  anOutcome,
  aPlan,
  aReferral,
} from '#test/builders.ts'
import { today } from './databases.ts'
import type { RunningApp } from './running-app.ts'
import type { Subjects } from './subjects.ts'

const years = 10
const each = { contacts: 50, spells: 6, events: 4 }
const spellKinds = ['address', 'education', 'health']
const note = 'You told me about the bike that you are mending, and who helps you. '.repeat(5)

/** Makes a child with ten years of history, the last work of it open: 500 contacts, 60 spells, and all that goes with them. */
export async function addLongHistory(app: RunningApp, subjects: Subjects): Promise<string> {
  const { serviceId, workerId: staffId } = subjects
  const childId = await inService(app.db, { serviceId, staffId: null }, async scope => {
    const id = await aChild(scope, { givenName: 'Long', familyName: 'History' })
    for (let year = 0; year < years; year += 1) await addYear(scope, { childId: id, staffId, year })
    return id
  })
  return childId
}

interface YearOf {
  readonly childId: string
  readonly staffId: string
  /** How many years ago it began, less one. */
  readonly year: number
}

async function addYear(scope: Scope, { childId, staffId, year }: YearOf): Promise<void> {
  const from = addDays(today, -365 * (year + 1))
  const { serviceId } = scope
  const referralId = await aReferral(scope, {
    childId,
    receivedOn: from,
    closedOn: addDays(from, 20),
  })
  await anOffence(scope, { childId, referralId, occurredOn: addDays(from, -5) })
  await anOutcome(scope, { childId, referralId, decidedOn: addDays(from, 14) })
  const ended = year === 0 ? {} : { endedOn: addDays(from, 360), result: 'completed' }
  const startedOn = addDays(from, 20)
  const work = { childId, referralId, startedOn, ...ended }
  const interventionId = await anIntervention(scope, work)
  const of = { childId, interventionId }
  await anAllocation(scope, { ...of, staffId, startedOn })
  await anAssessment(scope, {
    childId,
    referralId,
    authorId: staffId,
    startedOn: from,
    completedOn: addDays(from, 12),
  })
  await aPlan(scope, { ...of, authorId: staffId, writtenOn: addDays(from, 30) })
  for (let index = 0; index < each.contacts; index += 1) {
    const plannedOn = addDays(startedOn, index * 6)
    await aContact(scope, { ...of, staffId, plannedOn, attendance: 'attended', note })
  }
  for (let index = 0; index < each.events; index += 1) {
    await anEvent(scope, { ...of, happenedOn: addDays(from, 40 + index * 70) })
  }
  await scope.db
    .insertInto('circumstances')
    .values(
      Array.from({ length: each.spells }, (_, index) => ({
        serviceId,
        childId,
        kind: spellKinds[index % spellKinds.length] ?? 'health',
        value: `Spell ${year}-${index}`,
        startedOn: addDays(from, index * 60),
        endedOn: year === 0 ? null : addDays(from, index * 60 + 55),
        source: 'The family',
      })),
    )
    .execute()
}
