import { mentalHealthHelp } from '../../vocabulary/circumstances.ts'
import type { KindDeclaration } from '../circumstance-kind.ts'
import { stepsOfHelp } from '../steps-of-help.ts'

/** Mental health and emotional well-being, and the way to help. @source YJB-SQL "mental health" */
export const mentalHealth: KindDeclaration = {
  id: 'mental-health',
  main: {
    id: 'value',
    type: 'code',
    codes: mentalHealthHelp,
    name: 'Kind of help',
    question: 'What kind of help is it?',
    missing: 'Choose the kind of help, or that it is not decided yet',
    atChange: true,
  },
  facts: stepsOfHelp,
  several: true,
  gapMatters: 'never',
  goesStale: true,
}
