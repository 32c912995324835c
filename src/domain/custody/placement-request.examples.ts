import { plainDate } from '../calendar/plain-date.ts'
import { promptExamples } from '../rules/testing/worked-examples.ts'
import { placementRequest } from './placement-request.ts'

export const placementRequestExamples = promptExamples(placementRequest, [
  {
    when: 'the child is 18 tomorrow',
    facts: { childBornOn: plainDate('2008-04-21') },
    asOf: '2026-04-20',
    is: 'advises',
    says: "secure children's home",
  },
  {
    when: 'the child was born on 29 February and is 18 tomorrow',
    facts: { childBornOn: plainDate('2008-02-29') },
    asOf: '2026-02-28',
    is: 'advises',
  },
  {
    when: 'the young adult is 18 today',
    facts: { childBornOn: plainDate('2008-04-20') },
    asOf: '2026-04-20',
    is: 'says-nothing',
  },
])
