import { aCase, anAssessmentFact, anEventFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { promptExamples } from '../rules/testing/worked-examples.ts'
import { genogramPrompt, specificHarmPrompt } from './writing-prompts.ts'

const asOf = '2026-03-10'
const draft = anAssessmentFact()
const completed = anAssessmentFact({ completedOn: plainDate('2026-03-10') })
const drawn = anEventFact({ kind: 'genogram', topic: 'drawn' })
const notDrawn = anEventFact({ kind: 'genogram', topic: 'not-drawn' })

export const genogramExamples = promptExamples(genogramPrompt, [
  {
    when: 'the assessment is being written and there is none',
    facts: { facts: aCase(), assessment: draft },
    asOf,
    is: 'advises',
    says: 'genogram',
  },
  {
    when: 'the family drew one',
    facts: { facts: aCase({ events: [drawn] }), assessment: draft },
    asOf,
    is: 'says-nothing',
  },
  {
    when: 'the record says why there is none',
    facts: { facts: aCase({ events: [notDrawn] }), assessment: draft },
    asOf,
    is: 'says-nothing',
  },
  {
    when: 'the assessment is completed',
    facts: { facts: aCase(), assessment: completed },
    asOf,
    is: 'says-nothing',
  },
])

export const specificHarmExamples = promptExamples(specificHarmPrompt, [
  {
    when: 'the risk of harm is being judged',
    facts: { facts: aCase(), assessment: draft },
    asOf,
    is: 'advises',
    says: 'to whom',
  },
  {
    when: 'the assessment is completed',
    facts: { facts: aCase(), assessment: completed },
    asOf,
    is: 'says-nothing',
  },
])
