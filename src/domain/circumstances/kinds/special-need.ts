import { learningNeedsIdentified, yesNoNotKnown } from '../../vocabulary/circumstances.ts'
import type { KindDeclaration } from '../circumstance-kind.ts'

/** A need in learning and its plan: SEN in England, ALN in Wales. @source YJB-SQL "SEND or ALN" */
export const specialNeed: KindDeclaration = {
  id: 'special-need',
  main: {
    id: 'value',
    type: 'text',
    name: 'Need',
    question: 'What is the need?',
    missing: 'Enter what the need is',
    atChange: true,
  },
  facts: [
    {
      id: 'identified',
      type: 'code',
      codes: learningNeedsIdentified,
      name: 'Identified as SEN or ALN',
      question: 'Has a school or council identified it as SEN or ALN?',
      missing: 'Say whether it is identified as SEN or ALN',
      atChange: true,
      isExpected: true,
    },
    {
      id: 'formalPlan',
      type: 'code',
      codes: yesNoNotKnown,
      name: 'Formal plan',
      question: 'Is there a formal plan?',
      hint: 'England: an education, health and care plan. Wales: an individual development plan.',
      missing: 'Say whether there is a formal plan',
      atChange: true,
      isExpected: true,
    },
  ],
  several: true,
  gapMatters: 'never',
  goesStale: false,
}
