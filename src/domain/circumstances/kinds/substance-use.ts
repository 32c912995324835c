import { substanceUseHelp } from '../../vocabulary/circumstances.ts'
import type { KindDeclaration } from '../circumstance-kind.ts'
import { stepsOfHelp } from '../steps-of-help.ts'

/** Alcohol and drugs, and the way to help. @source YJB-SQL "substance misuse" */
export const substanceUse: KindDeclaration = {
  id: 'substance-use',
  main: {
    id: 'value',
    type: 'code',
    codes: substanceUseHelp,
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
