import { promptExamples } from '../rules/testing/worked-examples.ts'
import { fewProfessionals, planWords, type PlanPromptFacts } from './plan-prompts.ts'

const asOf = '2026-03-16'

function writing(values: Partial<PlanPromptFacts>): PlanPromptFacts {
  const steps = [{ step: 'Mend two bikes with Sam', hasDay: true }]
  return { steps, usedForOthers: [], isLookedAfter: false, professionals: 0, ...values }
}

const step = (words: string, hasDay = true) => ({ steps: [{ step: words, hasDay }] })
const twentyFive = Array.from({ length: 25 }, () => 'word').join(' ')

export const planWordsExamples = promptExamples(planWords, [
  {
    when: 'a step stands in another child’s plan',
    facts: writing({ usedForOthers: ['Mend two bikes with Sam'] }),
    asOf,
    is: 'advises',
    says: '“Mend two bikes with Sam” stands word for word in another child’s plan',
  },
  {
    when: 'a step has 26 words',
    facts: writing(step(`${twentyFive} more`)),
    asOf,
    is: 'advises',
    says: 'is long',
  },
  { when: 'a step has 25 words', facts: writing(step(twentyFive)), asOf, is: 'says-nothing' },
  {
    when: 'a step has a word of the office',
    facts: writing(step('Engage with education')),
    asOf,
    is: 'advises',
    says: '“Engage” is a word of the office',
  },
  {
    when: 'a step has no day',
    facts: writing(step('Mend two bikes', false)),
    asOf,
    is: 'advises',
    says: 'Give each step a day',
  },
  {
    when: 'every step is short, plain, dated and this child’s own',
    facts: writing({}),
    asOf,
    is: 'says-nothing',
  },
  { when: 'no step is written yet', facts: writing({ steps: [] }), asOf, is: 'says-nothing' },
])

export const fewProfessionalsExamples = promptExamples(fewProfessionals, [
  {
    when: 'five professionals are around a child looked after',
    facts: writing({ isLookedAfter: true, professionals: 5 }),
    asOf,
    is: 'advises',
    says: '5 professionals',
  },
  {
    when: 'there are four',
    facts: writing({ isLookedAfter: true, professionals: 4 }),
    asOf,
    is: 'says-nothing',
  },
  {
    when: 'there are five around a child who lives with their family',
    facts: writing({ professionals: 5 }),
    asOf,
    is: 'says-nothing',
  },
])
