import { plainDate } from '../calendar/plain-date.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import { careQualityGuard } from './care-quality.ts'

const asOf = '2026-03-20'

export const careQualityExamples = guardExamples(careQualityGuard, [
  {
    when: 'a manager has countersigned the assessment of a child looked after',
    facts: { isLookedAfter: true, assessment: { countersignedOn: plainDate('2026-03-19') } },
    asOf,
    is: 'allowed',
    says: 'A manager countersigned it',
  },
  {
    when: 'the assessment of a child looked after is completed and nobody has looked at it',
    facts: { isLookedAfter: true, assessment: { countersignedOn: null } },
    asOf,
    is: 'blocked',
    says: 'quality-assure',
  },
  {
    when: 'a child looked after has no assessment yet',
    facts: { isLookedAfter: true, assessment: null },
    asOf,
    is: 'blocked',
  },
  {
    when: 'the child lives with their family',
    facts: { isLookedAfter: false, assessment: { countersignedOn: null } },
    asOf,
    is: 'not-applicable',
  },
])
