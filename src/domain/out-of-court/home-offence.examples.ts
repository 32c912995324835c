import { plainDate } from '../calendar/plain-date.ts'
import { promptExamples } from '../rules/testing/worked-examples.ts'
import { homeOffencePrompt, type HomeOffenceFacts } from './home-offence.ts'

const asOf = '2026-03-16'

/** A child who lived in a children's home from January to the end of February 2026. */
function on(
  day: string,
  values: Partial<HomeOffenceFacts['homes'][number]> = {},
): HomeOffenceFacts {
  const home = {
    value: '4 Mill Lane',
    detail: 'Children’s home',
    startedOn: plainDate('2026-01-05'),
    endedOn: plainDate('2026-03-01'),
    ...values,
  }
  return { offenceDays: [plainDate(day)], homes: [home] }
}

export const homeOffenceExamples = promptExamples(homeOffencePrompt, [
  {
    when: 'it happened on the first day in the home',
    facts: on('2026-01-05'),
    asOf,
    is: 'advises',
    says: 'ten-point checklist',
  },
  {
    when: 'it happened on the last day before the child moved',
    facts: on('2026-02-28'),
    asOf,
    is: 'advises',
  },
  {
    when: 'the address names the home',
    facts: on('2026-02-28', { value: "Willow Children's Home", detail: null }),
    asOf,
    is: 'advises',
  },
  { when: 'the child had moved', facts: on('2026-03-01'), asOf, is: 'says-nothing' },
  { when: 'it was before', facts: on('2026-01-04'), asOf, is: 'says-nothing' },
  {
    when: 'the child lived with a foster family',
    facts: on('2026-02-01', { detail: 'Foster family' }),
    asOf,
    is: 'says-nothing',
  },
])
