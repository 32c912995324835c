import { aHearing, courtFacts } from '#test/court-facts.ts'
import { anAgreement } from '#test/facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { authorAttends } from './author-attends.ts'

const hearing = aHearing()
const spoke = aHearing({ report: { authorId: 'worker', authorSpoke: true } })
const onLeave = anAgreement({ ruleId: 'OM-7.4-attend', subjectId: 'hearing', reason: 'On leave' })

export const authorAttendsExamples = dutyExamples(authorAttends, [
  {
    when: 'the author was in court and spoke to the report',
    facts: courtFacts({ hearings: [spoke] }),
    asOf: '2026-04-23',
    is: 'met',
  },
  {
    when: 'the hearing is next week',
    facts: courtFacts({ hearings: [hearing] }),
    asOf: '2026-04-15',
    is: 'open',
  },
  {
    when: 'the hearing is today',
    facts: courtFacts({ hearings: [hearing] }),
    asOf: '2026-04-22',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-22',
  },
  {
    when: 'the hearing was yesterday and nobody has recorded it',
    facts: courtFacts({ hearings: [hearing] }),
    asOf: '2026-04-23',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the author did not speak',
    facts: courtFacts({
      hearings: [aHearing({ report: { authorId: 'worker', authorSpoke: false } })],
    }),
    asOf: '2026-04-23',
    is: 'overdue',
  },
  {
    when: 'the author has recorded being on leave that day',
    facts: courtFacts({ hearings: [hearing], agreements: [onLeave] }),
    asOf: '2026-04-23',
    is: 'excused',
  },
  {
    when: 'custody is not likely',
    facts: courtFacts({ hearings: [aHearing({ isCustodyLikely: false })] }),
    asOf: '2026-04-23',
    is: 'not-applicable',
  },
  {
    when: 'no report was asked for',
    facts: courtFacts({ hearings: [aHearing({ report: null })] }),
    asOf: '2026-04-23',
    is: 'not-applicable',
  },
])
