import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { victimBeforePanel, type VictimFacts, type VictimOfCase } from './victim-before-panel.ts'

const asked = { consent: { given: true, on: plainDate('2026-03-09') } }
const heard = { ...asked, viewsOn: plainDate('2026-03-10') }

/** A case listed for the panel of 16 March 2026, with one victim. */
function listed(values: Partial<VictimOfCase>): VictimFacts {
  const victim = { id: 'victim', consent: null, viewsOn: null, outcomeToldOn: null, ...values }
  return { panelOn: plainDate('2026-03-16'), victims: [victim] }
}

export const victimExamples = dutyExamples(victimBeforePanel, [
  {
    when: 'it is the day of the panel and nobody has asked',
    facts: listed({}),
    asOf: '2026-03-16',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-16',
  },
  {
    when: 'the panel was yesterday and the views are not there',
    facts: listed(asked),
    asOf: '2026-03-17',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the views were heard and it is the fifth working day after the panel',
    facts: listed(heard),
    asOf: '2026-03-23',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-23',
  },
  {
    when: 'the fifth working day was yesterday and the victim does not know the outcome',
    facts: listed(heard),
    asOf: '2026-03-24',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the victim was heard and told',
    facts: listed({ ...heard, outcomeToldOn: plainDate('2026-03-18') }),
    asOf: '2026-03-24',
    is: 'met',
  },
  {
    when: 'the victim does not consent',
    facts: listed({ consent: { given: false, on: plainDate('2026-03-09') } }),
    asOf: '2026-03-24',
    is: 'excused',
  },
  {
    when: 'no victim can be identified',
    facts: { panelOn: plainDate('2026-03-16'), victims: [] },
    asOf: '2026-03-24',
    is: 'not-applicable',
  },
  {
    when: 'the case is not listed yet',
    facts: { ...listed({}), panelOn: null },
    asOf: '2026-03-24',
    is: 'not-applicable',
  },
])
