import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import type { MappaFacts, SentenceFact } from './mappa-facts.ts'
import { mappaCategory1, mappaCategory2 } from './mappa-referral.ts'

/** Sentenced on Monday 2 March 2026 to ten months for violence, and nothing referred. */
function sentenced(sentence: Partial<SentenceFact>, values: Partial<MappaFacts> = {}): MappaFacts {
  const { referrals = [] } = values
  const passed: SentenceFact = {
    id: 'sentence',
    on: plainDate('2026-03-02'),
    requiresRegistration: false,
    offence: 'violent',
    custodyMonths: 10,
    ...sentence,
  }
  return { sentences: [passed], referrals }
}

const sent = { sentenceId: 'sentence', on: plainDate('2026-03-04'), answeredOn: null }
const answered = { ...sent, answeredOn: plainDate('2026-03-16') }

const registered: Partial<SentenceFact> = { requiresRegistration: true, offence: 'sexual' }
const longCustody: Partial<SentenceFact> = { custodyMonths: 12 }

export const mappaCategory1Examples = dutyExamples(mappaCategory1, [
  ...comesUnder(registered),
  {
    when: 'the child does not have to register',
    facts: sentenced({ offence: 'sexual' }),
    asOf: '2026-03-30',
    is: 'not-applicable',
  },
])

export const mappaCategory2Examples = dutyExamples(mappaCategory2, [
  ...comesUnder(longCustody),
  {
    when: 'custody is one month short of twelve',
    facts: sentenced({ custodyMonths: 11 }),
    asOf: '2026-03-30',
    is: 'not-applicable',
  },
  {
    when: 'the offence is neither violent nor sexual',
    facts: sentenced({ ...longCustody, offence: 'other' }),
    asOf: '2026-03-30',
    is: 'not-applicable',
  },
  {
    when: 'the child comes under category 1 for the same sentence',
    facts: sentenced({ ...longCustody, ...registered }),
    asOf: '2026-03-30',
    is: 'not-applicable',
  },
])

function comesUnder(sentence: Partial<SentenceFact>) {
  return [
    {
      when: 'the child was referred and youth MAPPA has answered',
      facts: sentenced(sentence, { referrals: [answered] }),
      asOf: '2026-03-30',
      is: 'met',
    },
    {
      when: 'youth MAPPA has not answered yet',
      facts: sentenced(sentence, { referrals: [sent] }),
      asOf: '2026-03-30',
      is: 'open',
      dueOn: 'no day',
    },
    {
      when: 'it is the third working day after the sentence',
      facts: sentenced(sentence),
      asOf: '2026-03-05',
      is: 'open',
      edge: 'last-day',
      dueOn: '2026-03-05',
    },
    {
      when: 'the third working day was yesterday',
      facts: sentenced(sentence),
      asOf: '2026-03-06',
      is: 'overdue',
      edge: 'day-after',
    },
  ] as const
}
