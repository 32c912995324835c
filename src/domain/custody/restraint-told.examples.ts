import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { restraintSteps, type CustodyFacts, type RestraintStep } from './custody-facts.ts'
import { restraintTold } from './restraint-told.ts'

const toldOn = plainDate('2026-04-18')
const all = Object.keys(restraintSteps) as RestraintStep[]

/** We hear on Saturday 18 April 2026 that the child was restrained; what was done the same day. */
function restrained(done: readonly RestraintStep[]): CustodyFacts {
  const steps = done.map(step => ({ step, on: toldOn }))
  return { stays: [], restraints: [{ id: 'restraint', toldOn, steps }] }
}

export const restraintToldExamples = dutyExamples(restraintTold, [
  {
    when: 'three were told and three records asked for',
    facts: restrained(all),
    asOf: '2026-04-20',
    is: 'met',
  },
  {
    when: 'we heard of it today, a Saturday',
    facts: restrained([]),
    asOf: '2026-04-18',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-18',
  },
  {
    when: 'we heard of it yesterday and nobody asked for body-camera footage',
    facts: restrained(all.filter(step => step !== 'body-camera-asked')),
    asOf: '2026-04-19',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'we know of no restraint',
    facts: { stays: [], restraints: [] },
    asOf: '2026-04-20',
    is: 'not-applicable',
  },
])
