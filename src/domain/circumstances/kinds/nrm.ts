import { nrmStages } from '../../vocabulary/circumstances.ts'
import type { KindDeclaration } from '../circumstance-kind.ts'

/**
 * A referral to the National Referral Mechanism and how far it has come: each stage begins on the day of its decision and ends the one
 * before.
 */
export const nrm: KindDeclaration = {
  id: 'nrm',
  main: {
    id: 'value',
    type: 'code',
    codes: nrmStages,
    name: 'Stage',
    question: 'How far has it come?',
    missing: 'Choose how far it has come',
    atChange: true,
  },
  facts: [
    {
      id: 'reference',
      type: 'text',
      name: 'Reference',
      question: 'What is the reference? (if there is one)',
      atChange: true,
      inLine: 'reference {}',
      carriesOver: true,
    },
    {
      id: 'firstResponder',
      type: 'text',
      name: 'Referred by',
      question: 'Which first responder referred the child? (if you know)',
      inLine: 'referred by {}',
    },
  ],
  several: false,
  gapMatters: 'never',
  goesStale: false,
}
