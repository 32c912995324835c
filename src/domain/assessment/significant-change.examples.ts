import {
  aCase,
  anAgreement,
  anAssessmentFact,
  anEventFact,
  aPlanFact,
  openWork,
} from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { significantChange } from './significant-change.ts'

const assessed = anAssessmentFact({ completedOn: plainDate('2026-03-09') })
const afresh = anAssessmentFact({ id: 'review', completedOn: plainDate('2026-04-20') })
const oldPlan = aPlanFact({ writtenOn: plainDate('2026-03-12') })
const newPlan = aPlanFact({ id: 'new', writtenOn: plainDate('2026-04-21') })

/** Work assessed and planned in March; the child moved home on Monday 13 April 2026. */
function moved(values: Partial<CaseFacts> = {}): CaseFacts {
  const move = anEventFact({
    kind: 'significant-change',
    topic: 'home-moved',
    on: plainDate('2026-04-13'),
  })
  return aCase({
    intervention: openWork,
    assessments: [assessed],
    plans: [oldPlan],
    events: [move],
    ...values,
  })
}

const covers = anAgreement({ ruleId: 'OM-4.4-change', subjectId: 'event' })

export const significantChangeExamples = dutyExamples(significantChange, [
  {
    when: 'assessment and plan were written afresh after the child moved home',
    facts: moved({ assessments: [assessed, afresh], plans: [oldPlan, newPlan] }),
    asOf: '2026-05-11',
    is: 'met',
  },
  {
    when: 'the work has no plan yet and the assessment was written afresh',
    facts: moved({ assessments: [assessed, afresh], plans: [] }),
    asOf: '2026-05-11',
    is: 'met',
  },
  {
    when: 'it is the tenth working day after the move',
    facts: moved(),
    asOf: '2026-04-27',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-27',
  },
  {
    when: 'the tenth working day was yesterday and only the assessment is new',
    facts: moved({ assessments: [assessed, afresh] }),
    asOf: '2026-04-28',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'a manager has recorded that the current assessment covers it',
    facts: moved({ agreements: [covers] }),
    asOf: '2026-05-11',
    is: 'excused',
  },
  {
    when: 'nothing has changed',
    facts: moved({ events: [] }),
    asOf: '2026-05-11',
    is: 'not-applicable',
  },
])
