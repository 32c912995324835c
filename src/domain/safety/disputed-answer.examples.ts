import { aCase, anEventFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts, EventFact } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { escalationStages } from '../vocabulary/events.ts'
import { disputedAnswer } from './disputed-answer.ts'

/** The answer was disputed on Monday 2 March 2026; with the stages taken since. */
function disputed(...events: readonly EventFact[]): CaseFacts {
  const dispute = anEventFact({
    id: 'dispute',
    kind: 'answer-disputed',
    on: plainDate('2026-03-02'),
  })
  return aCase({ events: [dispute, ...events] })
}

function stage(topic: keyof typeof escalationStages, on: string): EventFact {
  return anEventFact({ kind: 'escalation', topic, aboutId: 'dispute', on: plainDate(on) })
}

const first = stage('worker-to-worker', '2026-03-03')
const second = stage('worker-to-team-manager', '2026-03-05')
const settled = anEventFact({
  kind: 'dispute-settled',
  topic: 'answer-changed',
  aboutId: 'dispute',
  on: plainDate('2026-03-06'),
})
const allSix = Object.keys(escalationStages).map((topic, index) =>
  stage(topic as keyof typeof escalationStages, `2026-03-0${index + 3}`),
)

export const disputedAnswerExamples = dutyExamples(disputedAnswer, [
  {
    when: 'children’s services changed their answer after the second stage',
    facts: disputed(first, second, settled),
    asOf: '2026-03-30',
    is: 'met',
  },
  {
    when: 'all six stages were taken',
    facts: disputed(...allSix),
    asOf: '2026-03-30',
    is: 'met',
  },
  {
    when: 'it is the second working day and no stage was taken',
    facts: disputed(),
    asOf: '2026-03-04',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-04',
  },
  {
    when: 'two working days have gone and no stage was taken',
    facts: disputed(),
    asOf: '2026-03-05',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the second stage was taken on Thursday and it is Monday',
    facts: disputed(first, second),
    asOf: '2026-03-09',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-09',
  },
  {
    when: 'the second stage was taken on Thursday and it is Tuesday',
    facts: disputed(first, second),
    asOf: '2026-03-10',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'no answer is disputed',
    facts: aCase(),
    asOf: '2026-03-05',
    is: 'not-applicable',
  },
])
