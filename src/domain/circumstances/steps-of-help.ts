import type { FactField } from './circumstance-kind.ts'

/** The days by which national figures follow help with health: screened, referred, offered, started, ended. @source YJB-SQL "health" */
export const stepsOfHelp: readonly FactField[] = [
  step('screenedOn', 'Screened', 'When was the child screened?'),
  step('referredOn', 'Referred', 'When were they referred?'),
  step('offeredOn', 'Offered', 'When was help offered?'),
  step('helpStartedOn', 'Help began', 'When did they begin to go?'),
  step('helpEndedOn', 'Help ended', 'When did it end?'),
]

function step(id: string, name: string, question: string): FactField {
  return {
    id,
    name,
    question: `${question} (if it has come to that)`,
    type: 'date',
    inLine: `${name.toLowerCase()} {}`,
  }
}
