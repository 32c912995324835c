import { promptExamples } from '../rules/testing/worked-examples.ts'
import { knifePrompt, outcome22Prompt, type DecisionPromptFacts } from './decision-prompts.ts'

const asOf = '2026-03-02'

function about(values: Partial<DecisionPromptFacts>): DecisionPromptFacts {
  return {
    admission: 'admitted',
    offenceTitles: ['Theft'],
    earlierOutcomes: [],
    offenceDays: [],
    homes: [],
    ...values,
  }
}

const blade = { offenceTitles: ['Having a bladed article in a public place'] }

export const knifeExamples = promptExamples(knifePrompt, [
  {
    when: 'a child without an earlier outcome carried a blade',
    facts: about(blade),
    asOf,
    is: 'advises',
    says: 'community resolution',
  },
  {
    when: 'the offence is called possession of a KNIFE',
    facts: about({ offenceTitles: ['Possession of a KNIFE at school'] }),
    asOf,
    is: 'advises',
  },
  {
    when: 'all that was decided before was no further action',
    facts: about({ ...blade, earlierOutcomes: ['no-further-action'] }),
    asOf,
    is: 'advises',
  },
  {
    when: 'the child had a youth caution before',
    facts: about({ ...blade, earlierOutcomes: ['youth-caution'] }),
    asOf,
    is: 'says-nothing',
  },
  { when: 'it is about a theft', facts: about({}), asOf, is: 'says-nothing' },
])

export const outcome22Examples = promptExamples(outcome22Prompt, [
  {
    when: 'the child does not admit it',
    facts: about({ admission: 'not-admitted' }),
    asOf,
    is: 'advises',
    says: 'Outcome 22',
  },
  {
    when: 'the child made no comment',
    facts: about({ admission: 'no-comment' }),
    asOf,
    is: 'advises',
  },
  {
    when: 'the child admits a part',
    facts: about({ admission: 'partly-admitted' }),
    asOf,
    is: 'advises',
  },
  { when: 'the child admits it', facts: about({}), asOf, is: 'says-nothing' },
  { when: 'nobody has asked', facts: about({ admission: null }), asOf, is: 'says-nothing' },
])
